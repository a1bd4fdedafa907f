using CodeAssist.Models.Endpoints;
using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;

namespace CodeAssist.Models.Layers;

/// <summary>
/// Leaves an endpoint alone that fails whatever it is asked: after some failures requests end at once with the
/// last reason, and after a pause one of them tries again. So an IDE does not feel a server that is switched off.
/// </summary>
internal sealed class CircuitBreakingChatClient : WholeReplyChatClient
{
    private const int LeastRequests = 3;

    // One success among them is a server at work.
    private const double FailureRatio = 0.9;

    private static readonly TimeSpan Sampling = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan FirstBreak = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestBreak = TimeSpan.FromMinutes(5);

    private readonly EndpointFaults _faults;
    private readonly ResiliencePipeline<ChatResponse> _pipeline;
    private volatile EndpointException? _last;

    public CircuitBreakingChatClient(IChatClient inner, EndpointFaults faults, TimeProvider time)
        : base(inner)
    {
        _faults = faults;
        _pipeline = new ResiliencePipelineBuilder<ChatResponse> { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<ChatResponse>
            {
                FailureRatio = FailureRatio,
                MinimumThroughput = LeastRequests,
                SamplingDuration = Sampling,
                BreakDurationGenerator = arguments => ValueTask.FromResult(BreakAfter(arguments.HalfOpenAttempts)),
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is EndpointException { IsOfEndpoint: true }),
            })
            .Build();
    }

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async cancellation => await AskAsync(messages, options, cancellation).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        catch (BrokenCircuitException exception)
        {
            throw _faults.CircuitOpen(exception.RetryAfter, _last?.Message ?? string.Empty);
        }
    }

    private async Task<ChatResponse> AskAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellation)
    {
        try
        {
            return await InnerClient.GetResponseAsync(messages, options, cancellation).ConfigureAwait(false);
        }
        catch (EndpointException exception) when (exception.IsOfEndpoint)
        {
            _last = exception;
            throw;
        }
    }

    private TimeSpan BreakAfter(int attempts)
    {
        // A server that refuses is there: whoever mends the key or gets the model should not wait for it.
        if (_last is { Fault: EndpointFault.Unauthorized or EndpointFault.Forbidden or EndpointFault.NotFound or EndpointFault.NoKey })
            return FirstBreak;
        var wait = FirstBreak * Math.Pow(2, Math.Min(attempts, 10));
        return wait < LongestBreak ? wait : LongestBreak;
    }
}
