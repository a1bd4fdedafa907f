using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Layers;

/// <summary>
/// Refuses prompts that quote a file which its repository keeps out of prompts. Who composes a prompt looks as well,
/// with more knowledge of the project; this is the last look, the same for everybody who asks.
/// </summary>
internal sealed class ExcludingChatClient(IChatClient inner) : WholeReplyChatClient(inner)
{
    /// <inheritdoc/>
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        foreach (var file in options.Subject().Files)
        {
            if (RepositorySettings.Refusal(file) is { } refusal)
                throw new EndpointException(EndpointFault.Excluded, refusal);
        }

        return InnerClient.GetResponseAsync(messages, options, cancellationToken);
    }
}
