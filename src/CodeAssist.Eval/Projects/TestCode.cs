using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Eval.Projects;

/// <summary>Which projects of a solution are tests, and which of these can be run here.</summary>
internal static class TestCode
{
    // What code that holds tests references, whichever version of it.
    private static readonly HashSet<string> Frameworks = new(StringComparer.OrdinalIgnoreCase)
    {
        "xunit.core", "xunit.assert", "xunit.v3.core", "xunit.v3.assert", "nunit.framework",
        "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core",
    };

    /// <summary>The projects that hold tests or serve them: they reference a test framework, or a project that does.</summary>
    public static ImmutableHashSet<ProjectId> In(Solution solution)
    {
        var direct = solution.Projects.Where(project => project.MetadataReferences.OfType<PortableExecutableReference>()
            .Any(reference => reference.FilePath is { } path && Frameworks.Contains(Path.GetFileNameWithoutExtension(path)))).Select(project => project.Id).ToList();
        var graph = solution.GetProjectDependencyGraph();
        return [.. direct, .. direct.SelectMany(graph.GetProjectsThatTransitivelyDependOnThisProject)];
    }

    /// <summary>The built tests of the test projects: of a project for several frameworks, those for the newest that can be run.</summary>
    /// <param name="solution">The solution, built.</param>
    /// <param name="tests">Its test projects.</param>
    /// <param name="root">The root of the built tree.</param>
    public static ImmutableArray<(Project Project, TestAssembly Assembly)> Runnable(Solution solution, ImmutableHashSet<ProjectId> tests, string root) =>
    [
        .. tests.Select(id => solution.GetProject(id)!)
            .Where(project => project.Language == LanguageNames.CSharp && IsRunnable(project.OutputFilePath))
            .GroupBy(project => project.FilePath, StringComparer.Ordinal)
            .OrderBy(flavours => flavours.Key, StringComparer.Ordinal)
            .Select(flavours => flavours.OrderByDescending(FrameworkOf).First())
            .Select(project => (project, new TestAssembly(
                project.Name, Path.GetRelativePath(root, Path.GetDirectoryName(project.OutputFilePath)!), Path.GetFileName(project.OutputFilePath)!))),
    ];

    // .NET Framework's have no runtimeconfig; libraries that serve tests have no adapter.
    private static bool IsRunnable(string? assembly) =>
        File.Exists(assembly)
        && File.Exists(Path.ChangeExtension(assembly, ".runtimeconfig.json"))
        && File.Exists(Path.ChangeExtension(assembly, ".deps.json"))
        && File.Exists(Path.Combine(Path.GetDirectoryName(assembly)!, "Microsoft.VisualStudio.TestPlatform.ObjectModel.dll"))
        && Directory.EnumerateFiles(Path.GetDirectoryName(assembly)!, "*.dll").Any(file => file.EndsWith("testadapter.dll", StringComparison.OrdinalIgnoreCase));

    // NET8_0, NET10_0: what the compiler defines for a framework.
    private static double FrameworkOf(Project project) => project.ParseOptions?.PreprocessorSymbolNames
        .Where(symbol => symbol.StartsWith("NET", StringComparison.Ordinal) && !symbol.EndsWith("GREATER", StringComparison.Ordinal))
        .Select(symbol => double.TryParse(symbol["NET".Length..].Replace('_', '.'), CultureInfo.InvariantCulture, out var version) ? version : 0)
        .DefaultIfEmpty().Max() ?? 0;
}
