namespace CodeAssist.CodeFixes.Tool;

/// <summary>A running tool, seen through its standard input and output.</summary>
/// <param name="Input">What the tool reads.</param>
/// <param name="Output">What the tool writes.</param>
internal sealed record ToolPipes(Stream Input, Stream Output)
{
    /// <summary>Ends the tool, whose input was closed before; does not wait for the end.</summary>
    public Action End { get; init; } = static () => { };

    /// <summary>The last line that the tool wrote to its standard error, or null.</summary>
    public Func<string?> LastWords { get; init; } = static () => null;
}

/// <summary>Starts tools.</summary>
internal interface IToolLauncher
{
    /// <summary>Starts the tool's <c>host</c> command. Throws where it cannot be started.</summary>
    ToolPipes Launch(string path);
}
