using Microsoft.CodeAnalysis;

namespace CodeAssist.CodeFixes.FixAll;

/// <summary>Fixes findings one after the other, each against the solution that holds the earlier edits; then judges them all together.</summary>
internal sealed class FixAllRun(ICheckedFixes fixes)
{
    private readonly DiagnosticFollower _follower = new(fixes.Analyzers);

    /// <summary>The solution with every checked edit; the same one where there is none.</summary>
    public async Task<Solution> RunAsync(Solution solution, IReadOnlyList<Finding> findings, CancellationToken cancellation)
    {
        var current = solution;
        var steps = new List<Solution>();
        var open = new Queue<Finding>(findings);
        while (open.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var finding = open.Dequeue();
            if (current.GetDocument(finding.Document) is not { } document
                || await fixes.FixAsync(document, finding.Diagnostic, cancellation).ConfigureAwait(false) is not { } edit)
            {
                continue;
            }

            var changed = edit.Apply();
            steps.Add(changed);
            open = new Queue<Finding>(await _follower.FollowAsync(document, edit.NewText, changed, open, cancellation).ConfigureAwait(false));
            current = changed;
        }

        return await CombinedCheck.LastGoodAsync(solution, steps, cancellation).ConfigureAwait(false);
    }
}
