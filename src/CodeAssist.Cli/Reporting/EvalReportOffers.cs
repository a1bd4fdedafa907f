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
            models.SelectMany(model => model.Result.Attempts.Where(IsWrong).Select(attempt => Article(suite, model, attempt))),
        ];
    }

    private static IReadOnlyList<object> Row(Measured model)
    {
        var wrong = model.Result.Attempts.Count(IsWrong);
        return
        [
            model.Name, EvalReport.Number(wrong),
            Share(wrong, model.Result.Attempts.Count(attempt => attempt.Offered)),
            Share(wrong, model.Result.Attempts.Count(attempt => attempt.Answered)),
        ];
    }

    private static object Share(int wrong, int all) => EvalReport.Rate(all == 0 ? null : RateInterval.Wilson(wrong, all));

    private static bool IsWrong(Attempt attempt) => attempt is { Offered: true, Correct: false };

    // A gate's false accepts are few and to be read; what merely compiles is there to be opened.
    private static XElement Article(string suite, Measured model, Attempt attempt)
    {
        var name = $"{model.Name}: {attempt.Task}" + (model.Result.Scope.Samples > 1 ? $" #{attempt.Sample + 1}" : string.Empty);
        object?[] content = [Html.Of("p", "soft", $"{attempt.Check}: {attempt.Reason}"), attempt.Shown.Length > 0 ? Html.Diff(attempt.Shown) : null];
        return HasGate(suite) ? new XElement("article", new XElement("h4", name), content) : new XElement("details", new XElement("summary", name), content);
    }

    private static bool HasGate(string suite) => suite is "repair" or "project";
}
