using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Layers;

/// <summary>
/// Sends only so many requests in any minute. The others wait for their turn; who would have to wait for longer than a
/// request may take is told so at once.
/// </summary>
internal sealed class RateLimitingChatClient(IChatClient inner, ModelProfile profile, EndpointFaults faults, int perMinute, TimeProvider time)
    : WholeReplyChatClient(inner)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();

    // When the requests of the last minute were or will be sent, oldest first.
    private readonly Queue<DateTimeOffset> _turns = new();

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var wait = Turn() ?? throw faults.RateSpent(perMinute);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        return await InnerClient.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
    }

    // A turn is free a minute after the one that was taken so many turns ago.
    private TimeSpan? Turn()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var turn = now;
            if (_turns.Count >= perMinute)
            {
                turn = _turns.Peek() + Window;
                if (turn - now > TimeSpan.FromSeconds(profile.TimeoutSeconds))
                    return null;
                _turns.Dequeue();
            }

            turn = turn > now ? turn : now;
            _turns.Enqueue(turn);
            return turn - now;
        }
    }
}
