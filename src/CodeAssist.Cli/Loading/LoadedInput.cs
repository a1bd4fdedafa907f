using Microsoft.CodeAnalysis;

namespace CodeAssist.Cli.Loading;

/// <summary>What a command works on: a solution with the tool's own analyzers in it.</summary>
/// <param name="Workspace">Owns the solution's services; disposed with this.</param>
/// <param name="Solution">The solution as it was loaded.</param>
/// <param name="Folder">The folder of the input.</param>
internal sealed record LoadedInput(Workspace Workspace, Solution Solution, string Folder) : IDisposable
{
    /// <summary>The projects in C#, one for each target framework.</summary>
    public IEnumerable<Project> Projects => Solution.Projects.Where(project => project.Language == LanguageNames.CSharp);

    /// <summary>The document of a file, or null where it belongs to no project.</summary>
    public Document? DocumentOf(string path) =>
        Solution.GetDocumentIdsWithFilePath(path).Select(Solution.GetDocument).FirstOrDefault(document => document is not null);

    public void Dispose() => Workspace.Dispose();
}

/// <summary>How to load.</summary>
/// <param name="Restore">Whether packages are restored first.</param>
/// <param name="DiagnosticIds">Diagnostics that are wanted by name: those that are only off by default are switched on.</param>
internal sealed record LoadOptions(bool Restore, IReadOnlyCollection<string> DiagnosticIds);
