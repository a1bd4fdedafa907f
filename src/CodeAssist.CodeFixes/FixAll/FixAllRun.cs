using CodeAssist.Repair;
using CodeAssist.Repair.Editing;
using CodeAssist.Repair.Gate;
using Microsoft.CodeAnalysis;

namespace CodeAssist.CodeFixes.FixAll;

/// <summary>Fixes findings one after the other, each against the solution that holds the earlier edits; then judges them all together.</summary>
internal sealed class FixAllRun(ICheckedFixes fixes)
{
    private readonly DiagnosticFollower _follower = new(fixes.Analyzers);
    private readonly RepairGate _gate = new(fixes.Analyzers);

    // By file: a file of several projects has one text.
    private readonly Dictionary<string, TextHistory> _histories = new(StringComparer.Ordinal);

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
            if (solution.GetDocument(finding.Document) is not { } original || current.GetDocument(finding.Document) is not { } document)
                continue;
            var history = await HistoryOfAsync(original, cancellation).ConfigureAwait(false);
            if (await FixAsync(finding, original, document, history, cancellation).ConfigureAwait(false) is not { } edit)
                continue;

            var changed = edit.Apply();
            history.Accept(edit.NewText);
            steps.Add(changed);
            open = new Queue<Finding>(await _follower.FollowAsync(document, edit.NewText, changed, open, cancellation).ConfigureAwait(false));
            current = changed;
        }

        return await CombinedCheck.LastGoodAsync(solution, steps, cancellation).ConfigureAwait(false);
    }

    // What an earlier edit has silenced is fixed where it was reported.
    private async Task<CheckedEdit?> FixAsync(Finding finding, Document original, Document document, TextHistory history, CancellationToken cancellation)
    {
        if (!finding.IsSilenced)
            return await fixes.FixAsync(document, finding.Diagnostic, cancellation).ConfigureAwait(false);
        return await fixes.FixAsync(original, finding.Reported, cancellation).ConfigureAwait(false) is { } edit
            ? await CarriedEdit.OntoAsync(edit, history, document, _gate, cancellation).ConfigureAwait(false)
            : null;
    }

    private async Task<TextHistory> HistoryOfAsync(Document original, CancellationToken cancellation)
    {
        var place = Finding.PlaceOf(original);
        if (!_histories.TryGetValue(place, out var history))
            _histories.Add(place, history = new TextHistory(await original.GetTextAsync(cancellation).ConfigureAwait(false)));
        return history;
    }
}
