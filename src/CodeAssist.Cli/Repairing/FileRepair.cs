using System.Collections.Immutable;
using CodeAssist.Cli.Diagnosing;
using CodeAssist.Cli.Loading;
using CodeAssist.Repair;
using CodeAssist.Repair.Editing;
using CodeAssist.Repair.Gate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Cli.Repairing;

/// <summary>Repairs the findings of one file.</summary>
/// <param name="engine">Repairs one diagnostic.</param>
/// <param name="gate">Judges edits together.</param>
/// <param name="collector">Finds a diagnostic again after the file was edited.</param>
/// <param name="solution">The solution before the file's first edit.</param>
internal sealed class FileRepair(RepairEngine engine, RepairGate gate, DiagnosticCollector collector, Solution solution)
{
    /// <summary>The solution with the file's edits.</summary>
    public Solution Solution { get; private set; } = solution;

    /// <summary>Repairs the findings; gives a result for each, and the file where it has edits.</summary>
    public async Task<(ImmutableArray<FindingResult> Results, EditedFile? Edited)> RunAsync(
        ImmutableArray<ReportedDiagnostic> findings, CancellationToken cancellation)
    {
        if (findings[0].Document is not { FilePath: { } path } first || first is SourceGeneratedDocument)
            return ([.. findings.Select(finding => Nothing(finding, Texts.Get("NotInSource")))], null);
        if (Problem(path) is { } problem)
            return ([.. findings.Select(finding => Nothing(finding, problem))], null);

        var history = new TextHistory(await first.GetTextAsync(cancellation).ConfigureAwait(false), MinimalChanges.Between);
        var results = ImmutableArray.CreateBuilder<FindingResult>(findings.Length);
        foreach (var finding in findings)
        {
            var others = findings.Skip(results.Count + 1).Select(other => history.Locate(other.Span)).OfType<TextSpan>().ToImmutableHashSet();
            results.Add(await RepairAsync(finding, history, others, results.LastOrDefault(earlier => earlier.IsRepaired), cancellation).ConfigureAwait(false));
        }

        return (results.MoveToImmutable(), history.IsChanged ? new EditedFile(path, history.Original, history.Current) : null);
    }

    private async Task<FindingResult> RepairAsync(
        ReportedDiagnostic finding, TextHistory history, ImmutableHashSet<TextSpan> others, FindingResult? earlier, CancellationToken cancellation)
    {
        var document = Solution.GetDocument(finding.Document!.Id);
        if (document is null)
            return Nothing(finding, Texts.Get("NotInSource"));
        var diagnostic = history.IsChanged
            ? await FindAgainAsync(finding, document, history, others, cancellation).ConfigureAwait(false)
            : finding.Diagnostic;
        if (diagnostic is null)
        {
            return history.Locate(finding.Span) is null
                ? RepairedBy(earlier, finding)
                : await RepairUnreportedAsync(finding, document, history, earlier, cancellation).ConfigureAwait(false);
        }

        var request = await RepairRequest.CreateAsync(document, diagnostic, cancellation).ConfigureAwait(false);
        if (request is null)
            return Nothing(finding, Texts.Get("NoRegion"));

        var outcome = await engine.RepairAsync(request, cancellation).ConfigureAwait(false);
        if (outcome.Edit is not { } edit)
            return NotRepaired(finding, outcome);
        Solution = edit.Apply();
        return Repaired(finding, history, edit, edit.NewText);
    }

    // An edit can silence a rule about code that it did not touch: the finding is then repaired where it was reported.
    private async Task<FindingResult> RepairUnreportedAsync(
        ReportedDiagnostic finding, Document document, TextHistory history, FindingResult? earlier, CancellationToken cancellation)
    {
        var request = await RepairRequest.CreateAsync(finding.Document!, finding.Diagnostic, cancellation).ConfigureAwait(false);
        if (request is null)
            return Nothing(finding, Texts.Get("NoRegion"));
        var outcome = await engine.RepairAsync(request, cancellation).ConfigureAwait(false);
        if (outcome.Edit is not { } edit)
            return NotRepaired(finding, outcome);
        if (await CarriedEdit.OntoAsync(edit, history, document, gate, cancellation).ConfigureAwait(false) is not { } carried)
            return RepairedBy(earlier, finding);
        Solution = carried.Apply();
        return Repaired(finding, history, carried, carried.NewText);
    }

    private static FindingResult Repaired(ReportedDiagnostic finding, TextHistory history, CheckedEdit edit, SourceText next)
    {
        var before = history.Current;
        return new FindingResult(finding, FindingOutcome.Offered)
        {
            Title = edit.Title,
            Proposer = edit.Proposer,
            Model = edit.Model,
            Changes = history.Accept(next),
            Checks = edit.Verdict.Checks,
            Texts = (before, next),
        };
    }

    private static FindingResult NotRepaired(ReportedDiagnostic finding, RepairOutcome outcome)
    {
        var last = outcome.Attempts.LastOrDefault();
        return new FindingResult(finding, outcome.Abstention?.Failed == true ? FindingOutcome.Failed : FindingOutcome.Abstained)
        {
            Proposer = last?.Proposer.Name,
            Model = last?.Proposer.Model,
            Reason = Texts.OneLine(outcome.Abstention?.Reason ?? Texts.Get("NoReasonGiven")),
            Checks = outcome.Attempts.LastOrDefault(attempt => attempt.Verdict is not null)?.Verdict?.Checks ?? [],
        };
    }

    // An edit moves what follows it. The position says which of the diagnostics it is; where an edit reached into the
    // flagged code itself, the fingerprint does, unless the place is another finding's.
    private async Task<Diagnostic?> FindAgainAsync(
        ReportedDiagnostic finding, Document document, TextHistory history, ImmutableHashSet<TextSpan> others, CancellationToken cancellation)
    {
        var now = await collector.CollectAsync(document, cancellation).ConfigureAwait(false);
        var same = now.Where(diagnostic => diagnostic.Id == finding.Id).ToList();
        if (history.Locate(finding.Span) is { } span && same.Find(diagnostic => diagnostic.Location.SourceSpan == span) is { } moved)
            return moved;
        return same.Find(diagnostic =>
            finding.Fingerprint is { } fingerprint
            && diagnostic.Properties.GetValueOrDefault(Analyzers.DiagnosticProperties.Fingerprint) == fingerprint
            && !others.Contains(diagnostic.Location.SourceSpan));
    }

    // One edit may remove several findings: nothing is left to ask for.
    private static FindingResult RepairedBy(FindingResult? earlier, ReportedDiagnostic finding) =>
        earlier is null
            ? Nothing(finding, Texts.Get("NotInSource"))
            : new FindingResult(finding, earlier.Outcome)
            {
                Reason = Texts.Get("RepairedToo", earlier.Finding.Id, earlier.Finding.Line),
                Proposer = earlier.Proposer,
                Model = earlier.Model,
                Checks = earlier.Checks,
            };

    private static FindingResult Nothing(ReportedDiagnostic finding, string reason) => new(finding, FindingOutcome.Abstained) { Reason = reason };

    // A file that cannot be written as it was read is left alone from the start: nobody is asked for an edit that
    // would be thrown away.
    private static string? Problem(string path)
    {
        try
        {
            return FileText.Read(path).Survives ? null : Texts.Get("DoesNotSurvive", path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Texts.OneLine(exception.Message);
        }
    }
}
