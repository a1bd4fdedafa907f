using System.Collections.Immutable;
using CodeAssist.Repair.Proposing;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Cli.Repairing;

/// <summary>
/// Proposes by a model where the repository lets it: a repository may keep models out, keep files out of prompts, and
/// make prompts shorter. It can do nothing else.
/// </summary>
/// <param name="client">The model that the user named.</param>
/// <param name="rounds">How often the gate's findings are fed back.</param>
internal sealed class RepositoryGuard(IModelClient client, int rounds) : IProposer
{
    /// <inheritdoc/>
    public string Name => "model";

    /// <inheritdoc/>
    public string? Model => client.Model;

    /// <inheritdoc/>
    public int FeedbackRounds => rounds;

    /// <inheritdoc/>
    public bool Handles(string diagnosticId) => true;

    /// <inheritdoc/>
    public async Task<Proposal> ProposeAsync(Repair.RepairRequest request, ImmutableArray<Rejection> rejections, CancellationToken cancellation)
    {
        var limits = await RepositoryLimits.OfAsync(request.Document, cancellation).ConfigureAwait(false);
        if (limits.Refusal(request.Document.FilePath ?? request.Document.Name) is { } refusal)
            return Proposal.Nothing(refusal);
        var limited = new LimitedClient(client, request.Document.Project.Solution, limits.PromptTokens(client.PromptTokens));
        return await new ModelProposer(limited, rounds, refusal: RepositoryLimits.RefusalIn(request.Document.Project.Solution)).ProposeAsync(request, rejections, cancellation).ConfigureAwait(false);
    }

    /// <summary>The model within a repository's limits: the last look at a prompt before it leaves.</summary>
    private sealed class LimitedClient(IModelClient client, Solution solution, int promptTokens) : IModelClient
    {
        public string Model => client.Model;

        public int PromptTokens => promptTokens;

        public async Task<ModelReply> AskAsync(ModelRequest request, CancellationToken cancellation)
        {
            var refusal = RepositoryLimits.RefusalIn(solution);
            foreach (var file in request.Files)
            {
                if (await refusal(file, cancellation).ConfigureAwait(false) is { } reason)
                    return ModelReply.Failure(reason);
            }

            return await client.AskAsync(request, cancellation).ConfigureAwait(false);
        }
    }
}
