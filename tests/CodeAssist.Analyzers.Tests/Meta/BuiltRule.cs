using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Analyzers.Tests.Meta;

/// <summary>A rule that the built assembly holds.</summary>
/// <param name="Analyzer">Its analyzer.</param>
/// <param name="Descriptor">Its descriptor.</param>
internal sealed record BuiltRule(DiagnosticAnalyzer Analyzer, DiagnosticDescriptor Descriptor)
{
    /// <summary>Every rule of the assembly, by ID.</summary>
    public static IReadOnlyList<BuiltRule> All { get; } =
    [
        .. typeof(CodeAssistAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .SelectMany(analyzer => analyzer.SupportedDiagnostics.Select(descriptor => new BuiltRule(analyzer, descriptor)))
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    /// <summary>The IDs, for theories.</summary>
    public static TheoryData<string> Ids => [.. All.Select(rule => rule.Id).Distinct()];

    /// <summary>The ID.</summary>
    public string Id => Descriptor.Id;

    /// <summary>The rule's name: its analyzer's, without the suffix.</summary>
    public string Name => Analyzer.GetType().Name[..^"Analyzer".Length];

    /// <summary>What the rule promises by default.</summary>
    public DefaultPromise Promise => Enum.Parse<DefaultPromise>(
        Descriptor.CustomTags.Single(tag => tag.StartsWith(Rule.PromiseTag, StringComparison.Ordinal))[Rule.PromiseTag.Length..]);

    /// <summary>The severity in the preset <c>Recommended</c>, in the words of an editorconfig.</summary>
    public string Recommended => Promise switch
    {
        DefaultPromise.Warning or DefaultPromise.WarningCandidate => "warning",
        DefaultPromise.Suggestion or DefaultPromise.OffUntilRecommended => "suggestion",
        _ => "none",
    };

    /// <summary>The severity without a preset, in the words of an editorconfig.</summary>
    public string Default => Descriptor switch
    {
        { IsEnabledByDefault: false } => "none",
        { DefaultSeverity: DiagnosticSeverity.Warning } => "warning",
        _ => "suggestion",
    };

    /// <summary>The severity in the preset <c>All</c>: at least a suggestion.</summary>
    public string InAll => Promise == DefaultPromise.Warning ? "warning" : "suggestion";

    /// <summary>The rule of an ID.</summary>
    public static BuiltRule Of(string id) => All.Single(rule => rule.Id == id);

    /// <summary>The public constants of the class of IDs.</summary>
    public static IReadOnlyDictionary<string, string> Constants { get; } =
        typeof(DiagnosticIds).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!);
}
