namespace CodeAssist.Models.Configuration;

/// <summary>
/// Finds a program by name in the folders of <c>PATH</c>. The runtime's own search looks into the current folder
/// first, and that is where a stranger's repository lies.
/// </summary>
internal static class ProgramPath
{
    /// <summary>The program's full path, or null where there is none.</summary>
    public static string? Find(string program)
    {
        if (Path.IsPathFullyQualified(program))
            return File.Exists(program) ? program : null;
        if (program.AsSpan().IndexOfAny('/', '\\') >= 0)
            return null;
        string[] endings = OperatingSystem.IsWindows() && !Path.HasExtension(program) ? [".exe", ".cmd", ".bat"] : [""];
        return (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified)
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, program + ending)))
            .FirstOrDefault(File.Exists);
    }
}
