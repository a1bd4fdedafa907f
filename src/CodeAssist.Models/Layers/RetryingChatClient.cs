using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;
using Microsoft.Extensions.AI;
using Polly;
using Polly.Retry;

namespace CodeAssist.Models.Layers;

/// <summary>
/// Asks again where the same request may succeed a little later: a few times, with growing and jittered pauses or the
/// pause that the server asks for, as long as that leaves time for a reply.
/// </summary>
internal sealed class RetryingChatClient(IChatClient inner, ModelProfile profile, RetryPauses pauses) : WholeReplyChatClient(inner)
{
    private const int MostRetries = 2;

    private readonly ResiliencePipeline<ChatResponse> _pipeline = new ResiliencePipelineBuilder<ChatResponse>()
        .AddRetry(new RetryStrategyOptions<ChatResponse>
        {
            MaxRetryAttempts = MostRetries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = pauses.First,
            MaxDelay = pauses.Longest,
            ShouldHandle = arguments => ValueTask.FromResult(
                arguments.Outcome.Exception is EndpointException fault && MayPass(fault, arguments.AttemptNumber) && IsBearable(fault, profile, pauses)),
            DelayGenerator = static arguments => ValueTask.FromResult((arguments.Outcome.Exception as EndpointException)?.RetryAfter),
        })
        .Build();

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ChatMessage> sent = [.. messages];
        return await _pipeline.ExecuteAsync(
            async cancellation => await InnerClient.GetResponseAsync(sent, options, cancellation).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
    }

    // "insufficient_quota" is also said of a limit by the minute, so it is worth one more question.
    private static bool MayPass(EndpointException fault, int attempt) =>
        fault.IsTransient || (fault.Fault == EndpointFault.QuotaExhausted && fault.Code == "insufficient_quota" && attempt == 0);

    // A server that asks for hours (114 of them were seen) is not waited for.
    private static bool IsBearable(EndpointException fault, ModelProfile profile, RetryPauses pauses) =>
        fault.RetryAfter is not { } wait || (wait <= pauses.Longest && wait < TimeSpan.FromSeconds(profile.TimeoutSeconds));
}

/// <summary>The pauses between attempts.</summary>
/// <param name="First">The first, before jitter; each further one is twice as long.</param>
/// <param name="Longest">The longest, whoever asks for it.</param>
internal sealed record RetryPauses(TimeSpan First, TimeSpan Longest)
{
    /// <summary>What a person in front of a light bulb or a command line can bear.</summary>
    public static RetryPauses Default { get; } = new(TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(20));
}
