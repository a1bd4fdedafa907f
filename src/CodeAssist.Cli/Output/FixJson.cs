using CodeAssist.Cli.Repairing;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Cli.Output;

/// <summary>The result of <c>fix --format json</c>; lines and columns count from 1, positions are in the original text.</summary>
internal sealed record FixJson(IReadOnlyList<FixJson.Finding> Findings, FixJson.Totals Summary)
{
    public static FixJson Of(IReadOnlyList<FindingResult> results) => new(
        [.. results.Select(Finding.Of)],
        new Totals(
            results.Count,
            results.Count(result => result.Outcome == FindingOutcome.Offered),
            results.Count(result => result.Outcome == FindingOutcome.Applied),
            results.Count(result => result.Outcome == FindingOutcome.Abstained),
            results.Count(result => result.Outcome == FindingOutcome.Failed)));

    internal sealed record Finding(
        string Id, string File, int Line, string Message, FindingOutcome Outcome, string? Proposer, string? Model, string? Reason,
        IReadOnlyList<Edit> Edits, IReadOnlyList<CheckJson> Checks)
    {
        public static Finding Of(FindingResult result) => new(
            result.Finding.Id, result.Finding.Path, result.Finding.Line, result.Finding.Message, result.Outcome, result.Proposer, result.Model,
            result.Reason,
            [.. result.Changes.Select(change => Edit.Of(result, change))],
            [.. result.Checks.Select(CheckJson.Of)]);
    }

    internal sealed record Edit(string File, int StartLine, int StartColumn, int EndLine, int EndColumn, string NewText)
    {
        public static Edit Of(FindingResult result, TextChange change)
        {
            var lines = result.Finding.Diagnostic.Location.SourceTree!.GetText().Lines;
            var (start, end) = (lines.GetLinePosition(change.Span.Start), lines.GetLinePosition(change.Span.End));
            return new Edit(result.Finding.Path, start.Line + 1, start.Character + 1, end.Line + 1, end.Character + 1, change.NewText!);
        }
    }

    internal sealed record Totals(int Found, int Offered, int Applied, int Abstained, int Failed);
}
