using System.Collections.Immutable;
using CodeAssist.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Cli.Loading;

/// <summary>The tool's own analyzers, which stand in for those that a project brings.</summary>
internal static class OwnAnalyzers
{
    /// <summary>The rules.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> All { get; } =
    [
        .. typeof(CodeAssistAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>The IDs of the rules.</summary>
    public static ImmutableHashSet<string> Ids { get; } =
        All.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).ToImmutableHashSet();

    // A rule's name is its analyzer's.
    private static readonly Dictionary<string, string> Names = All
        .SelectMany(analyzer => analyzer.SupportedDiagnostics.Select(rule => (rule.Id, Name: analyzer.GetType().Name[..^"Analyzer".Length])))
        .ToDictionary(rule => rule.Id, rule => rule.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of one of our rules; null for any other ID.</summary>
    public static string? NameOf(string id) => Names.GetValueOrDefault(id);

    /// <summary>The reference that holds the rules.</summary>
    public static AnalyzerReference Reference { get; } = new AnalyzerImageReference(All, fullPath: null, display: "CodeAssist");

    /// <summary>
    /// The solution with the tool's rules in every C# project, and no other <c>CodeAssist.*</c> assembly: another
    /// version of the package would report everything twice.
    /// </summary>
    public static Solution ReplaceIn(Solution solution)
    {
        foreach (var project in solution.Projects.Where(project => project.Language == LanguageNames.CSharp).ToList())
        {
            var others = project.AnalyzerReferences.Where(reference => !IsOurs(reference));
            solution = solution.WithProjectAnalyzerReferences(project.Id, others.Append(Reference));
        }

        return solution;
    }

    private static bool IsOurs(AnalyzerReference reference) =>
        ReferenceEquals(reference, Reference)
        || (reference.FullPath is { } path && Path.GetFileName(path).StartsWith("CodeAssist.", StringComparison.OrdinalIgnoreCase));
}
