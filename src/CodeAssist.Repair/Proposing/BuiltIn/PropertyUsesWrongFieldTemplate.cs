using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>
/// CDA1005: names the property's own field instead of the flagged one, in accessors that name the flagged one only
/// once: where it stands in several places, which of them are wrong needs judgement.
/// </summary>
internal sealed class PropertyUsesWrongFieldTemplate : Template
{
    // The key under which the analyzer says which field is the property's own.
    private const string Replacement = "replacement";

    /// <inheritdoc/>
    public override string DiagnosticId => "CDA1005";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context, cancellation));

    private static TemplateEdit? Create(TemplateContext context, CancellationToken cancellation)
    {
        if (context.Property(Replacement) is not { } own
            || NameAt(context) is not { } name
            || context.Model.GetSymbolInfo(name, cancellation).Symbol is not IFieldSymbol used
            || AccessorOf(name) is not { } accessor
            || accessor.DescendantNodes().OfType<SimpleNameSyntax>().Count(other => other.Identifier.ValueText == used.Name) != 1)
        {
            return null;
        }

        var text = TextOf(own, name, used, context.Model);
        return text is null
            ? null
            : new TemplateEdit(Messages.Get("TitleUseField", own), ImmutableArray.Create(new TextChange(name.Span, text)));
    }

    private static SimpleNameSyntax? NameAt(TemplateContext context) => context.Flagged
        .DescendantNodesAndSelf()
        .OfType<SimpleNameSyntax>()
        .LastOrDefault(name => name.Span.End == context.Diagnostic.Location.SourceSpan.End);

    private static SyntaxNode? AccessorOf(SyntaxNode node) => node.FirstAncestorOrSelf<SyntaxNode>(
        ancestor => ancestor is AccessorDeclarationSyntax or ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax });

    // The field's plain name, where nothing nearer has it; otherwise the field of this.
    private static string? TextOf(string own, SimpleNameSyntax name, IFieldSymbol used, SemanticModel model)
    {
        var plain = SyntaxFacts.GetKeywordKind(own) == SyntaxKind.None ? own : "@" + own;
        if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
            return plain;
        var isFree = own is not ("field" or "value")
            && model.LookupSymbols(name.SpanStart, name: own).FirstOrDefault() is IFieldSymbol found
            && SymbolEqualityComparer.Default.Equals(found.ContainingType, used.ContainingType);
        if (isFree)
            return plain;
        return used.IsStatic ? null : "this." + plain;
    }
}
