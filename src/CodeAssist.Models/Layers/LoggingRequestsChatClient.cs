using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace CodeAssist.Models.Layers;

/// <summary>Writes a line for each request: who was asked, how it ended, how long it took and what it used. Never any of its text.</summary>
internal sealed partial class LoggingRequestsChatClient(IChatClient inner, ModelProfile profile, ILogger logger, TimeProvider time) : WholeReplyChatClient(inner)
{
    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var start = time.GetTimestamp();
        try
        {
            var response = await InnerClient.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
            LogReply(logger, profile.Model, profile.Endpoint.Authority, Seconds(), response.Usage?.InputTokenCount, response.Usage?.OutputTokenCount);
            return response;
        }
        catch (EndpointException exception)
        {
            LogFault(logger, profile.Model, profile.Endpoint.Authority, Seconds(), exception.Fault, exception.Message);
            throw;
        }
        catch (OperationCanceledException)
        {
            LogCancelled(logger, profile.Model, profile.Endpoint.Authority, Seconds());
            throw;
        }

        double Seconds() => Math.Round(time.GetElapsedTime(start).TotalSeconds, 3);
    }

    [LoggerMessage(1, LogLevel.Information, "{Model} at {Endpoint}: reply after {Seconds} s, {PromptTokens} tokens in, {CompletionTokens} out")]
    private static partial void LogReply(ILogger logger, string model, string endpoint, double seconds, long? promptTokens, long? completionTokens);

    [LoggerMessage(2, LogLevel.Warning, "{Model} at {Endpoint}: {Fault} after {Seconds} s: {Reason}")]
    private static partial void LogFault(ILogger logger, string model, string endpoint, double seconds, EndpointFault fault, string reason);

    [LoggerMessage(3, LogLevel.Information, "{Model} at {Endpoint}: cancelled after {Seconds} s")]
    private static partial void LogCancelled(ILogger logger, string model, string endpoint, double seconds);
}
