using Microsoft.CodeAnalysis;

namespace CodeAssist.Repair.Gate;

/// <summary>What the compiler says, of one body or of a whole project.</summary>
internal static class CompilerDiagnostics
{
    /// <summary>Errors and warnings inside one member, of a document whose declarations did not change.</summary>
    public static IReadOnlyList<Diagnostic> OfBody(SemanticModel model, SyntaxNode member, CancellationToken cancellation)
    {
        var span = member.FullSpan;
        return Relevant(model.GetSyntaxDiagnostics(span, cancellation).AddRange(model.GetMethodBodyDiagnostics(span, cancellation)));
    }

    /// <summary>Errors and warnings of a whole project.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> OfProjectAsync(Project project, CancellationToken cancellation)
    {
        var compilation = await project.GetCompilationAsync(cancellation).ConfigureAwait(false)
            ?? throw new InvalidOperationException("The project has no compilation.");
        return Relevant(compilation.GetDiagnostics(cancellation));
    }

    private static IReadOnlyList<Diagnostic> Relevant(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed).ToList();
}
