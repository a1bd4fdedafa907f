using System.Reflection;
using CodeAssist.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Benchmarks.Gate;

/// <summary>The analyzers that benchmark projects run.</summary>
internal static class BenchmarkAnalyzers
{
    /// <summary>Our rules.</summary>
    public static AnalyzerReference Ours { get; } = new AnalyzerImageReference(
    [
        .. typeof(CodeAssistAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ]);

    /// <summary>The IDs of our rules, to raise them all to warnings.</summary>
    public static IEnumerable<string> OurIds =>
        Ours.GetAnalyzers(LanguageNames.CSharp).SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(descriptor => descriptor.Id).Distinct();

    /// <summary>The analyzers that the newest SDK brings into every project.</summary>
    public static IReadOnlyList<AnalyzerReference> Sdk()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        var sdk = Directory.GetDirectories(Path.Combine(root, "sdk")).OrderBy(Path.GetFileName, StringComparer.Ordinal).Last();
        var folder = Path.Combine(sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers");
        var loader = new Loader();
        return [.. Directory.GetFiles(folder, "*NetAnalyzers.dll").Select(file => new AnalyzerFileReference(file, loader))];
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
