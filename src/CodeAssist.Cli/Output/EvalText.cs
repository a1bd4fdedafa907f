using System.Globalization;
using CodeAssist.Eval.Runs;
using CodeAssist.Eval.Suites;

namespace CodeAssist.Cli.Output;

/// <summary>The result of <c>eval</c> for people.</summary>
internal static class EvalText
{
    public static void Write(TextWriter output, string suite, string model, SuiteContent content, int samples, EvalSummary summary, IReadOnlyList<Attempt> attempts)
    {
        output.WriteLine(Texts.Get("EvalHeading", suite, model, content.Tasks.Length, samples));
        List<IReadOnlyList<string>> rows =
        [
            Row(Texts.Get("EvalAnswered"), summary.Answered),
            Row(Texts.Get("EvalOffered"), summary.Offered),
            Row(Texts.Get("EvalCorrect"), summary.Correct),
            .. summary.PassAt.OrderBy(pair => pair.Key).Select(pair => Row($"pass@{pair.Key}", pair.Value)),
        ];
        TextTable.Write(output, [string.Empty, Texts.Get("EvalRate"), Texts.Get("EvalInterval")], rows);
        var turnedDown = attempts.Where(attempt => attempt is { Correct: false, Failed: false }).GroupBy(attempt => attempt.Check)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        if (turnedDown.Count > 0)
            output.WriteLine(Texts.Get("EvalNotCorrect", string.Join(", ", turnedDown.Select(group => $"{(group.Key.Length > 0 ? group.Key : Texts.Get("ReportEndAsked"))} {group.Count()}"))));
        foreach (var task in content.Excluded)
            output.WriteLine(Texts.Get("EvalExcluded", task.Id, task.Why));
        if (summary.Failed > 0)
            output.WriteLine(Texts.Get("EvalFailed", summary.Failed, Texts.OneLine(attempts.First(attempt => attempt.Failed).Reason)));
    }

    private static string[] Row(string name, RateInterval rate) => [name, Percent(rate.Rate), $"{Percent(rate.Low)} - {Percent(rate.High)}"];

    private static string Percent(double rate) => (100 * rate).ToString("0.0", CultureInfo.CurrentCulture) + " %";
}
