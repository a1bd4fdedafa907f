using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>CDA1036: lets the two bounds change places.</summary>
internal sealed class ImpossibleClampTemplate : Template
{
    // Left by the analyzer where the bounds are right and only their places are not.
    private const string Replacement = "replacement";

    /// <inheritdoc/>
    public override string DiagnosticId => "CDA1036";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context));

    private static TemplateEdit? Create(TemplateContext context)
    {
        if (context.Property(Replacement) is null
            || context.Diagnostic.AdditionalLocations.Count != 2
            || BoundAt(context, 0) is not { } lower || BoundAt(context, 1) is not { } upper)
        {
            return null;
        }

        return new TemplateEdit(
            Messages.Get("TitleSwapBounds", lower, upper),
            new[] { new TextChange(lower.Span, upper.ToString()), new TextChange(upper.Span, lower.ToString()) }
                .OrderBy(change => change.Span.Start).ToImmutableArray());
    }

    private static ExpressionSyntax? BoundAt(TemplateContext context, int index)
    {
        var span = context.Diagnostic.AdditionalLocations[index].SourceSpan;
        return context.Root.FindNode(span, getInnermostNodeForTie: true) is ExpressionSyntax bound && bound.Span == span ? bound : null;
    }
}
