using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace CodeAssist.CodeFixes.Actions;

/// <summary>An action whose work is done when it is invoked, and never for its preview.</summary>
/// <param name="title">What it says.</param>
/// <param name="key">Which actions count as the same.</param>
/// <param name="solution">The solution that stays where the work comes to nothing.</param>
/// <param name="work">Gives the changed solution, or null.</param>
internal sealed class DeferredAction(string title, string key, Solution solution, Func<CancellationToken, Task<Solution?>> work) : CodeAction
{
    /// <inheritdoc/>
    public override string Title => title;

    /// <inheritdoc/>
    public override string EquivalenceKey => key;

    /// <inheritdoc/>
    protected override async Task<Solution?> GetChangedSolutionAsync(CancellationToken cancellationToken)
    {
        Solution? changed = null;
        await Guard.RunAsync(async () => changed = await work(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return changed ?? solution;
    }

    /// <inheritdoc/>
    protected override Task<IEnumerable<CodeActionOperation>> ComputePreviewOperationsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IEnumerable<CodeActionOperation>>([]);
}
