using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;
using CodeAssist.Repair.Context;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Layers;

/// <summary>Lets through only what is a whole reply to the whole prompt.</summary>
internal sealed class SoundReplyChatClient(IChatClient inner, ModelProfile profile, EndpointFaults faults) : WholeReplyChatClient(inner)
{
    // Our estimate is above any tokenizer's count, but not three times above it.
    private const int MostOverestimate = 3;

    private const char Lost = '\uFFFD';

    // The longest prompt that the server has counted as a whole, by our estimate.
    private volatile int _held;

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ChatMessage> sent = [.. messages];
        var response = await InnerClient.GetResponseAsync(sent, options, cancellationToken).ConfigureAwait(false);
        var empty = string.IsNullOrWhiteSpace(response.Text);
        switch (response.FinishReason?.Value)
        {
            case "length" or "max_tokens":
                throw empty ? faults.ThoughtTooLong()
                    : response.Usage?.OutputTokenCount is > 0 and var written && written < profile.OutputTokens ? faults.ContextFull(written)
                    : faults.Truncated();
            case "content_filter" or "sensitive":
                throw faults.FilteredReply();
            case "tool_calls" or "function_call":
                throw faults.ToolCall();
            case "error" or "abort" or "network_error" or "insufficient_system_resource" or "model_length" or "load" or "unload":
                throw faults.Aborted(response.FinishReason.Value.Value);
        }

        if (empty)
            throw faults.Empty();
        // A token can be a part of a character; servers that decode one by one lose it.
        if (response.Text.Contains(Lost) && !sent.Any(message => message.Text.Contains(Lost)))
            throw faults.Garbled();
        CheckPromptIsWhole(sent, response.Usage);
        return response;
    }

    // What a server has cached of a prompt some leave out of their count, and say so or not. A context that has held
    // one prompt holds another that is no longer.
    private void CheckPromptIsWhole(IReadOnlyList<ChatMessage> sent, UsageDetails? usage)
    {
        if (!profile.Kind.CutsLongPrompts || usage?.InputTokenCount is not (> 0 and { } counted))
            return;
        var estimate = sent.Sum(message => TokenEstimator.Estimate(message.Text));
        var seen = counted + (usage.CachedInputTokenCount ?? 0);
        if (seen * MostOverestimate >= estimate)
            _held = Math.Max(_held, estimate);
        else if (estimate > _held)
            throw faults.PromptCut(seen, estimate);
    }
}
