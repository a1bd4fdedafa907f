using CodeAssist.Repair;
using CodeAssist.Repair.Gate;
using CodeAssist.Repair.Proposing;
using Microsoft.CodeAnalysis;

namespace CodeAssist.CodeFixes;

/// <summary>The edits of a proposer that needs no model, as far as they pass the gate.</summary>
/// <param name="proposer">Who proposes.</param>
/// <param name="analyzers">The analyzers by which the gate judges.</param>
internal sealed class BuiltInFixes(IProposer proposer, IAnalyzerSource analyzers) : ICheckedFixes
{
    private readonly RepairEngine _engine = new([proposer], new RepairGate(analyzers));

    /// <inheritdoc/>
    public IAnalyzerSource Analyzers => analyzers;

    /// <inheritdoc/>
    public async Task<CheckedEdit?> FixAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation) =>
        await RepairRequest.CreateAsync(document, diagnostic, cancellation).ConfigureAwait(false) is { } request
            ? (await _engine.RepairAsync(request, cancellation).ConfigureAwait(false)).Edit
            : null;
}
