using System.Text.Json;

namespace CodeAssist.Testing;

/// <summary>A request as a <see cref="ScriptedModelServer"/> received it.</summary>
public sealed class ScriptedRequest
{
    internal ScriptedRequest(string method, string path, IReadOnlyDictionary<string, string> headers, string text)
    {
        Method = method;
        Path = path;
        Headers = headers;
        BodyText = text;
        Body = Parse(text);
    }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path from the root, such as <c>/v1/chat/completions</c>.</summary>
    public string Path { get; }

    /// <summary>The headers; names compare without case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body as it came.</summary>
    public string BodyText { get; }

    /// <summary>The body as JSON; of kind <see cref="JsonValueKind.Undefined"/> where it is none.</summary>
    public JsonElement Body { get; }

    /// <summary>The model that is asked for.</summary>
    public string Model => Property("model") is { ValueKind: JsonValueKind.String } model ? model.GetString()! : string.Empty;

    /// <summary>Whether Ollama's own API is asked.</summary>
    public bool IsOllama => Path.Contains("/api/", StringComparison.Ordinal) && !Path.EndsWith("/chat/completions", StringComparison.Ordinal);

    /// <summary>Whether a stream is asked for; Ollama streams where nobody says.</summary>
    public bool Stream => Property("stream") is { } stream ? stream.ValueKind == JsonValueKind.True : IsOllama;

    /// <summary>Whether the stream is to end with a chunk that holds the usage.</summary>
    public bool IncludeUsage =>
        Property("stream_options") is { ValueKind: JsonValueKind.Object } options
        && options.TryGetProperty("include_usage", out var include) && include.ValueKind == JsonValueKind.True;

    /// <summary>The messages.</summary>
    public IReadOnlyList<ScriptedMessage> Messages =>
        Property("messages") is { ValueKind: JsonValueKind.Array } messages
            ? [.. messages.EnumerateArray().Select(message => new ScriptedMessage(TextOf(message, "role"), TextOf(message, "content")))]
            : [];

    /// <summary>The text of all messages, one after the other.</summary>
    public string Prompt => string.Join("\n", Messages.Select(message => message.Text));

    /// <summary>A property of the body, or null where the body has none of that name.</summary>
    public JsonElement? Property(string name) =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out var value) ? value : null;

    private static string TextOf(JsonElement message, string name) =>
        message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;

    private static JsonElement Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}

/// <summary>One message of a request.</summary>
/// <param name="Role"><c>system</c>, <c>user</c> or <c>assistant</c>.</param>
/// <param name="Text">The content.</param>
public sealed record ScriptedMessage(string Role, string Text);
