using System.Text.Json;

namespace CodeAssist.Models.Endpoints;

/// <summary>What a server says about a fault, whichever of the usual shapes it says it in.</summary>
/// <param name="Message">Its words; empty where it has none.</param>
/// <param name="Code">Its code or type; empty where it has none.</param>
/// <param name="IsPage">Whether the body is a web page.</param>
internal sealed record ErrorBody(string Message, string Code, bool IsPage)
{
    private static readonly ErrorBody Nothing = new(string.Empty, string.Empty, false);

    /// <summary>Message and code, to look for words in.</summary>
    public string All => Code + " " + Message;

    public static ErrorBody Parse(string body)
    {
        var text = body.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.StartsWith('<'))
            return Nothing with { IsPage = true };
        try
        {
            using var document = JsonDocument.Parse(text);
            return Find(document.RootElement) ?? Nothing;
        }
        catch (JsonException)
        {
            return Nothing with { Message = text };
        }
    }

    /// <summary>The error that an object holds, or null where it holds none.</summary>
    public static ErrorBody? Find(JsonElement body)
    {
        if (body.ValueKind == JsonValueKind.Array)
            return body.GetArrayLength() > 0 ? Find(body[0]) : null;
        if (body.ValueKind != JsonValueKind.Object)
            return null;
        if (body.TryGetProperty("error", out var error))
        {
            // {"error":{"message","type","code"}}, {"error":"text"}
            if (error.ValueKind == JsonValueKind.Object)
                return new ErrorBody(Text(error, "message"), FirstText(error, "code", "type", "status"), false);
            if (error.ValueKind == JsonValueKind.String)
                return new ErrorBody(error.GetString()!, FirstText(body, "code", "type"), false);
        }

        // {"detail":"text"} and {"detail":[{"msg"}]} (FastAPI)
        if (body.TryGetProperty("detail", out var detail) && !body.TryGetProperty("choices", out _))
            return new ErrorBody(Detail(detail), string.Empty, false);
        // {"error_code","error_msg"} (Baidu)
        if (body.TryGetProperty("error_msg", out _) || body.TryGetProperty("error_code", out _))
            return new ErrorBody(Text(body, "error_msg"), Text(body, "error_code"), false);
        // {"object":"error","message"} (vLLM), {"code","message"} (DashScope)
        return body.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String
            ? new ErrorBody(message.GetString()!, FirstText(body, "code", "type"), false)
            : null;
    }

    private static string Detail(JsonElement detail) => detail.ValueKind switch
    {
        JsonValueKind.String => detail.GetString()!,
        JsonValueKind.Array => string.Join("; ", detail.EnumerateArray().Select(item =>
            item.ValueKind == JsonValueKind.Object ? $"{Location(item)} {Text(item, "msg")}".Trim() : item.ToString())),
        JsonValueKind.Object => Find(detail)?.Message ?? string.Empty,
        _ => string.Empty,
    };

    private static string Location(JsonElement item) =>
        item.TryGetProperty("loc", out var location) && location.ValueKind == JsonValueKind.Array
            ? string.Join('.', location.EnumerateArray().Select(part => part.ToString()))
            : string.Empty;

    private static string FirstText(JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Text(element, name) is { Length: > 0 } text)
                return text;
        }

        return string.Empty;
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : string.Empty;
}
