using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Layers;

/// <summary>Ends a request, with all its attempts and pauses, when the profile's time is over.</summary>
internal sealed class DeadlineChatClient(IChatClient inner, ModelProfile profile, EndpointFaults faults) : WholeReplyChatClient(inner)
{
    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(profile.TimeoutSeconds));
        try
        {
            return await InnerClient.GetResponseAsync(messages, options, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw faults.Timeout(exception);
        }
    }
}
