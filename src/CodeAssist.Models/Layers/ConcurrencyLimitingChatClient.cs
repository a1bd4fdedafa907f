using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Layers;

/// <summary>Lets only so many requests be under way at once; the others wait, and their time begins after the wait.</summary>
internal sealed class ConcurrencyLimitingChatClient(IChatClient inner, int most) : WholeReplyChatClient(inner)
{
    private readonly SemaphoreSlim _places = new(most, most);

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await InnerClient.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _places.Dispose();
        base.Dispose(disposing);
    }
}
