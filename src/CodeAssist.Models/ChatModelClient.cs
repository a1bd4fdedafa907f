using System.Collections.Immutable;
using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;
using CodeAssist.Models.Redaction;
using CodeAssist.Repair.Evidence;
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
    private readonly IRequestLog? _log;

    internal ChatModelClient(ModelProfile profile, IChatClient client, IRequestLog? log = null)
    {
        _profile = profile;
        _client = client;
        _log = log;
    }

    private static string Version { get; } = typeof(ChatModelClient).Assembly.GetName().Version?.ToString() ?? "0";

    /// <inheritdoc/>
    public string Model => _profile.Model;

    /// <inheritdoc/>
    public int PromptTokens => _profile.PromptTokens;

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

        // The evidence knows the prompt as the server saw it.
        var bytes = PromptJson.Bytes(ToChat(visible));
        var exchange = new ModelExchange(_profile.Model, _profile.Endpoint.Host, PromptJson.Hash(bytes), null, null);
        _log?.Write(new RequestRecord(
            DateTime.UtcNow, request.DiagnosticId, exchange.Model, exchange.EndpointHost, exchange.PromptHash, bytes.Length, request.Files, Version));
        try
        {
            var response = await _client.GetResponseAsync(
                ToChat(WithSystemPrompt(_profile, request.Messages)),
                Sampling.Of(_profile.Model, request.Candidate).ToOptions(_profile.OutputTokens),
                cancellation).ConfigureAwait(false);
            return ModelReply.Success(response.Text, exchange with
            {
                PromptTokens = Count(response.Usage?.InputTokenCount),
                CompletionTokens = Count(response.Usage?.OutputTokenCount),
            });
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
