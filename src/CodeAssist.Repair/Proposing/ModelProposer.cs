using System.Collections.Immutable;
using CodeAssist.Repair.Context;

namespace CodeAssist.Repair.Proposing;

/// <summary>Proposes what a code model replies.</summary>
/// <param name="client">The model.</param>
/// <param name="feedbackRounds">How often the gate's findings are fed back.</param>
/// <param name="handles">Which diagnostics are sent to the model; null sends any.</param>
/// <param name="refusal">Says why a file's text must not be in a prompt; null allows any file.</param>
/// <param name="candidates">How many replies the model is asked for in a round.</param>
public sealed class ModelProposer(
    IModelClient client, int feedbackRounds = 1, Func<string, bool>? handles = null, FileRefusal? refusal = null, int candidates = 1) : ISamplingProposer
{
    /// <inheritdoc/>
    public string Name => "model";

    /// <inheritdoc/>
    public string? Model => client.Model;

    /// <inheritdoc/>
    public int FeedbackRounds => feedbackRounds;

    /// <inheritdoc/>
    public int Candidates => candidates;

    /// <inheritdoc/>
    public bool Handles(string diagnosticId) => handles?.Invoke(diagnosticId) ?? true;

    /// <inheritdoc/>
    public Task<Proposal> ProposeAsync(RepairRequest request, ImmutableArray<Rejection> rejections, CancellationToken cancellation) =>
        ProposeAsync(request, rejections, candidate: 0, cancellation);

    /// <inheritdoc/>
    public async Task<Proposal> ProposeAsync(RepairRequest request, ImmutableArray<Rejection> rejections, int candidate, CancellationToken cancellation)
    {
        var prompt = await PromptBuilder.BuildAsync(request, rejections, client.PromptTokens, cancellation, refusal, client.Prompts).ConfigureAwait(false);
        if (prompt.Problem is not null)
            return Proposal.Nothing(prompt.Problem);
        var reply = await client.AskAsync(
            new ModelRequest(prompt.Messages, candidate, prompt.Files) { DiagnosticId = request.Diagnostic.Id }, cancellation).ConfigureAwait(false);
        if (reply.Text is null)
            return Proposal.Failure(reply.FailureReason ?? Messages.Get("NoReply")) with { Exchange = reply.Exchange };
        var proposal = Editing.ReplyEditor.Apply(request, prompt.Region, reply.Text);
        return await Editing.NewTokenFormat.ApplyAsync(request, proposal, cancellation).ConfigureAwait(false) with { Reply = reply.Text, Exchange = reply.Exchange, Slot = reply.Slot };
    }
}
