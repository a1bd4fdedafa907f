namespace CodeAssist.Cli;

/// <summary>The exit codes, part of the tool's contract.</summary>
internal static class ExitCode
{
    /// <summary>Nothing was found, or everything that was asked for was done.</summary>
    public const int Done = 0;

    /// <summary>Findings remain, or a verdict is "rejected".</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage or configuration.</summary>
    public const int Usage = 2;

    /// <summary>The input could not be loaded, or the tool itself failed.</summary>
    public const int Input = 3;

    /// <summary>Interrupted by the user.</summary>
    public const int Interrupted = 130;
}
