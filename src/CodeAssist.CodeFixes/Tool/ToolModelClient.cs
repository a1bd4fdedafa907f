using CodeAssist.Repair.Context;
using CodeAssist.Repair.Proposing;

namespace CodeAssist.CodeFixes.Tool;

/// <summary>The model behind the tool.</summary>
/// <param name="host">The tool.</param>
/// <param name="handshake">What the tool said of itself.</param>
/// <param name="promptTokens">How many tokens a prompt may have here; never more than the tool allows.</param>
/// <param name="refusal">Says why a file's text must not be sent; null where it may.</param>
internal sealed class ToolModelClient(ToolHost host, Handshake handshake, int promptTokens, FileRefusal refusal) : IModelClient
{
    /// <summary>Says why a file's text must not be sent; null where it may.</summary>
    public FileRefusal Refusal => refusal;

    /// <inheritdoc/>
    public string Model => handshake.Model;

    /// <inheritdoc/>
    public int PromptTokens => Math.Min(promptTokens, handshake.PromptTokens);

    /// <inheritdoc/>
    public PromptSettings Prompts => handshake.Prompts;

    /// <inheritdoc/>
    public async Task<ModelReply> AskAsync(ModelRequest request, CancellationToken cancellation)
    {
        foreach (var file in request.Files)
        {
            if (await refusal(file, cancellation).ConfigureAwait(false) is { } reason)
                return ModelReply.Failure(reason);
        }

        var (answer, problem) = await host.AskAsync(QuestionOf(request), cancellation).ConfigureAwait(false);
        return answer switch
        {
            null => ModelReply.Failure(problem ?? Messages.Get("ToolEnded")),
            { Type: "reply", Text: { } text, Exchange: { } exchange } => ModelReply.Success(text, Of(exchange)) with { Slot = answer.Slot },
            { Type: "failure" } => ModelReply.Failure(answer.Reason ?? Messages.Get("ToolGarbled"), answer.Exchange is { } sent ? Of(sent) : null),
            _ => ModelReply.Failure(Messages.Get("ToolGarbled")),
        };
    }

    private static ToolMessage QuestionOf(ModelRequest request) => new()
    {
        Type = "ask",
        Candidate = request.Candidate,
        DiagnosticId = request.DiagnosticId,
        Messages = [.. request.Messages.Select(message => new PromptMessage { Role = RoleOf(message.Role), Text = message.Text })],
        Files = [.. request.Files],
    };

    private static string RoleOf(ModelRole role) => role switch
    {
        ModelRole.System => "system",
        ModelRole.Assistant => "assistant",
        _ => "user",
    };

    private ModelExchange Of(ExchangeMessage exchange) => new(
        exchange.Model ?? handshake.Model, exchange.EndpointHost ?? string.Empty, exchange.PromptHash ?? string.Empty, exchange.PromptTokens, exchange.CompletionTokens)
    {
        Cached = exchange.Cached,
    };
}
