using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Cli.Loading;

/// <summary>The configuration files of a single-file program: the user's, the SDK's defaults, and all of the tool's rules.</summary>
internal static class ProgramConfiguration
{
    private const string Preset = "CodeAssist.Cli.All.globalconfig";

    /// <summary>The documents, as a build would pass them to the compiler.</summary>
    public static IEnumerable<DocumentInfo> Documents(ProjectId project, string folder, ProgramEnvironment environment)
    {
        foreach (var path in EditorConfigs(folder))
            yield return Document(project, path, FileText.Read(path).Text);
        if (environment.AnalyzerDefaults is { } defaults)
            yield return Document(project, defaults, FileText.Read(defaults).Text);
        yield return Document(project, Path.Combine(folder, "obj", "CodeAssist.All.globalconfig"), Resource());
        yield return Document(project, Path.Combine(folder, "obj", "CodeAssist.Properties.globalconfig"), SourceText.From(Properties(folder, environment.Framework), Encoding.UTF8));
    }

    // Upwards until one says that it is the root.
    private static IEnumerable<string> EditorConfigs(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            var path = Path.Combine(current.FullName, ".editorconfig");
            if (!File.Exists(path))
                continue;
            yield return path;
            if (File.ReadLines(path).TakeWhile(line => !line.TrimStart().StartsWith('[')).Any(IsRoot))
                yield break;
        }
    }

    private static bool IsRoot(string line) =>
        line.Split('=', 2, StringSplitOptions.TrimEntries) is [var key, var value]
        && key.Equals("root", StringComparison.OrdinalIgnoreCase) && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    private static string Properties(string folder, int framework) =>
        $"""
        is_global = true
        global_level = -101
        build_property.ProjectDir = {folder}{Path.DirectorySeparatorChar}
        build_property.TargetFramework = net{framework}.0
        build_property.TargetFrameworkIdentifier = .NETCoreApp
        build_property.TargetFrameworkVersion = v{framework}.0
        build_property.EffectiveAnalysisLevelStyle = {framework}.0

        """;

    private static SourceText Resource()
    {
        using var stream = typeof(ProgramConfiguration).Assembly.GetManifestResourceStream(Preset)
            ?? throw new InvalidOperationException("The preset is not among the tool's resources.");
        return SourceText.From(stream, Encoding.UTF8);
    }

    private static DocumentInfo Document(ProjectId project, string path, SourceText text) =>
        DocumentInfo.Create(
            DocumentId.CreateNewId(project, path), Path.GetFileName(path), filePath: path,
            loader: TextLoader.From(TextAndVersion.Create(text, VersionStamp.Create(), path)));
}
