using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Repair.Gate;

/// <summary>What analyzers say of one document.</summary>
internal static class AnalyzerDiagnostics
{
    /// <summary>The diagnostics of some analyzers in a document, of any severity, without the suppressed ones.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> OfDocumentAsync(
        Document document, ImmutableArray<DiagnosticAnalyzer> analyzers, CancellationToken cancellation)
    {
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false)
            ?? throw new InvalidOperationException("The document has no semantic model.");
        var driver = Driver(model.Compilation, document.Project, analyzers);
        var syntax = await driver.GetAnalyzerSyntaxDiagnosticsAsync(model.SyntaxTree, cancellation).ConfigureAwait(false);
        var semantic = await driver.GetAnalyzerSemanticDiagnosticsAsync(model, null, cancellation).ConfigureAwait(false);
        return syntax.Concat(semantic).Where(diagnostic => !diagnostic.IsSuppressed).ToList();
    }

    /// <summary>The same, with those that an analyzer reports only at the end of the whole compilation.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> OfCompilationAsync(
        Document document, ImmutableArray<DiagnosticAnalyzer> analyzers, CancellationToken cancellation)
    {
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false)
            ?? throw new InvalidOperationException("The document has no semantic model.");
        var all = await Driver(model.Compilation, document.Project, analyzers).GetAnalyzerDiagnosticsAsync(cancellation).ConfigureAwait(false);
        return all.Where(diagnostic => !diagnostic.IsSuppressed && diagnostic.Location.SourceTree == model.SyntaxTree).ToList();
    }

    // An analyzer that throws says AD0001, before and after the edit alike.
    private static CompilationWithAnalyzers Driver(Compilation compilation, Project project, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        compilation.WithAnalyzers(
            analyzers,
            new CompilationWithAnalyzersOptions(project.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
}
