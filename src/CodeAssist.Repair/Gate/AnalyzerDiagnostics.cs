using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Gate;

/// <summary>What analyzers say of one document.</summary>
internal static class AnalyzerDiagnostics
{
    /// <summary>The diagnostics of some analyzers in a document, of any severity, without the suppressed ones.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> OfDocumentAsync(
        Document document, ImmutableArray<DiagnosticAnalyzer> analyzers, CancellationToken cancellation) =>
        (await RunAsync(document, analyzers, cancellation).ConfigureAwait(false)).Diagnostics;

    /// <summary>What they say of one member of the document, as far as that member alone shows it.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> OfMemberAsync(
        Document document, SyntaxNode member, ImmutableArray<DiagnosticAnalyzer> analyzers, CancellationToken cancellation) =>
        (await RunAsync(document, analyzers, cancellation, member.FullSpan).ConfigureAwait(false)).Diagnostics;

    /// <summary>The same, with the semantic model that the run has bound.</summary>
    public static async Task<AnalyzedDocument> RunAsync(
        Document document, ImmutableArray<DiagnosticAnalyzer> analyzers, CancellationToken cancellation, TextSpan? within = null)
    {
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false)
            ?? throw new InvalidOperationException("The document has no semantic model.");
        var capture = new ModelCapture(model.SyntaxTree);
        var driver = Driver(OneThread.Of(model.Compilation), document.Project, analyzers.Add(capture));
        var syntax = await driver.GetAnalyzerSyntaxDiagnosticsAsync(model.SyntaxTree, analyzers, cancellation).ConfigureAwait(false);
        var semantic = await driver.GetAnalyzerSemanticDiagnosticsAsync(model, within, cancellation).ConfigureAwait(false);
        return new AnalyzedDocument(capture.Model ?? model, syntax.Concat(semantic).Where(diagnostic => !diagnostic.IsSuppressed).ToList());
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

/// <summary>What analyzers said of a document.</summary>
/// <param name="Model">The document's semantic model, with what the analyzers made it bind.</param>
/// <param name="Diagnostics">The diagnostics, of any severity, without the suppressed ones.</param>
internal sealed record AnalyzedDocument(SemanticModel Model, IReadOnlyList<Diagnostic> Diagnostics);
