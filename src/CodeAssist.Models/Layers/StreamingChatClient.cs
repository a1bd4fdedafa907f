using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Layers;

/// <summary>
/// Asks for a stream and gives the whole reply: only a stream shows whether a model is still at work, and some
/// services refuse longer replies without one. It is also the one place that sees how fast a reply comes.
/// </summary>
internal sealed class StreamingChatClient(IChatClient inner, TimeProvider time, Action<ReplyTiming>? timed = null) : WholeReplyChatClient(inner)
{
    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var start = time.GetTimestamp();
        TimeSpan? first = null;
        List<ChatResponseUpdate> updates = [];
        await foreach (var update in InnerClient.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
        {
            first ??= time.GetElapsedTime(start);
            updates.Add(update);
        }

        var response = updates.ToChatResponse();
        var whole = time.GetElapsedTime(start);
        timed?.Invoke(new ReplyTiming(first ?? whole, whole, response.Usage?.InputTokenCount, response.Usage?.OutputTokenCount));
        return response;
    }
}
