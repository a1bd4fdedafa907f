using CodeAssist.Eval.Suites;

namespace CodeAssist.Eval.Runs;

/// <summary>The three rates and what else a run comes to.</summary>
/// <param name="Answered">Usable code came back.</param>
/// <param name="Offered">It passed the gate, or compiles where the suite has none.</param>
/// <param name="Correct">It passed the hidden tests.</param>
/// <param name="PassAt">pass@k by k.</param>
/// <param name="Failed">How many askings failed themselves; they are in no rate.</param>
/// <param name="PromptTokens">Tokens of all prompts, as far as they were counted.</param>
/// <param name="CompletionTokens">Tokens of all replies, as far as they were counted.</param>
public sealed record EvalSummary(
    RateInterval Answered, RateInterval Offered, RateInterval Correct, IReadOnlyDictionary<int, RateInterval> PassAt, int Failed, long PromptTokens, long CompletionTokens)
{
    // The k of the HumanEval paper's tables that a run of ordinary size can estimate.
    private static readonly int[] Tries = [1, 10];

    /// <summary>Sums attempts up.</summary>
    public static EvalSummary Of(IReadOnlyCollection<Attempt> attempts)
    {
        var counted = attempts.Where(attempt => !attempt.Failed).ToList();
        var byTask = counted.GroupBy(attempt => attempt.Task).Select(group => (Samples: group.Count(), Correct: group.Count(attempt => attempt.Correct))).ToList();
        var fewest = byTask.Count == 0 ? 0 : byTask.Min(task => task.Samples);
        // Samples of one task are not independent: the interval counts tasks.
        RateInterval Rate(Func<Attempt, bool> holds) =>
            RateInterval.Wilson(counted.Count == 0 ? 0 : counted.Count(holds) * (double)byTask.Count / counted.Count, byTask.Count);
        return new EvalSummary(
            Rate(attempt => attempt.Answered), Rate(attempt => attempt.Offered), Rate(attempt => attempt.Correct),
            Tries.Where(k => k <= fewest).ToDictionary(k => k, k => PassAtK.Mean(byTask, k)),
            attempts.Count - counted.Count,
            attempts.Sum(attempt => (long)(attempt.PromptTokens ?? 0)), attempts.Sum(attempt => (long)(attempt.CompletionTokens ?? 0)));
    }
}
