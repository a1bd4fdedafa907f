using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CodeAssist.CodeFixes.FixAll;

/// <summary>
/// Compiles the edits together. Each was judged with the earlier ones in place, so this should never find anything; it is
/// what holds where an edit's judgement did not look as far as a later edit reached.
/// </summary>
internal static class CombinedCheck
{
    /// <summary>The last of the steps that adds no compiler error or warning to the original; the original where there is none.</summary>
    /// <param name="original">The solution before the edits.</param>
    /// <param name="steps">The solution after each edit, in order.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<Solution> LastGoodAsync(Solution original, IReadOnlyList<Solution> steps, CancellationToken cancellation)
    {
        // Where the whole is not good, the first bad step is found by halves: all before it are good.
        if (steps.Count == 0)
            return original;
        if (await IsGoodAsync(original, steps[steps.Count - 1], cancellation).ConfigureAwait(false))
            return steps[steps.Count - 1];
        var good = -1;
        var bad = steps.Count - 1;
        while (bad - good > 1)
        {
            var middle = (good + bad) / 2;
            if (await IsGoodAsync(original, steps[middle], cancellation).ConfigureAwait(false))
                good = middle;
            else
                bad = middle;
        }

        return good < 0 ? original : steps[good];
    }

    private static async Task<bool> IsGoodAsync(Solution original, Solution changed, CancellationToken cancellation)
    {
        foreach (var project in changed.GetChanges(original).GetProjectChanges())
        {
            foreach (var id in project.GetChangedDocuments())
            {
                var before = original.GetDocument(id);
                var after = changed.GetDocument(id);
                if (before is null || after is null)
                    return false;
                if (!await AddsNothingAsync(before, after, cancellation).ConfigureAwait(false))
                    return false;
            }
        }

        return true;
    }

    private static async Task<bool> AddsNothingAsync(Document before, Document after, CancellationToken cancellation)
    {
        var oldRoot = await before.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var newRoot = await after.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        if (oldRoot is null || newRoot is null)
            return false;

        // A changed declaration can break any file of the project.
        var whole = !SyntaxFactory.AreEquivalent(oldRoot, newRoot, topLevel: true);
        var old = Count(await ProblemsAsync(before, whole, cancellation).ConfigureAwait(false));
        return Count(await ProblemsAsync(after, whole, cancellation).ConfigureAwait(false))
            .All(problem => old.TryGetValue(problem.Key, out var count) && problem.Value <= count);
    }

    private static async Task<IEnumerable<Diagnostic>> ProblemsAsync(Document document, bool whole, CancellationToken cancellation)
    {
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var diagnostics = whole ? model?.Compilation.GetDiagnostics(cancellation) : model?.GetDiagnostics(cancellationToken: cancellation);
        return diagnostics?.Where(diagnostic => !diagnostic.IsSuppressed && diagnostic.Severity >= DiagnosticSeverity.Warning) ?? [];
    }

    private static Dictionary<(string Id, string Message), int> Count(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.GroupBy(diagnostic => (diagnostic.Id, diagnostic.GetMessage())).ToDictionary(group => group.Key, group => group.Count());
}
