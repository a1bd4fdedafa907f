using CodeAssist.Eval.Suites;

namespace CodeAssist.Eval.Runs;

/// <summary>What a run's three rates are made of.</summary>
/// <param name="Categories">The rates of each category, in the order of their names; none where the suite has no categories.</param>
/// <param name="Rounds">What each feedback round added, from round 0, the first answer.</param>
/// <param name="Ends">Where attempts that are not correct ended, the most frequent first.</param>
/// <param name="Rejections">How many candidates each check of the gate turned down, in all rounds together, the most frequent first.</param>
public sealed record EvalBreakdown(
    IReadOnlyList<CategoryRates> Categories, IReadOnlyList<RoundRates> Rounds, IReadOnlyList<AttemptEnd> Ends, IReadOnlyList<CheckCount> Rejections)
{
    /// <summary>Takes attempts apart; those whose asking failed are left out.</summary>
    public static EvalBreakdown Of(IReadOnlyCollection<Attempt> attempts)
    {
        var counted = attempts.Where(attempt => !attempt.Failed).ToList();
        return new EvalBreakdown(
            [.. counted.Where(attempt => attempt.Category.Length > 0).GroupBy(attempt => attempt.Category).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new CategoryRates(group.Key, group.Select(attempt => attempt.Task).Distinct().Count(), EvalSummary.Of([.. group])))],
            RoundsOf(counted),
            [.. counted.Where(attempt => !attempt.Correct).GroupBy(attempt => (Stage: StageOf(attempt), attempt.Check))
                .Select(group => new AttemptEnd(group.Key.Stage, group.Key.Check, group.Count()))
                .OrderBy(end => end.Stage).ThenByDescending(end => end.Attempts).ThenBy(end => end.Check, StringComparer.Ordinal)],
            [.. counted.SelectMany(attempt => attempt.Rejections).GroupBy(check => check).Select(group => new CheckCount(group.Key, group.Count()))
                .OrderByDescending(check => check.Candidates).ThenBy(check => check.Check, StringComparer.Ordinal)]);
    }

    // The same attempts each time: what is correct after a round includes what was correct before it.
    private static List<RoundRates> RoundsOf(List<Attempt> attempts) =>
        [.. Enumerable.Range(0, attempts.Select(attempt => attempt.Rounds).DefaultIfEmpty(-1).Max() + 1).Select(round => new RoundRates(
            round,
            attempts.Count(attempt => attempt.Rounds == round && attempt.Offered),
            attempts.Count(attempt => attempt.Rounds == round && attempt.Correct),
            EvalSummary.Of([.. attempts.Select(attempt => attempt.Rounds <= round ? attempt : attempt with { Correct = false })]).Correct))];

    private static AttemptStage StageOf(Attempt attempt) =>
        attempt.Offered ? AttemptStage.Offered : attempt.Answered ? AttemptStage.Answered : AttemptStage.Asked;
}

/// <summary>The rates of a category.</summary>
/// <param name="Category">Its name.</param>
/// <param name="Tasks">How many tasks it has.</param>
/// <param name="Summary">The rates.</param>
public sealed record CategoryRates(string Category, int Tasks, EvalSummary Summary);

/// <summary>What a feedback round added.</summary>
/// <param name="Round">Which, 0 being the first answer.</param>
/// <param name="Offered">How many attempts came to an offer in it.</param>
/// <param name="Correct">How many of these are correct.</param>
/// <param name="CorrectSoFar">The rate of correct attempts if this had been the last round.</param>
public sealed record RoundRates(int Round, int Offered, int Correct, RateInterval CorrectSoFar);

/// <summary>How far an attempt came that is not correct.</summary>
public enum AttemptStage
{
    /// <summary>No usable code came back.</summary>
    Asked,

    /// <summary>The gate, or the compiler where the suite has no gate, turned it down.</summary>
    Answered,

    /// <summary>It was offered, and the hidden tests turned it down.</summary>
    Offered,
}

/// <summary>Where attempts ended.</summary>
/// <param name="Stage">How far they came.</param>
/// <param name="Check">What turned them down; empty where nothing came back that could be.</param>
/// <param name="Attempts">How many.</param>
public sealed record AttemptEnd(AttemptStage Stage, string Check, int Attempts);

/// <summary>How many candidates a check turned down.</summary>
/// <param name="Check">The check.</param>
/// <param name="Candidates">How many.</param>
public sealed record CheckCount(string Check, int Candidates);
