using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Cli.Loading;

/// <summary>Restores the packages of a solution or project.</summary>
internal static partial class Restore
{
    /// <summary>Restores, or ends the command with the first error.</summary>
    public static async Task RunAsync(string file, CancellationToken cancellation)
    {
        var (exitCode, output) = await Sdk.RunAsync(
            ["restore", file, "-nologo", "-verbosity:quiet"], Path.GetDirectoryName(file)!, cancellation).ConfigureAwait(false);
        if (exitCode != 0)
            throw ToolException.Input("RestoreFailed", file, FirstError(output).TrimEnd('.'));
    }

    /// <summary>
    /// Whether a project's packages are restored, as a build asks it: what is missing would otherwise look like errors in
    /// the code. Older projects keep a list of their packages instead.
    /// </summary>
    public static bool IsDone(Project project)
    {
        if (project.FilePath is not { } file || File.Exists(Path.Combine(Path.GetDirectoryName(file)!, "packages.config")))
            return true;
        if (project.CompilationOutputInfo.AssemblyPath is not { } assembly)
            return true;

        // The file stands at the root of the intermediate output, some levels above the assembly.
        for (var folder = new FileInfo(assembly).Directory; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "project.assets.json")))
                return true;
        }

        return false;
    }

    /// <summary>The first error in what a build wrote: "origin : error CODE: text [project]", in every language.</summary>
    public static string FirstError(string output)
    {
        var lines = output.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var line = lines.FirstOrDefault(candidate => ErrorPattern().IsMatch(candidate)) ?? lines.FirstOrDefault() ?? Texts.Get("NoReasonGiven");
        var match = ErrorPattern().Match(line);
        return match.Success ? match.Groups["text"].Value : line;
    }

    [GeneratedRegex(@"error (?<text>[A-Z]+\d+\s*:.*?)(\s+\[[^\]]+\])?$")]
    private static partial Regex ErrorPattern();
}
