using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Repair.Gate;

/// <summary>Where the gate gets the analyzers that a project runs.</summary>
public interface IAnalyzerSource
{
    /// <summary>The analyzers of a project. Instances are kept: the same project gives the same instances.</summary>
    ImmutableArray<DiagnosticAnalyzer> For(Project project);
}

/// <summary>The analyzers that a project references.</summary>
public sealed class ProjectAnalyzers : IAnalyzerSource
{
    // Instances live as long as their reference; compilations come and go.
    private static readonly ConditionalWeakTable<AnalyzerReference, Holder> Instances = new();

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticAnalyzer> For(Project project) =>
        project.AnalyzerReferences
            .SelectMany(reference => Instances.GetValue(reference, Holder.Load).Analyzers)
            .ToImmutableArray();

    private sealed class Holder(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        public ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = analyzers;

        public static Holder Load(AnalyzerReference reference) => new(reference.GetAnalyzers(LanguageNames.CSharp));
    }
}
