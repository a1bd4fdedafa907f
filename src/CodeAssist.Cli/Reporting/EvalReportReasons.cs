using System.Xml.Linq;
using CodeAssist.Eval.Runs;

namespace CodeAssist.Cli.Reporting;

/// <summary>Which check stopped how many: the part of the page that says why answers are not correct.</summary>
internal static class EvalReportReasons
{
    public static IEnumerable<object?> Section(IReadOnlyList<Measured> models)
    {
        if (models.All(model => model.Breakdown.Ends.Count == 0))
            return [];
        return
        [
            new XElement("h3", Texts.Get("ReportReasons")),
            Ends(models),
            // Without feedback rounds each attempt has one candidate, and this says nothing new.
            models.Any(model => model.Breakdown.Rounds.Count > 1) ? Rejections(models) : null,
        ];
    }

    private static XElement Ends(IReadOnlyList<Measured> models)
    {
        var rows = models.SelectMany(model => model.Breakdown.Ends).Select(end => (end.Stage, end.Check)).Distinct()
            .OrderBy(row => row.Stage).ThenByDescending(row => models.Max(model => Count(model, row))).ThenBy(row => row.Check, StringComparer.Ordinal);
        return Html.Table(
            Texts.Get("ReportEnds"),
            [Texts.Get("ReportEnd"), .. models.Select(model => model.Name)],
            rows.Select(row => (IReadOnlyList<object>)[Name(row.Stage, row.Check), .. models.Select(model => EvalReport.Number(Count(model, row)))]));
    }

    private static XElement Rejections(IReadOnlyList<Measured> models)
    {
        var checks = models.SelectMany(model => model.Breakdown.Rejections).GroupBy(check => check.Check).OrderByDescending(group => group.Max(check => check.Candidates)).ThenBy(group => group.Key, StringComparer.Ordinal);
        return Html.Table(
            Texts.Get("ReportRejections"),
            [Texts.Get("ReportCheck"), .. models.Select(model => model.Name)],
            checks.Select(check => (IReadOnlyList<object>)
                [check.Key, .. models.Select(model => EvalReport.Number(model.Breakdown.Rejections.FirstOrDefault(count => count.Check == check.Key)?.Candidates ?? 0))]));
    }

    private static int Count(Measured model, (AttemptStage Stage, string Check) row) =>
        model.Breakdown.Ends.FirstOrDefault(end => (end.Stage, end.Check) == row)?.Attempts ?? 0;

    private static string Name(AttemptStage stage, string check) => stage switch
    {
        AttemptStage.Asked => Texts.Get("ReportEndAsked"),
        AttemptStage.Answered => Texts.Get("ReportEndAnswered", check),
        _ => Texts.Get("ReportEndOffered", check),
    };
}
