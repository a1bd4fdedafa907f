using System.Text.Json;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Endpoints;

/// <summary>Reads a line of Ollama's <c>/api/chat</c>.</summary>
internal static class OllamaChunk
{
    /// <summary>What the line holds; null where it is none of a reply.</summary>
    /// <param name="line">The JSON object.</param>
    /// <param name="outputTokens">How many tokens were asked for.</param>
    public static ChatChunk? Read(JsonElement line, int outputTokens)
    {
        if (line.ValueKind != JsonValueKind.Object || !line.TryGetProperty("done", out var done) || done.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            return null;
        var isMessage = line.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.Object;
        if (!isMessage && done.ValueKind == JsonValueKind.False)
            return null;

        var usage = UsageOf(line);
        return new ChatChunk(
            isMessage ? TextOf(message, "content") : string.Empty,
            isMessage && TextOf(message, "thinking").Length > 0,
            done.ValueKind == JsonValueKind.True ? FinishReason(line, usage, outputTokens) : null,
            usage)
        {
            CallsTool = isMessage && ChatChunk.HasToolCalls(message),
        };
    }

    // Servers before 0.1.30 say that they are done, but not why.
    private static string FinishReason(JsonElement line, UsageDetails? usage, int outputTokens) =>
        TextOf(line, "done_reason") is { Length: > 0 } reason ? reason
        : usage?.OutputTokenCount >= outputTokens ? "length"
        : "stop";

    private static UsageDetails? UsageOf(JsonElement line)
    {
        var input = CountOf(line, "prompt_eval_count");
        var output = CountOf(line, "eval_count");
        return input is null && output is null
            ? null
            : new UsageDetails { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = input + output };
    }

    private static long? CountOf(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var count) && count >= 0
            ? count
            : null;

    private static string TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;
}
