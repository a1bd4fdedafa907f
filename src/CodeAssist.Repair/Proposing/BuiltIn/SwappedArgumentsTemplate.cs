using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>CDA1006: lets the two flagged arguments change places.</summary>
internal sealed class SwappedArgumentsTemplate : Template
{
    /// <inheritdoc/>
    public override string DiagnosticId => "CDA1006";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context));

    private static TemplateEdit? Create(TemplateContext context)
    {
        var first = context.Flagged.FirstAncestorOrSelf<ArgumentSyntax>();
        var second = context.Diagnostic.AdditionalLocations.Count == 1 && context.Diagnostic.AdditionalLocations[0].SourceTree == context.Diagnostic.Location.SourceTree
            ? context.Root.FindNode(context.Diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ArgumentSyntax>()
            : null;
        if (first is not { NameColon: null } || second is not { NameColon: null } || first.Parent != second.Parent || first.Span.End > second.SpanStart)
            return null;
        return new TemplateEdit(
            Messages.Get("TitleSwapArguments", first.Expression, second.Expression),
            ImmutableArray.Create(new TextChange(first.Span, second.ToString()), new TextChange(second.Span, first.ToString())));
    }
}
