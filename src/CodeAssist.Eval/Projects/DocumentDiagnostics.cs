using System.Collections.Immutable;
using CodeAssist.Repair.Gate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Eval.Projects;

/// <summary>What the compiler and a project's analyzers say of one document.</summary>
internal static class DocumentDiagnostics
{
    private static readonly ProjectAnalyzers Analyzers = new();

    /// <summary>The diagnostics that are reported; of one ID only, where it is given.</summary>
    public static async Task<ImmutableArray<Diagnostic>> OfAsync(Document document, string? id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            return [];
        var analyzers = Analyzers.For(document.Project).RemoveAll(analyzer => id is not null && !analyzer.SupportedDiagnostics.Any(rule => rule.Id == id));
        var found = model.GetDiagnostics(cancellationToken: cancellation);
        if (!analyzers.IsEmpty)
        {
            var driver = model.Compilation.WithAnalyzers(
                analyzers, new CompilationWithAnalyzersOptions(document.Project.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
            found = found
                .AddRange(await driver.GetAnalyzerSyntaxDiagnosticsAsync(model.SyntaxTree, cancellation).ConfigureAwait(false))
                .AddRange(await driver.GetAnalyzerSemanticDiagnosticsAsync(model, null, cancellation).ConfigureAwait(false));
        }

        return [.. found.Where(diagnostic => !diagnostic.IsSuppressed && (id is null || diagnostic.Id == id))];
    }

    /// <summary>The line on which a diagnostic begins, counted from 1.</summary>
    public static int LineOf(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        return diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1;
    }
}
