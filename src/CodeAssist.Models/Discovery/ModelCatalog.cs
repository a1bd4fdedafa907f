using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;

namespace CodeAssist.Models.Discovery;

/// <summary>Asks an endpoint which models it has. No source code is sent.</summary>
public static class ModelCatalog
{
    private const string Json = "application/json";

    /// <summary>The models of a profile's endpoint; null where the server has no such list.</summary>
    /// <param name="profile">The profile; the model that it names need not exist.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="EndpointException">The endpoint cannot be asked.</exception>
    /// <exception cref="ConfigurationException">The profile's key cannot be had.</exception>
    public static async Task<ServedModels?> ListAsync(ModelProfile profile, CancellationToken cancellation)
    {
        using var connection = new EndpointConnection(profile);
        using var response = await connection.SendAsync(HttpMethod.Get, EndpointRoutes.Models(profile), null, Json, cancellation).ConfigureAwait(false);
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented)
            return null;
        var text = await ReadAsync(connection, response, cancellation).ConfigureAwait(false);
        using var document = Parse(connection, text);
        return Read(document.RootElement) ?? throw connection.Faults.NoReply();
    }

    /// <summary>The largest context of a model of Ollama, which its list does not tell; null where the server does not say.</summary>
    /// <exception cref="EndpointException">The endpoint cannot be asked.</exception>
    /// <exception cref="ConfigurationException">The profile's key cannot be had.</exception>
    public static async Task<int?> ContextOfOllamaAsync(ModelProfile profile, CancellationToken cancellation)
    {
        using var connection = new EndpointConnection(profile);
        using var response = await connection.SendAsync(
            HttpMethod.Post, EndpointRoutes.Show(profile), new JsonObject { ["model"] = profile.Model }, Json, cancellation).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
            return null;
        var text = await ReadAsync(connection, response, cancellation).ConfigureAwait(false);
        using var document = Parse(connection, text);
        // "qwen2.context_length" and the like: named after the architecture.
        return document.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("model_info", out var info) && info.ValueKind == JsonValueKind.Object
                ? info.EnumerateObject().Where(member => member.Name.EndsWith(".context_length", StringComparison.Ordinal))
                    .Select(member => Number(member.Value)).FirstOrDefault(number => number is not null)
                : null;
    }

    private static async Task<string> ReadAsync(EndpointConnection connection, HttpResponseMessage response, CancellationToken cancellation)
    {
        if (!response.IsSuccessStatusCode)
        {
            var error = await connection.ReadErrorAsync(response, cancellation).ConfigureAwait(false);
            throw connection.Faults.OfStatus((int)response.StatusCode, error, response.Headers.RetryAfter);
        }

        await using var body = await connection.OpenAsync(response, cancellation).ConfigureAwait(false);
        return await connection.ReadTextAsync(body, cancellation).ConfigureAwait(false);
    }

    private static JsonDocument Parse(EndpointConnection connection, string text)
    {
        if (text.TrimStart().StartsWith('<'))
            throw connection.Faults.Page();
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException exception)
        {
            throw connection.Faults.Malformed(exception);
        }
    }

    // {"data":[{"id","owned_by","max_model_len"}]} (Chat Completions), {"models":[{"name"}]} (Ollama)
    private static ServedModels? Read(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object)
            return null;
        if ((Items(answer, "data") ?? Items(answer, "models")) is not { } items)
            return null;
        return new ServedModels(
            [.. items.Select(item => (Name: Text(item, "id") ?? Text(item, "name"), Context: ContextOf(item)))
                .Where(item => item.Name is not null).Select(item => new ServedModel(item.Name!.ToOneLine(), item.Context))],
            items.Select(item => Text(item, "owned_by")).FirstOrDefault(owner => owner is not null));
    }

    private static ImmutableArray<JsonElement>? Items(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)]
            : null;

    // vLLM and SGLang say max_model_len, others context_length or context_window; llama.cpp, for one of its slots, meta.n_ctx.
    private static int? ContextOf(JsonElement item)
    {
        foreach (var name in new[] { "max_model_len", "context_length", "context_window" })
        {
            if (item.TryGetProperty(name, out var value) && Number(value) is { } number)
                return number;
        }

        return item.TryGetProperty("meta", out var meta) && meta.ValueKind == JsonValueKind.Object && meta.TryGetProperty("n_ctx", out var slot)
            ? Number(slot)
            : null;
    }

    private static int? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number > 0 ? number : null;

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
