using System.Collections.Immutable;
using CodeAssist.Repair;
using CodeAssist.Repair.Proposing;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Eval.Repairing;

/// <summary>The baseline <c>reference</c>: proposes the known repair. What it scores less than everything, the harness or the gate has lost.</summary>
/// <param name="text">The text of the known repair.</param>
/// <param name="title">What the edit does.</param>
public sealed class KnownEditProposer(string text, string title) : IProposer
{
    /// <summary>Proposes the known repair of a case.</summary>
    public static KnownEditProposer OfReference(RepairCase repairCase)
    {
        ArgumentNullException.ThrowIfNull(repairCase);
        return new KnownEditProposer(repairCase.Reference, Messages.Get("TitleReference"));
    }

    /// <inheritdoc/>
    public string Name => "reference";

    /// <inheritdoc/>
    public string? Model => null;

    /// <inheritdoc/>
    public int FeedbackRounds => 0;

    /// <inheritdoc/>
    public bool Handles(string diagnosticId) => true;

    /// <inheritdoc/>
    public Task<Proposal> ProposeAsync(RepairRequest request, ImmutableArray<Rejection> rejections, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Task.FromResult(Proposal.Edit(title, SourceText.From(text, request.Text.Encoding)));
    }
}

/// <summary>The baseline <c>nothing</c>: proposes nothing. What it scores more than nothing, the harness has made up.</summary>
/// <param name="reason">Why, in one line; null says that this is the baseline.</param>
public sealed class NothingProposer(string? reason = null) : IProposer
{
    /// <inheritdoc/>
    public string Name => "nothing";

    /// <inheritdoc/>
    public string? Model => null;

    /// <inheritdoc/>
    public int FeedbackRounds => 0;

    /// <inheritdoc/>
    public bool Handles(string diagnosticId) => true;

    /// <inheritdoc/>
    public Task<Proposal> ProposeAsync(RepairRequest request, ImmutableArray<Rejection> rejections, CancellationToken cancellation) =>
        Task.FromResult(Proposal.Nothing(reason ?? Messages.Get("NothingProposed")));
}
