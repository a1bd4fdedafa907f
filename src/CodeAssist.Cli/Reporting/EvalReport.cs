using System.Globalization;
using System.Xml.Linq;
using CodeAssist.Eval.Runs;
using CodeAssist.Eval.Suites;

namespace CodeAssist.Cli.Reporting;

/// <summary>The page that shows what runs of <c>eval</c> came to: a chapter for each suite, its models side by side.</summary>
internal static class EvalReport
{
    /// <summary>The page's bytes.</summary>
    /// <param name="results">The runs; those of one suite are compared.</param>
    public static byte[] Page(IReadOnlyList<EvalResult> results)
    {
        var title = Texts.Get("ReportEvalTitle", string.Join(", ", results.Select(result => result.Model).Distinct()));
        var page = new HtmlPage(title);
        page.Add(
            new XElement("h1", title),
            Html.Of("p", "soft", Texts.Get("ReportMade", ToolVersion.Text, DateTime.Now.ToString("d", CultureInfo.CurrentCulture))),
            new XElement("p", Texts.Get("ReportRatesMean")));
        foreach (var suite in results.GroupBy(result => result.Suite))
            page.Add(Chapter(suite.Key, [.. suite.Select(Measured.Of)]));
        page.Add(new XElement("h2", Texts.Get("ReportHowTitle")), new XElement("p", Texts.Get("ReportHow")), new XElement("p", Texts.Get("ReportHowCost")));
        return page.Bytes();
    }

    private static IEnumerable<object?> Chapter(string suite, IReadOnlyList<Measured> models) =>
    [
        new XElement("h2", suite),
        Legend(models),
        Figure(
            Texts.Get("ReportRates"), [Texts.Get("EvalAnswered"), Texts.Get("EvalOffered"), Texts.Get("EvalCorrect")],
            models.Select(model => (IReadOnlyList<RateInterval?>)[model.Summary.Answered, model.Summary.Offered, model.Summary.Correct])),
        Rates(models),
        Cost(models),
        Categories(models),
        Rounds(models),
        EvalReportReasons.Section(models),
        EvalReportOffers.Section(suite, models),
        Excluded(models),
    ];

    private static XElement Legend(IReadOnlyList<Measured> models) => Html.Of("ul", "legend",
        models.Select((model, index) => Html.Of("li", $"s{index % RatePlot.Colours}", new XElement("span", model.Name))));

    private static XElement Figure(string caption, IReadOnlyList<string> rows, IEnumerable<IReadOnlyList<RateInterval?>> rates) => new("figure",
        new XElement("figcaption", caption), Html.Of("div", "wide", RatePlot.Of(caption, rows, [.. rates])));

    private static XElement Rates(IReadOnlyList<Measured> models)
    {
        List<(string Name, Func<Measured, object> Cell)> columns =
        [
            (Texts.Get("ReportModel"), model => model.Name),
            (Texts.Get("ReportTasks"), model => Number(model.Result.Scope.Tasks)),
            (Texts.Get("ReportSamples"), model => Number(model.Result.Scope.Samples)),
            (Texts.Get("EvalAnswered"), model => Rate(model.Summary.Answered)),
            (Texts.Get("EvalOffered"), model => Rate(model.Summary.Offered)),
            (Texts.Get("EvalCorrect"), model => Rate(model.Summary.Correct)),
            .. models.SelectMany(model => model.Summary.PassAt.Keys).Distinct().Order().Select(k => ($"pass@{k}", (Func<Measured, object>)(model => Rate(model.Summary.PassAt.GetValueOrDefault(k))))),
        ];
        if (models.Any(model => model.Summary.Failed > 0))
            columns.Add((Texts.Get("ReportNotAsked"), model => Number(model.Summary.Failed)));
        if (models.Any(model => model.Result.Missing > 0))
            columns.Add((Texts.Get("ReportMissing"), model => Number(model.Result.Missing)));
        return Html.Table(
            Texts.Get("ReportRatesTable"), columns.Select(column => column.Name), models.Select(model => (IReadOnlyList<object>)[.. columns.Select(column => column.Cell(model))]));
    }

