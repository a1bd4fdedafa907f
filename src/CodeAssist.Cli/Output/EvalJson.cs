using System.Globalization;
using CodeAssist.Eval.Runs;
using CodeAssist.Eval.Suites;

namespace CodeAssist.Cli.Output;

/// <summary>What <c>eval --format json</c> prints.</summary>
internal sealed record EvalJson(
    string Suite, string Model, int Tasks, IEnumerable<EvalJson.Exclusion> Excluded, int Samples, double Answered, double Offered, double Correct,
    IReadOnlyDictionary<string, double> PassAt, EvalJson.Intervals Interval95, int Failed, EvalJson.TokenCounts Tokens, long ElapsedMs)
{
    public static EvalJson Of(string suite, string model, SuiteContent content, int samples, EvalSummary summary, long elapsedMs) => new(
        suite, model, content.Tasks.Length, content.Excluded.Select(task => new Exclusion(task.Id, task.Why)), samples,
        summary.Answered.Rate, summary.Offered.Rate, summary.Correct.Rate,
        summary.PassAt.ToDictionary(pair => Key(pair.Key), pair => pair.Value.Rate),
        new Intervals(Ends(summary.Answered), Ends(summary.Offered), Ends(summary.Correct), summary.PassAt.ToDictionary(pair => Key(pair.Key), pair => Ends(pair.Value))),
        summary.Failed, new TokenCounts(summary.PromptTokens, summary.CompletionTokens), elapsedMs);

    private static string Key(int k) => k.ToString(CultureInfo.InvariantCulture);

    private static double[] Ends(RateInterval rate) => [rate.Low, rate.High];

    internal sealed record Exclusion(string Id, string Why);

    internal sealed record Intervals(double[] Answered, double[] Offered, double[] Correct, IReadOnlyDictionary<string, double[]> PassAt);

    internal sealed record TokenCounts(long Prompt, long Completion);
}
