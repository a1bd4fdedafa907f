using System.Xml.Linq;
using CodeAssist.Eval.Suites;

namespace CodeAssist.Cli.Reporting;

/// <summary>What was offered though it is not correct, with its diffs: of a suite with a gate, the gate's false accepts.</summary>
internal static class EvalReportOffers
{
    public static IEnumerable<object?> Section(string suite, IReadOnlyList<Measured> models)
    {
        if (models.All(model => model.Summary.Offered.Rate == 0))
            return [];
        return
        [
            new XElement("h3", Texts.Get("ReportWrongOffers")),
            Html.Table(
                Texts.Get("ReportWrongOffersTable"),
                [Texts.Get("ReportModel"), Texts.Get("ReportWrongOffersCount"), Texts.Get("ReportOfOffered"), Texts.Get("ReportOfAnswered")],
                models.Select(Row)),
            models.Select(model => Wrong(suite, model)),
        ];
    }

    // Samples of one task are not independent: the interval counts tasks, as those of the rates do.
    private static IReadOnlyList<object> Row(Measured model)
    {
        object Share(Func<Attempt, bool> among)
        {
            var all = model.Result.Attempts.Where(among).ToList();
            var tasks = all.Select(attempt => attempt.Task).Distinct().Count();
            return EvalReport.Rate(all.Count == 0 ? null : RateInterval.Wilson(all.Count(IsWrong) * (double)tasks / all.Count, tasks));
        }

        return [model.Name, EvalReport.Number(model.Result.Attempts.Count(IsWrong)), Share(attempt => attempt.Offered), Share(attempt => attempt.Answered)];
    }

    private static bool IsWrong(Attempt attempt) => attempt is { Offered: true, Correct: false };

    // A gate's false accepts are few and to be read; what merely compiles is there to be opened.
    private static object? Wrong(string suite, Measured model)
    {
        var articles = model.Result.Attempts.Where(IsWrong).Select(attempt => Article(model, attempt)).ToList();
        return suite is "repair" or "project" || articles.Count == 0
            ? articles
            : new XElement("details", new XElement("summary", $"{model.Name}: {EvalReport.Number(articles.Count)}"), articles);
    }

    private static XElement Article(Measured model, Attempt attempt) => new("article",
        new XElement("h4", $"{model.Name}: {attempt.Task}" + (model.Result.Scope.Samples > 1 ? $" #{attempt.Sample + 1}" : string.Empty)),
        Html.Of("p", "soft", $"{attempt.Check}: {attempt.Reason}"),
        attempt.Shown.Length > 0 ? Html.Diff(attempt.Shown) : null);
}