    // What was written earlier took no time that anybody has measured.
    private static XElement? Cost(IReadOnlyList<Measured> models) => models.All(model => !model.IsCounted && model.ModelMs == 0) ? null : Html.Table(
        Texts.Get("ReportCost"),
        [Texts.Get("ReportModel"), Texts.Get("ReportPromptTokens"), Texts.Get("ReportCompletionTokens"), Texts.Get("ReportTokensPerCorrect"), Texts.Get("ReportModelTime"), Texts.Get("ReportTimePerCorrect")],
        models.Select(model => (IReadOnlyList<object>)
        [
            model.Name,
            model.IsCounted ? Number(model.Summary.PromptTokens) : "–", model.IsCounted ? Number(model.Summary.CompletionTokens) : "–",
            model.IsCounted && model.Correct > 0 ? Number((model.Summary.PromptTokens + model.Summary.CompletionTokens) / model.Correct) : "–",
            Seconds(model.ModelMs), model.Correct > 0 ? Seconds(model.ModelMs / model.Correct) : "–",
        ]));

    private static IEnumerable<object?> Categories(IReadOnlyList<Measured> models)
    {
        var names = models.SelectMany(model => model.Breakdown.Categories.Select(category => category.Category)).Distinct().Order(StringComparer.Ordinal).ToList();
        if (names.Count == 0)
            return [];
        RateInterval? Of(Measured model, string name) => model.Breakdown.Categories.FirstOrDefault(category => category.Category == name)?.Summary.Correct;
        return
        [
            new XElement("h3", Texts.Get("ReportByCategory")),
            Legend(models),
            Figure(Texts.Get("ReportCorrectByCategory"), names, models.Select(model => (IReadOnlyList<RateInterval?>)[.. names.Select(name => Of(model, name))])),
            Html.Table(
                Texts.Get("ReportCorrectByCategory"),
                [Texts.Get("ReportCategory"), Texts.Get("ReportTasks"), .. models.Select(model => model.Name)],
                names.Select(name => (IReadOnlyList<object>)
                [
                    name, Number(models.Max(model => model.Breakdown.Categories.FirstOrDefault(category => category.Category == name)?.Tasks ?? 0)),
                    .. models.Select(model => Rate(Of(model, name))),
                ])),
        ];
    }

    private static IEnumerable<object?> Rounds(IReadOnlyList<Measured> models) =>
        models.All(model => model.Breakdown.Rounds.Count < 2)
            ? []
            :
            [
                new XElement("h3", Texts.Get("ReportByRound")),
                Html.Table(
                    Texts.Get("ReportByRoundTable"),
                    [Texts.Get("ReportModel"), Texts.Get("ReportRound"), Texts.Get("EvalOffered"), Texts.Get("EvalCorrect"), Texts.Get("ReportCorrectSoFar")],
                    models.SelectMany(model => model.Breakdown.Rounds.Select(round => (IReadOnlyList<object>)
                        [model.Name, Number(round.Round), Number(round.Offered), Number(round.Correct), Rate(round.CorrectSoFar)]))),
            ];

    private static IEnumerable<object?> Excluded(IReadOnlyList<Measured> models)
    {
        var excluded = models.SelectMany(model => model.Result.Scope.Excluded).Distinct().ToList();
        return excluded.Count == 0
            ? []
            :
            [
                new XElement("h3", Texts.Get("ReportExcluded", excluded.Count)),
                new XElement("ul", excluded.Select(task => new XElement("li", $"{task.Id}: {task.Why}"))),
            ];
    }

    /// <summary>A rate with its interval below.</summary>
    internal static object Rate(RateInterval? rate) => rate is null
        ? "–"
        : new object[] { Percent(rate.Rate), Html.Of("span", "interval", $"{Percent(rate.Low)} – {Percent(rate.High)}") };

    internal static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private static string Percent(double rate) => (100 * rate).ToString("0.0", CultureInfo.CurrentCulture) + " %";

    private static string Seconds(double milliseconds) => (milliseconds / 1000).ToString("0.00", CultureInfo.CurrentCulture) + " s";
}

/// <summary>A run with what is computed of it.</summary>
/// <param name="Result">The run.</param>
/// <param name="Summary">Its rates.</param>
/// <param name="Breakdown">What they are made of.</param>
internal sealed record Measured(EvalResult Result, EvalSummary Summary, EvalBreakdown Breakdown)
{
    public static Measured Of(EvalResult result) => new(result, EvalSummary.Of(result.Attempts), EvalBreakdown.Of(result.Attempts));

    public string Name => Result.Model;

    public int Correct => Result.Attempts.Count(attempt => attempt.Correct);

    public double ModelMs => Result.Attempts.Sum(attempt => attempt.ModelMs);

    public bool IsCounted => Result.Attempts.Any(attempt => attempt.PromptTokens is not null || attempt.CompletionTokens is not null);
}
