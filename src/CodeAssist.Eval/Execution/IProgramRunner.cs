namespace CodeAssist.Eval.Execution;

/// <summary>Runs programs that nobody trusts, each in a process of its own, and says how each ended.</summary>
public interface IProgramRunner : IAsyncDisposable
{
    /// <summary>Runs one program to its end or to its limits. Throws only where it is cancelled or no process can be started at all.</summary>
    /// <param name="image">What runs.</param>
    /// <param name="limits">How far it may go.</param>
    /// <param name="cancellation">Ends the program and the waiting.</param>
    Task<RunResult> RunAsync(ProgramImage image, RunLimits limits, CancellationToken cancellation);
}
