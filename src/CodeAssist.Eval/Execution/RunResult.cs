namespace CodeAssist.Eval.Execution;

/// <summary>How a program ended.</summary>
/// <param name="Outcome">What happened.</param>
/// <param name="Detail">One line that says why; empty where it passed. Text of the program's own: never trusted, never markup.</param>
/// <param name="Output">The beginning of what it wrote, standard output and standard error as they came.</param>
/// <param name="Elapsed">From the moment the program was handed over.</param>
public sealed record RunResult(RunOutcome Outcome, string Detail, string Output, TimeSpan Elapsed)
{
    /// <summary>Whether the entry point came to its end with nothing thrown and nothing asserted in vain.</summary>
    public bool Passed => Outcome == RunOutcome.Passed;
}
