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
    /// <param name="restored">Whether a restore has just succeeded.</param>
    /// <param name="report">Told how many projects are loaded.</param>
    /// <param name="note">Told of projects that are left out.</param>
    /// <param name="cancellation">Stops the loading.</param>
    public static async Task<(Workspace, Solution)> LoadAsync(
        IReadOnlyList<string> files, bool restored, Action<int, int> report, Action<string> note, CancellationToken cancellation)
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
                if (OtherLanguage(failure) is { } project)
                    note(Texts.Get("ProjectLeftOut", project));
                else if (FileAndReason(failure) is var (file, reason) && IsUsable(workspace.CurrentSolution, file))
                    note(Texts.Get("LoadedWithMessage", file, reason));
                else
                    throw Refusal(files[0], failure);
            }

            var solution = workspace.CurrentSolution;
            foreach (var project in solution.Projects.Where(project => !Restore.IsDone(project)))
            {
                if (!restored)
                    throw ToolException.Input("NotRestored", project.FilePath);

                // What a solution's restore passes over is no part of its build.
                solution = solution.RemoveProject(project.Id);
                note(Texts.Get("ProjectNotBuilt", project.FilePath));
            }

            return (workspace, solution);
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

    private static ToolException Refusal(string file, string failure) =>
        FileAndReason(failure) is var (named, reason)
            ? ToolException.Input("LoadFailed", named, reason)
            : ToolException.Input("LoadFailed", file, failure);

    // "Msbuild failed when processing the file '<path>' with message: <reason>". The workspace says so of the build's
    // warnings too.
    private static (string File, string Reason)? FileAndReason(string failure) =>
        FailurePattern().Match(failure) is { Success: true } match
            ? (match.Groups["file"].Value, match.Groups["reason"].Value)
            : null;

    private static bool IsUsable(Solution solution, string file)
    {
        var flavours = solution.Projects.Where(project => string.Equals(project.FilePath, file, StringComparison.OrdinalIgnoreCase)).ToList();
        return flavours.Count > 0 && flavours.TrueForAll(flavour => flavour.MetadataReferences.Count > 0);
    }

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
