using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;

namespace CodeAssist.Cli.Loading;

/// <summary>Loads solutions and projects by a design-time build.</summary>
internal static class ProjectLoader
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

            var solution = workspace.CurrentSolution;
            foreach (var failure in failures.Distinct())
            {
                if (OtherLanguage(failure) is { } project)
                    note(Texts.Get("ProjectLeftOut", project));
                else
                    solution = WithoutFailed(solution, LoadFailure.Of(failure, files[0]), note);
            }

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

    // The workspace says so of a build's warnings too: what has its references is loaded. A target framework that cannot
    // be loaded here (an empty one, one for another system) leaves the others to work on.
    private static Solution WithoutFailed(Solution solution, LoadFailure failure, Action<string> note)
    {
        var flavours = solution.Projects.Where(project => string.Equals(project.FilePath, failure.File, StringComparison.OrdinalIgnoreCase)).ToList();
        var failed = flavours.Where(flavour => flavour.MetadataReferences.Count == 0 || !flavour.HasDocuments).ToList();
        if (failed.Count == flavours.Count)
            throw ToolException.Input("LoadFailed", failure.File, failure.Reason);
        note(failed.Count > 0
            ? Texts.Get("FrameworkLeftOut", failure.File, failure.Reason)
            : Texts.Get("FrameworkFault", failure.File, failure.Reason));
        return failed.Aggregate(solution, (rest, flavour) => rest.RemoveProject(flavour.Id));
    }

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
