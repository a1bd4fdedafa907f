using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Endpoints;

/// <summary>What one event of a stream, or a whole answer, holds of the first choice.</summary>
/// <param name="Content">Its content; empty where it has none.</param>
/// <param name="Reasons">Whether it holds thinking.</param>
/// <param name="FinishReason">Why the reply ended; null while it goes on.</param>
/// <param name="Usage">The tokens, or null where they are not told.</param>
internal sealed record ChatChunk(string Content, bool Reasons, string? FinishReason, UsageDetails? Usage)
{
    /// <summary>Whether it asks for a tool to be called. We offer none, so such a reply is of no use.</summary>
    public bool CallsTool { get; init; }


    /// <summary>Reads an answer; null where it is none.</summary>
    /// <param name="answer">The JSON object.</param>
    /// <param name="part"><c>delta</c> in a stream, <c>message</c> in a whole answer.</param>
    /// <param name="kind">The endpoint's kind, for its reasoning fields.</param>
    public static ChatChunk? Read(JsonElement answer, string part, EndpointKind kind)
    {
        if (answer.ValueKind != JsonValueKind.Object)
            return null;
        var usage = UsageOf(answer);
        if (!answer.TryGetProperty("choices", out var choices) || choices.ValueKind != JsonValueKind.Array)
            return usage is null ? null : new ChatChunk(string.Empty, false, null, usage);
        // The chunk with the usage has no choice.
        if (choices.GetArrayLength() == 0)
            return new ChatChunk(string.Empty, false, null, usage);

        var choice = choices[0];
        if (choice.ValueKind != JsonValueKind.Object)
            return null;
        var message = choice.TryGetProperty(part, out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
        return new ChatChunk(
            ContentOf(message),
            kind.ReasoningFields.Any(field => TextOf(message, field).Length > 0),
            TextOf(choice, "finish_reason") is { Length: > 0 } reason ? reason : null,
            usage)
        {
            CallsTool = HasToolCalls(message),
        };
    }

    /// <summary>Whether a message asks for tools to be called.</summary>
    public static bool HasToolCalls(JsonElement message) =>
        message.ValueKind == JsonValueKind.Object
        && message.TryGetProperty("tool_calls", out var calls) && calls.ValueKind == JsonValueKind.Array && calls.GetArrayLength() > 0;

    /// <summary>The update of a client that has read the chunk.</summary>
    public ChatResponseUpdate ToUpdate(string model)
    {
        var update = new ChatResponseUpdate(ChatRole.Assistant, Content)
        {
            FinishReason = FinishReason is { } reason ? new ChatFinishReason(reason) : null,
            ModelId = model,
        };
        if (Usage is { } usage)
            update.Contents.Add(new UsageContent(usage));
        return update;
    }

    private static string ContentOf(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object || !message.TryGetProperty("content", out var content))
            return string.Empty;
        if (content.ValueKind != JsonValueKind.Array)
            return TextOf(message, "content");
        // Some servers send the content in parts.
        var text = new StringBuilder();
        foreach (var item in content.EnumerateArray())
            text.Append(TextOf(item, "text"));
        return text.ToString();
    }

    private static UsageDetails? UsageOf(JsonElement answer)
    {
        if (!answer.TryGetProperty("usage", out var usage) || usage.ValueKind != JsonValueKind.Object)
            return null;
        var input = CountOf(usage, "prompt_tokens");
        var output = CountOf(usage, "completion_tokens");
        return input is null && output is null
            ? null
            : new UsageDetails { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = input + output, CachedInputTokenCount = CachedOf(usage) };
    }

    private static long? CachedOf(JsonElement usage) =>
        usage.TryGetProperty("prompt_tokens_details", out var details) && details.ValueKind == JsonValueKind.Object ? CountOf(details, "cached_tokens") : null;

    // Servers that do not count say -1.
    private static long? CountOf(JsonElement usage, string name) =>
        usage.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var count) && count >= 0
            ? count
            : null;

    private static string TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : string.Empty;
}
