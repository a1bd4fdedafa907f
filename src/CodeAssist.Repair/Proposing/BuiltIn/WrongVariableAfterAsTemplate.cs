using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>CDA1034: tests the result of the <c>as</c> in place of its source.</summary>
internal sealed class WrongVariableAfterAsTemplate : Template
{
    // The key under which the analyzer names the result.
    private const string Replacement = "replacement";

    /// <inheritdoc/>
    public override string DiagnosticId => "CDA1034";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context));

    private static TemplateEdit? Create(TemplateContext context)
    {
        var name = context.Flagged.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .FirstOrDefault(identifier => identifier.Span == context.Diagnostic.Location.SourceSpan);
        if (name is null || context.Property(Replacement) is not { } result)
            return null;

        // As it is written where it is used: the name may be a keyword.
        var use = context.Diagnostic.AdditionalLocations.Count == 1
            ? context.Root.FindNode(context.Diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true) as IdentifierNameSyntax
            : null;
        return use?.Identifier.ValueText != result
            ? null
            : new TemplateEdit(Messages.Get("TitleTestInstead", result), ImmutableArray.Create(new TextChange(name.Span, use.Identifier.Text)));
    }
}
