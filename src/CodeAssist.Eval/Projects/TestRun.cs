using System.Collections.Immutable;

namespace CodeAssist.Eval.Projects;

/// <summary>How the tests of one assembly ended.</summary>
/// <param name="Ended">How the run as a whole ended.</param>
/// <param name="Detail">Why, in one line, where it did not come to its end. Text of the tests' own: never trusted.</param>
/// <param name="Elapsed">From the moment the process was asked to run.</param>
public sealed record TestRun(TestRunEnd Ended, string Detail, TimeSpan Elapsed)
{
    /// <summary>The results by the test's name, a row of data being a test; of a run that came to no end, those that were told.</summary>
    public ImmutableDictionary<string, TestResult> Results { get; init; } = ImmutableDictionary.Create<string, TestResult>(StringComparer.Ordinal);

    /// <summary>The tests that had begun and not ended.</summary>
    public ImmutableArray<string> Running { get; init; } = [];
}

/// <summary>The ways in which a run of tests can end.</summary>
public enum TestRunEnd
{
    /// <summary>The adapter came back, and the runner said so with the secret of this run.</summary>
    Completed,

    /// <summary>A test failed for which the run was to be stopped.</summary>
    Stopped,

    /// <summary>It was still running when its time was over.</summary>
    TimedOut,

    /// <summary>The process ended without saying how its tests ended.</summary>
    Crashed,

    /// <summary>No test could be run.</summary>
    NotRun,
}

/// <summary>How one test ended.</summary>
/// <param name="Passed">Whether it passed.</param>
/// <param name="Failed">Whether it failed; one that was skipped did neither.</param>
/// <param name="Method">The fully qualified name of its method, by which it is asked for.</param>
/// <param name="Message">What it says, where it failed.</param>
public sealed record TestResult(bool Passed, bool Failed, string Method, string Message);
