using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Repair.Gate;

/// <summary>Where diagnostics with the target's ID come from in a project: the compiler, or the analyzers that report it.</summary>
/// <param name="IsCompiler">Whether the compiler reports them.</param>
/// <param name="AtEnd">Whether analyzers report them only at the end of the whole compilation.</param>
/// <param name="Analyzers">The analyzers that report them; empty where the compiler does, or nobody.</param>
internal sealed record TargetSource(bool IsCompiler, bool AtEnd, ImmutableArray<DiagnosticAnalyzer> Analyzers)
{
    /// <summary>Whether anybody reports the target.</summary>
    public bool IsKnown => IsCompiler || !Analyzers.IsEmpty;

    /// <summary>Whether analyzers report it document by document.</summary>
    public bool IsByDocument => !Analyzers.IsEmpty && !AtEnd;

    public static TargetSource Of(Diagnostic target, Project project, IAnalyzerSource analyzers) =>
        target.Id.StartsWith("CS", StringComparison.Ordinal) && target.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.Compiler)
            ? new TargetSource(true, false, ImmutableArray<DiagnosticAnalyzer>.Empty)
            : new TargetSource(
                false,
                target.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd),
                analyzers.For(project).Where(analyzer => Supports(analyzer, target.Id)).ToImmutableArray());

    private static bool Supports(DiagnosticAnalyzer analyzer, string id)
    {
        try
        {
            return analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id == id);
        }
        catch (Exception)
        {
            // A foreign analyzer that cannot even say what it reports reports nothing.
            return false;
        }
    }
}
