using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Layers;

/// <summary>A layer that deals in whole replies: a stream that is asked of it is the whole reply, told at its end.</summary>
internal abstract class WholeReplyChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    /// <inheritdoc/>
    public abstract override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public sealed override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        foreach (var update in response.ToChatResponseUpdates())
            yield return update;
    }

    /// <summary>The same reply with another text.</summary>
    protected static ChatResponse WithText(ChatResponse response, string text) =>
        new(new ChatMessage(ChatRole.Assistant, text))
        {
            FinishReason = response.FinishReason,
            Usage = response.Usage,
            ModelId = response.ModelId,
            ResponseId = response.ResponseId,
            AdditionalProperties = response.AdditionalProperties,
        };
}
