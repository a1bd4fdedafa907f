using System.Collections.Immutable;
using CodeAssist.Eval.Suites;

namespace CodeAssist.Eval.Runs;

/// <summary>What a run came to: whose it is, how much of the suite it covers, and every attempt.</summary>
/// <param name="Suite">The suite's name.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Scope">What was asked for.</param>
/// <param name="Attempts">What was done of it.</param>
public sealed record EvalResult(string Suite, string Model, RunScope Scope, IReadOnlyList<Attempt> Attempts)
{
    /// <summary>How many attempts are still missing: more than none where the run was interrupted.</summary>
    public int Missing => Math.Max(0, (Scope.Tasks * Scope.Samples) - Attempts.Count);
}

/// <summary>What a run asks for.</summary>
/// <param name="Tasks">How many tasks.</param>
/// <param name="Samples">How often each.</param>
/// <param name="Excluded">The tasks that are in no rate.</param>
public sealed record RunScope(int Tasks, int Samples, ImmutableArray<ExcludedTask> Excluded);
