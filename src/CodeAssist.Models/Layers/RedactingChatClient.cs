using CodeAssist.Models.Endpoints;
using CodeAssist.Models.Redaction;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Layers;

/// <summary>
/// Puts placeholders for secrets into what is sent and the secrets back into what is replied, so that an edit keeps
/// them and no server sees them.
/// </summary>
internal sealed class RedactingChatClient(IChatClient inner) : WholeReplyChatClient(inner)
{
    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ChatMessage> original = [.. messages];
        var redaction = PromptRedaction.Of([.. original.Select(message => message.Text)]);
        if (redaction.Problem is not null)
            throw new EndpointException(EndpointFault.NotRedactable, redaction.Problem);
        var sent = original.Zip(redaction.Texts, (message, text) => new ChatMessage(message.Role, text));
        var response = await InnerClient.GetResponseAsync(sent, options, cancellationToken).ConfigureAwait(false);
        var text = redaction.Restore(response.Text)
            ?? throw new EndpointException(EndpointFault.PlaceholderLost, Messages.Get("PlaceholderLost"));
        return WithText(response, text);
    }
}
