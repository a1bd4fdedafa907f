using CodeAssist.Cli.Output;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Cli.Loading;

/// <summary>Loads what the user points at: a solution, a project, a folder or a single file.</summary>
internal sealed class InputLoader(Terminal terminal)
{
    private static readonly string[] SolutionExtensions = [".sln", ".slnx", ".slnf"];

    /// <summary>Loads an input, or ends the command with the reason why it cannot be loaded.</summary>
    public async Task<LoadedInput> LoadAsync(string path, LoadOptions options, CancellationToken cancellation)
    {
        var full = FullPath(path);
        var isFolder = Directory.Exists(full);
        if (!isFolder && !File.Exists(full))
            throw ToolException.Input("PathMissing", path);
        var (workspace, solution) = await terminal.Progress.RunAsync(
            Texts.Get("Loading"),
            report => isFolder ? LoadFolderAsync(full, options, report, cancellation) : LoadFileAsync(full, options, report, cancellation)).ConfigureAwait(false);
        try
        {
            if (!solution.Projects.Any(project => project.Language == LanguageNames.CSharp))
                throw ToolException.Input("NoCSharpProject", path);
            await ConfigurationCheck.ThrowIfBrokenAsync(solution, terminal.Note, cancellation).ConfigureAwait(false);
            solution = OwnAnalyzers.ReplaceIn(solution);
            AnalyzerLoading.NoteFailures(solution, terminal.Note);
            solution = WantedDiagnostics.SwitchOn(solution, options.DiagnosticIds);
            return new LoadedInput(workspace, solution, isFolder ? full : Path.GetDirectoryName(full)!);
        }
        catch
        {
            workspace.Dispose();
            throw;
        }
    }

    private static string FullPath(string path)
    {
        try
        {
            return Path.GetFullPath(path);
        }
        catch (ArgumentException)
        {
            throw ToolException.Input("PathMissing", path);
        }
    }

    private async Task<(Workspace, Solution)> LoadFolderAsync(string folder, LoadOptions options, Action<int, int> report, CancellationToken cancellation)
    {
        var content = FolderContent.Of(folder);
        if (content.Solutions.Count > 1)
            throw ToolException.Usage("SeveralSolutions", folder, string.Join(", ", content.Solutions.Select(Path.GetFileName)));
        if (content.Solutions.Count == 1)
            return await LoadProjectsAsync([content.Solutions[0]], options, report, cancellation).ConfigureAwait(false);
        if (content.Projects.Count > 0)
            return await LoadProjectsAsync(content.Projects, options, report, cancellation).ConfigureAwait(false);
        if (content.Sources.Count > 0)
            return await LoadProgramsAsync(content.Sources, options, cancellation).ConfigureAwait(false);
        throw ToolException.Input("NothingInFolder", folder);
    }

    private Task<(Workspace, Solution)> LoadFileAsync(string file, LoadOptions options, Action<int, int> report, CancellationToken cancellation) =>
        Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".csproj" => LoadProjectsAsync([file], options, report, cancellation),
            ".cs" => LoadProgramsAsync([file], options, cancellation),
            var extension when SolutionExtensions.Contains(extension) => LoadProjectsAsync([file], options, report, cancellation),
            _ => throw ToolException.Input("NotCSharp", file),
        };

    private async Task<(Workspace, Solution)> LoadProjectsAsync(
        IReadOnlyList<string> files, LoadOptions options, Action<int, int> report, CancellationToken cancellation)
    {
        CompilerVersion.NoteIfNewer(await Sdk.RequiredForAsync(Path.GetDirectoryName(files[0])!, cancellation).ConfigureAwait(false), terminal.Note);
        if (options.Restore)
        {
            foreach (var file in files)
                await Restore.RunAsync(file, cancellation).ConfigureAwait(false);
        }

        return await ProjectLoader.LoadAsync(files, options.Restore, report, terminal.Note, cancellation).ConfigureAwait(false);
    }

    private async Task<(Workspace, Solution)> LoadProgramsAsync(IReadOnlyList<string> files, LoadOptions options, CancellationToken cancellation)
    {
        var environment = await ProgramEnvironment.FindAsync(Path.GetDirectoryName(files[0])!, terminal.Note, cancellation).ConfigureAwait(false);
        return FilePrograms.Load(files, environment, cancellation);
    }
}
