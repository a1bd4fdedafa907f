using System.Text.RegularExpressions;
using CodeAssist.Cli.Output;

namespace CodeAssist.Cli.Injecting;

/// <summary>The folder that holds everything a solution is built from.</summary>
internal static partial class SourceRoot
{
    /// <summary>
    /// The root of the repository; outside one, the folder that the input and every project that it names, or that these
    /// name, have in common.
    /// </summary>
    /// <param name="input">A solution, a project or a folder.</param>
    public static string Of(string input)
    {
        var folder = Directory.Exists(input) ? input : Path.GetDirectoryName(input)!;
        if (RepositoryRoot.Of(folder) is { } repository)
            return repository;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(Directory.Exists(input) ? Directory.EnumerateFiles(input) : [input]);
        while (waiting.TryDequeue(out var file))
        {
            if (!seen.Add(file) || !File.Exists(file) || !IsBuildFile(file))
                continue;
            folder = Common(folder, Path.GetDirectoryName(file)!);
            foreach (Match match in ProjectPattern().Matches(File.ReadAllText(file)))
                waiting.Enqueue(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, match.Value.Replace('\\', '/'))));
        }

        return folder;
    }

    private static bool IsBuildFile(string file) =>
        Path.GetExtension(file).ToLowerInvariant() is ".sln" or ".slnx" or ".slnf" or ".csproj" or ".props" or ".targets";

    private static string Common(string one, string other)
    {
        while (!(other + Path.DirectorySeparatorChar).StartsWith(one.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal) && Path.GetDirectoryName(one) is { } parent)
            one = parent;
        return one;
    }

    [GeneratedRegex(@"[^""'<>|;\r\n]+\.csproj", RegexOptions.IgnoreCase)]
    private static partial Regex ProjectPattern();
}
