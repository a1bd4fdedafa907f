using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;

namespace CodeAssist.Cli.Loading;

/// <summary>Loads solutions and projects by a design-time build.</summary>
internal static partial class ProjectLoader
{
    /// <summary>Loads all files into one solution, or ends the command with the first reason why one cannot be loaded.</summary>
    /// <param name="files">One solution, or projects.</param>
    /// <param name="report">Told how many projects are loaded.</param>
    /// <param name="note">Told of projects that are left out.</param>
    /// <param name="cancellation">Stops the loading.</param>
    public static async Task<(Workspace, Solution)> LoadAsync(
        IReadOnlyList<string> files, Action<int, int> report, Action<string> note, CancellationToken cancellation)
    {
        var workspace = MSBuildWorkspace.Create();
        try
        {
            var failures = new ConcurrentQueue<string>();
            using var registration = workspace.RegisterWorkspaceFailedHandler(failure =>
            {
                if (failure.Diagnostic.Kind == WorkspaceDiagnosticKind.Failure)
                    failures.Enqueue(failure.Diagnostic.Message);
            });
            var loaded = 0;
            var progress = new Loaded(() => report(Interlocked.Increment(ref loaded), 0));
            foreach (var file in files)
                await OpenAsync(workspace, file, progress, cancellation).ConfigureAwait(false);

            foreach (var failure in failures.Distinct())
            {
                if (OtherLanguage(failure) is not { } project)
                    throw Refusal(files[0], failure);
                note(Texts.Get("ProjectLeftOut", project));
            }

            if (workspace.CurrentSolution.Projects.FirstOrDefault(project => !Restore.IsDone(project)) is { } unrestored)
                throw ToolException.Input("NotRestored", unrestored.FilePath);

            return (workspace, workspace.CurrentSolution);
        }
        catch
        {
            workspace.Dispose();
            throw;
        }
    }

    private static async Task OpenAsync(MSBuildWorkspace workspace, string file, IProgress<ProjectLoadProgress> progress, CancellationToken cancellation)
    {
        try
        {
            if (!file.EndsWith("proj", StringComparison.OrdinalIgnoreCase))
                await workspace.OpenSolutionAsync(file, progress, cancellation).ConfigureAwait(false);
            else if (!workspace.CurrentSolution.Projects.Any(project => string.Equals(project.FilePath, file, StringComparison.OrdinalIgnoreCase)))
                await workspace.OpenProjectAsync(file, progress, cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw ToolException.Input("LoadFailed", file, exception.Message);
        }
    }

    // "Msbuild failed when processing the file '<path>' with message: <reason>"
    private static ToolException Refusal(string file, string failure) =>
        FailurePattern().Match(failure) is { Success: true } match
            ? ToolException.Input("LoadFailed", match.Groups["file"].Value, match.Groups["reason"].Value)
            : ToolException.Input("LoadFailed", file, failure);

    [GeneratedRegex(@"^\S+ failed when processing the file '(?<file>[^']+)' with message: (?<reason>.*)$", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex FailurePattern();

    // The tool repairs C#. A project in another language beside it is not a failure.
    private static string? OtherLanguage(string failure)
    {
        string[] extensions = [".fsproj", ".vbproj", ".vcxproj", ".sqlproj", ".esproj", ".wixproj", ".shproj", ".dcproj", ".njsproj", ".pyproj"];
        foreach (var word in failure.Split('\'', '"', ' ', '\n', '\r'))
        {
            if (extensions.Contains(Path.GetExtension(word), StringComparer.OrdinalIgnoreCase))
                return word;
        }

        return null;
    }

    private sealed class Loaded(Action done) : IProgress<ProjectLoadProgress>
    {
        public void Report(ProjectLoadProgress value)
        {
            if (value.Operation == ProjectLoadOperation.Resolve)
                done();
        }
    }
}
