using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>A built-in repair for the diagnostics of one ID: small text changes that need no model.</summary>
public abstract class Template
{
    /// <summary>The diagnostics that the template repairs.</summary>
    public abstract string DiagnosticId { get; }

    /// <summary>The edit, or null where the template does not fit: a template that is in doubt proposes nothing.</summary>
    public abstract Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation);
}

/// <summary>What a template sees of the code.</summary>
/// <param name="Diagnostic">The diagnostic to repair.</param>
/// <param name="Root">The document's root.</param>
/// <param name="Model">The document's semantic model.</param>
/// <param name="Flagged">The innermost node that covers the diagnostic's span.</param>
public sealed record TemplateContext(Diagnostic Diagnostic, SyntaxNode Root, SemanticModel Model, SyntaxNode Flagged)
{
    /// <summary>What the analyzer left for the fix under this key, or null.</summary>
    public string? Property(string key) => Diagnostic.Properties.TryGetValue(key, out var value) ? value : null;
}

/// <summary>A template's edit.</summary>
/// <param name="Title">What the edit does, in the user's language.</param>
/// <param name="Changes">The changes of text, in order, not overlapping, as small as they can be.</param>
public sealed record TemplateEdit(string Title, ImmutableArray<TextChange> Changes);
