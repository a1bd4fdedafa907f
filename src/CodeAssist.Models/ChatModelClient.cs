using System.Collections.Immutable;
using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;
using CodeAssist.Models.Layers;
using CodeAssist.Models.Redaction;
using CodeAssist.Repair.Context;
using CodeAssist.Repair.Proposing;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models;

/// <summary>
/// The port to a code model, over a chat client. A fault is a reply with its reason in one line; only cancellation
/// throws. Made by <see cref="ModelClientFactory"/>.
/// </summary>
public sealed class ChatModelClient : IModelClient, IDisposable
{
    private readonly ModelProfile _profile;
    private readonly IChatClient _client;

    internal ChatModelClient(ModelProfile profile, IChatClient client)
    {
        _profile = profile;
        _client = client;
    }

    /// <inheritdoc/>
    public string Model => _profile.Model;

    /// <inheritdoc/>
    public int PromptTokens => _profile.PromptTokens;

    /// <inheritdoc/>
    public PromptSettings Prompts => _profile.Prompts;

    /// <summary>
    /// The messages exactly as they leave the machine: with the profile's own words and with placeholders for secrets.
    /// </summary>
    public static (ImmutableArray<ModelMessage> Messages, PromptRedaction Redaction) Preview(ModelProfile profile, ImmutableArray<ModelMessage> messages)
    {
        var whole = WithSystemPrompt(profile, messages);
        var redaction = PromptRedaction.Of([.. whole.Select(message => message.Text)]);
        return redaction.Problem is null
            ? ([.. whole.Zip(redaction.Texts, (message, text) => message with { Text = text })], redaction)
            : ([], redaction);
    }

    /// <inheritdoc/>
    public async Task<ModelReply> AskAsync(ModelRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (visible, redaction) = Preview(_profile, request.Messages);
        if (redaction.Problem is not null)
            return ModelReply.Failure(redaction.Problem);
        if ((SourceLinks.Refusal(request.Files) ?? OriginRefusal(request)) is { } refusal)
            return ModelReply.Failure(refusal);

        // The evidence knows the prompt as the server saw it.
        var exchange = new ModelExchange(_profile.Model, _profile.Endpoint.Host, PromptJson.Hash(PromptJson.Bytes(ToChat(visible))), null, null);
        try
        {
            var response = await _client.GetResponseAsync(
                ToChat(WithSystemPrompt(_profile, request.Messages)),
                Sampling.Of(_profile.Model, request.Candidate).ToOptions(_profile.OutputTokens).About(request),
                cancellation).ConfigureAwait(false);
            var slot = response.Slot();
            return ModelReply.Success(response.Text, exchange with
            {
                Cached = slot?.IsCached,
                PromptTokens = Count(response.Usage?.InputTokenCount),
                CompletionTokens = Count(response.Usage?.OutputTokenCount),
            }) with
            {
                Slot = slot,
            };
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (EndpointException exception)
        {
            return ModelReply.Failure(exception.Message, exchange);
        }
        catch (Exception exception)
        {
            // The port's promise: whatever breaks in here is a reason, not a crash of the host.
            return ModelReply.Failure(Messages.Get("ClientBroke", _profile.Endpoint.Authority, exception.Message.ToOneLine()), exchange);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private string? OriginRefusal(ModelRequest request) =>
        request.Files.Select(file => ConfigurationOrigin.Refusal(_profile.DefinedIn, file)).FirstOrDefault(refusal => refusal is not null);

    private static ImmutableArray<ModelMessage> WithSystemPrompt(ModelProfile profile, ImmutableArray<ModelMessage> messages) => (profile.SystemPrompt, messages) switch
    {
        (null, _) => messages,
        // Servers want one system message, and our instructions come first: they are the same for everybody.
        (var words, [{ Role: ModelRole.System } system, .. var others]) => [system with { Text = system.Text + "\n\n" + words }, .. others],
        (var words, _) => [new ModelMessage(ModelRole.System, words), .. messages],
    };

    private static IEnumerable<ChatMessage> ToChat(ImmutableArray<ModelMessage> messages) => messages.Select(message => new ChatMessage(
        message.Role switch
        {
            ModelRole.System => ChatRole.System,
            ModelRole.Assistant => ChatRole.Assistant,
            _ => ChatRole.User,
        },
        message.Text));

    private static int? Count(long? tokens) => tokens is >= 0 and <= int.MaxValue ? (int)tokens : null;
}
