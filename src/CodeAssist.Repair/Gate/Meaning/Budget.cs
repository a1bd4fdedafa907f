using System.Runtime.CompilerServices;

namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>How much work the comparison of two members may take: what takes more is not known to mean the same.</summary>
internal static class Budget
{
    // Some hundred times what a member of a hundred lines takes.
    private const int MostSteps = 300_000;

    [ThreadStatic]
    private static int _steps;

    [ThreadStatic]
    private static CancellationToken _cancellation;

    /// <summary>Begins to count anew, on this thread.</summary>
    public static void Begin(CancellationToken cancellation) => (_steps, _cancellation) = (0, cancellation);

    /// <summary>Counts one step.</summary>
    /// <exception cref="InsufficientExecutionStackException">The code is nested too deeply, or it took too many steps.</exception>
    /// <exception cref="OperationCanceledException">It is cancelled.</exception>
    public static void Step()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        _cancellation.ThrowIfCancellationRequested();
        if (++_steps > MostSteps)
            throw new InsufficientExecutionStackException();
    }
}
