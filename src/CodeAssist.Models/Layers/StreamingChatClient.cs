using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Layers;

/// <summary>
/// Asks for a stream and gives the whole reply: only a stream shows whether a model is still at work, and some
/// services refuse longer replies without one.
/// </summary>
internal sealed class StreamingChatClient(IChatClient inner) : WholeReplyChatClient(inner)
{
    /// <inheritdoc/>
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        InnerClient.GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);
}
