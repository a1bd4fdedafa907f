using System.Collections.Immutable;
using CodeAssist.Repair;
using CodeAssist.Repair.Gate;
using CodeAssist.Repair.Proposing;

namespace CodeAssist.CodeFixes.Model;

/// <summary>Proposes again what passed before, so that the gate judges it in the solution as it is now.</summary>
internal sealed class KeptProposer(KeptEdit kept) : IProposer
{
    /// <inheritdoc/>
    public string Name => "model";

    /// <inheritdoc/>
    public string Model => kept.Model;

    /// <inheritdoc/>
    public int FeedbackRounds => 0;

    /// <inheritdoc/>
    public bool Handles(string diagnosticId) => true;

    /// <inheritdoc/>
    public Task<Proposal> ProposeAsync(RepairRequest request, ImmutableArray<Rejection> rejections, CancellationToken cancellation) =>
        Task.FromResult(Proposal.Edit(string.Empty, kept.NewText));
}
