namespace CodeAssist.Eval.Execution;

/// <summary>The ways in which a program can end.</summary>
public enum RunOutcome
{
    /// <summary>The entry point returned, and the runner said so with the secret of this run.</summary>
    Passed,

    /// <summary>An exception left the entry point, or an assertion failed.</summary>
    Failed,

    /// <summary>It was still running when its time was over.</summary>
    TimedOut,

    /// <summary>It asked for more memory than it may have.</summary>
    OutOfMemory,

    /// <summary>It wrote more than it may write.</summary>
    TooMuchOutput,

    /// <summary>The process ended without saying how the program ended: it exited, or was torn down by an exception elsewhere.</summary>
    Crashed,

    /// <summary>There was no program to run.</summary>
    CompileError,
}
