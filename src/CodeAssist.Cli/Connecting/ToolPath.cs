namespace CodeAssist.Cli.Connecting;

/// <summary>The path by which an IDE's code fix can start this tool.</summary>
internal static class ToolPath
{
    /// <summary>The path; null where this process was started by another program (<c>dotnet codeassist.dll</c>), which serves nobody else.</summary>
    public static string? OfThisProcess()
    {
        var path = Environment.ProcessPath;
        return path is not null && Path.GetFileNameWithoutExtension(path).Equals("codeassist", StringComparison.OrdinalIgnoreCase) ? path : null;
    }
}
