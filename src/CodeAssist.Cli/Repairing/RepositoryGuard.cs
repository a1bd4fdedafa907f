using System.Collections.Immutable;
using CodeAssist.Repair;
using CodeAssist.Repair.Context;
using CodeAssist.Repair.Proposing;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Cli.Repairing;

/// <summary>
/// Proposes by a model where the repository lets it: a repository may keep models out, keep files out of prompts, and
/// make prompts shorter. It can do nothing else.
/// </summary>
/// <param name="client">The model that the user named.</param>
/// <param name="rounds">How often the gate's findings are fed back.</param>
/// <param name="candidates">How many replies the model is asked for in a round.</param>
internal sealed class RepositoryGuard(IModelClient client, int rounds, int candidates = 1) : ISamplingProposer
{
    /// <inheritdoc/>
    public string Name => "model";

    /// <inheritdoc/>
    public string? Model => client.Model;

    /// <inheritdoc/>
    public int FeedbackRounds => rounds;

    /// <inheritdoc/>
    public int Candidates => candidates;

    /// <inheritdoc/>
    public bool Handles(string diagnosticId) => true;

    /// <inheritdoc/>
    public Task<Proposal> ProposeAsync(RepairRequest request, ImmutableArray<Rejection> rejections, CancellationToken cancellation) =>
        ProposeAsync(request, rejections, candidate: 0, cancellation);

    /// <inheritdoc/>
    public async Task<Proposal> ProposeAsync(RepairRequest request, ImmutableArray<Rejection> rejections, int candidate, CancellationToken cancellation)
    {
        var document = request.Document;
        if (await RepositoryLimits.RefusalAsync(document, cancellation).ConfigureAwait(false) is { } refusal)
            return Proposal.Nothing(refusal);
        var tokens = Math.Min(client.PromptTokens, await RepositoryLimits.MaxTokensAsync(document, cancellation).ConfigureAwait(false) ?? int.MaxValue);
        var limited = new LimitedClient(client, document.Project.Solution, tokens);
        return await new ModelProposer(limited, rounds, refusal: RepositoryLimits.RefusalIn(document.Project.Solution))
            .ProposeAsync(request, rejections, candidate, cancellation).ConfigureAwait(false);
    }

    /// <summary>The model within a repository's limits: the last look at a prompt before it leaves.</summary>
    private sealed class LimitedClient(IModelClient client, Solution solution, int promptTokens) : IModelClient
    {
        public string Model => client.Model;

        public int PromptTokens => promptTokens;

        public PromptSettings Prompts => client.Prompts;

        public async Task<ModelReply> AskAsync(ModelRequest request, CancellationToken cancellation)
        {
            foreach (var file in request.Files)
            {
                if (await RepositoryLimits.RefusalAsync(solution, file, cancellation).ConfigureAwait(false) is { } refusal)
                    return ModelReply.Failure(refusal);
            }

            return await client.AskAsync(request, cancellation).ConfigureAwait(false);
        }
    }
}
