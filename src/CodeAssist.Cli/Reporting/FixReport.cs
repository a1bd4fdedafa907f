using System.Globalization;
using System.Xml.Linq;
using CodeAssist.Cli.Output;
using CodeAssist.Cli.Repairing;
using CodeAssist.Repair.Gate;

namespace CodeAssist.Cli.Reporting;

/// <summary>The page of <c>fix --report</c>: each finding with what came of it, the checks and the diff.</summary>
internal static class FixReport
{
    /// <summary>The page's bytes.</summary>
    /// <param name="results">The findings and what came of them.</param>
    public static byte[] Page(IReadOnlyList<FindingResult> results)
    {
        var page = new HtmlPage(Texts.Get("ReportFixTitle"));
        page.Add(
            new XElement("h1", Texts.Get("ReportFixTitle")),
            Html.Of("p", "soft", Texts.Get("ReportMade", ToolVersion.Text, DateTime.Now.ToString("d", CultureInfo.CurrentCulture))),
            Totals(results));
        foreach (var file in results.GroupBy(result => result.Finding.Path))
            page.Add(new XElement("h2", Paths.Display(file.Key)), file.Select(Article));
        return page.Bytes();
    }

    private static XElement Totals(IReadOnlyList<FindingResult> results) => Html.Table(
        Texts.Get("ReportFixTotals"),
        [Texts.Get("ReportRule"), .. Enum.GetValues<FindingOutcome>().Select(Name)],
        results.GroupBy(result => result.Finding.Id).OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => (IReadOnlyList<object>)
            [rule.Key, .. Enum.GetValues<FindingOutcome>().Select(outcome => EvalReport.Number(rule.Count(result => result.Outcome == outcome)))]));

    private static XElement Article(FindingResult result) => new("article",
        new XElement("h4", $"{result.Finding.Id}, {Texts.Get("ReportLine", result.Finding.Line)}: {result.Finding.Message}"),
        new XElement("p",
            Html.Of("span", result.IsRepaired ? "good" : "bad", Name(result.Outcome)),
            string.Join(": ", new[] { result.Model ?? result.Proposer, result.Title, result.Reason }.OfType<string>().Where(part => part.Length > 0).Prepend(string.Empty))),
        result.Texts is { } texts ? Html.Diff(string.Join('\n', UnifiedDiff.Hunks(texts.Before, texts.After))) : null,
        result.Checks.IsEmpty ? null : Html.Of("p", "soft", Texts.Get("ReportChecks", string.Join(", ", result.Checks.Select(Check)))));

    private static string Check(CheckResult check) =>
        $"{check.Name} {Name(check.Outcome)} ({check.Elapsed.TotalMilliseconds.ToString("0.0", CultureInfo.CurrentCulture)} ms)"
        + (check.Outcome == CheckOutcome.Failed && check.Reason is { } reason ? $": {reason}" : string.Empty);

    private static string Name(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Passed => Texts.Get("ReportCheckPassed"),
        CheckOutcome.Failed => Texts.Get("ReportCheckFailed"),
        _ => Texts.Get("ReportCheckSkipped"),
    };

    private static string Name(FindingOutcome outcome) => outcome switch
    {
        FindingOutcome.Offered => Texts.Get("ReportOutcomeOffered"),
        FindingOutcome.Applied => Texts.Get("ReportOutcomeApplied"),
        FindingOutcome.Abstained => Texts.Get("ReportOutcomeAbstained"),
        _ => Texts.Get("ReportOutcomeFailed"),
    };
}
