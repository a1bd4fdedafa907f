using System.Collections.Immutable;

namespace CodeAssist.Eval.Projects;

/// <summary>What the tests that can be relied on say of an assembly.</summary>
/// <param name="Failed">The tests that failed, by name.</param>
/// <param name="Missing">A test that passed before and was not run; null where none is missing.</param>
/// <param name="Ended">How the run ended that came to no end; <see cref="TestRunEnd.Completed"/> where all did.</param>
/// <param name="Detail">Why it came to none.</param>
/// <param name="Running">The tests that were running when it ended.</param>
/// <param name="Elapsed">How long the tests took.</param>
public sealed record TestVerdict(ImmutableArray<string> Failed, string? Missing, TestRunEnd Ended, string Detail, ImmutableArray<string> Running, TimeSpan Elapsed)
{
    /// <summary>Whether every test passed, each run came to its end, and none was left out.</summary>
    public bool Passed => Failed.IsEmpty && Missing is null && Ended == TestRunEnd.Completed;

    /// <summary>
    /// The tests that notice: those that failed, or those that tore the process down. One that only takes for ever is
    /// none: what it would have said is not known.
    /// </summary>
    public ImmutableArray<string> Killers => !Failed.IsEmpty ? Failed : Ended == TestRunEnd.Crashed ? Running : [];

    internal static TestVerdict Of(ImmutableArray<(TestRun Run, ImmutableHashSet<string> Names)> runs, int asked)
    {
        var last = runs.Select(each => each.Run).LastOrDefault();
        var ended = last?.Ended ?? TestRunEnd.NotRun;
        return new TestVerdict(
            [.. runs.SelectMany(each => each.Names.Where(name => each.Run.Results.TryGetValue(name, out var result) && result.Failed)).Order(StringComparer.Ordinal)],
            ended != TestRunEnd.Completed || runs.Length < asked ? null
                : runs.SelectMany(each => each.Names.Where(name => !each.Run.Results.TryGetValue(name, out var result) || (!result.Passed && !result.Failed))).Order(StringComparer.Ordinal).FirstOrDefault(),
            ended, last?.Detail ?? string.Empty,
            [.. runs.SelectMany(each => each.Run.Running.Where(each.Names.Contains)).Order(StringComparer.Ordinal)],
            TimeSpan.FromTicks(runs.Sum(each => each.Run.Elapsed.Ticks)));
    }
}
