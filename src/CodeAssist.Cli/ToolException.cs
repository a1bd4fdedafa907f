namespace CodeAssist.Cli;

/// <summary>Ends a command with an exit code and one line that says what happened and what to do next.</summary>
internal sealed class ToolException : Exception
{
    private ToolException(int exitCode, string message)
        : base(message) => Code = exitCode;

    /// <summary>The exit code, one of <see cref="ExitCode"/>.</summary>
    public int Code { get; }

    /// <summary>Wrong usage or configuration.</summary>
    public static ToolException Usage(string key, params object?[] arguments) => new(ExitCode.Usage, Texts.Get(key, arguments));

    /// <summary>The input could not be loaded.</summary>
    public static ToolException Input(string key, params object?[] arguments) => new(ExitCode.Input, Texts.Get(key, arguments));
}
