namespace CodeAssist.Eval.Execution;

/// <summary>How far a program may go before it is stopped.</summary>
/// <param name="Time">Wall-clock time from the moment the program is handed over.</param>
/// <param name="MemoryBytes">What its managed heap may hold; native memory may be as much again and what the runtime itself needs.</param>
/// <param name="OutputBytes">What it may write to standard output and standard error together.</param>
public sealed record RunLimits(TimeSpan Time, long MemoryBytes, long OutputBytes)
{
    /// <summary>Ten seconds, as the published HumanEval harness for C# gives; 512 MB; 1 MB of output.</summary>
    public static RunLimits Default { get; } = new(TimeSpan.FromSeconds(10), 512L << 20, 1L << 20);
}
