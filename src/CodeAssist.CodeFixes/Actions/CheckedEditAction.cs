using CodeAssist.Repair;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace CodeAssist.CodeFixes.Actions;

/// <summary>An edit that passed every check, ready to be applied.</summary>
internal sealed class CheckedEditAction(CheckedEdit edit, string diagnosticId) : CodeAction
{
    /// <inheritdoc/>
    public override string Title => edit.Title;

    /// <inheritdoc/>
    public override string EquivalenceKey => $"CodeAssist.{edit.Proposer}.{diagnosticId}";

    /// <inheritdoc/>
    protected override Task<Solution?> GetChangedSolutionAsync(CancellationToken cancellationToken) =>
        Task.FromResult<Solution?>(edit.Apply());
}
