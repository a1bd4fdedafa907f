using CodeAssist.Models.Endpoints;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Layers;

/// <summary>Tells the faults of a provider's own client in our terms, so that the other layers understand them.</summary>
internal sealed class TranslatingFaultsChatClient(IChatClient inner, EndpointFaults faults) : WholeReplyChatClient(inner)
{
    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            var response = await InnerClient.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
            return response.FinishReason is null ? throw faults.Unfinished() : response;
        }
        catch (HttpRequestException exception) when (exception.StatusCode is { } status)
        {
            throw faults.OfStatus((int)status, string.Empty, null);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw faults.OfConnection(exception);
        }
    }
}
