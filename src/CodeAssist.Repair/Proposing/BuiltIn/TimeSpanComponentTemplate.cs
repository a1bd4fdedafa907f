using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>CDA1023: reads the total in place of the component, as a whole number where one is needed.</summary>
internal sealed class TimeSpanComponentTemplate : Template
{
    // The key under which the analyzer names the property that is the whole amount.
    private const string Replacement = "replacement";

    /// <inheritdoc/>
    public override string DiagnosticId => "CDA1023";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context));

    private static TemplateEdit? Create(TemplateContext context)
    {
        var access = context.Flagged.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>()
            .FirstOrDefault(node => node.Span == context.Diagnostic.Location.SourceSpan);
        if (access is null || context.Property(Replacement) is not { } total)
            return null;
        var changes = ImmutableArray.Create(new TextChange(access.Name.Span, total));
        switch (access.Parent)
        {
            case BinaryExpressionSyntax comparison when IsOrder(comparison):
            case InterpolationSyntax { FormatClause: null }:
                break;

            // A cast binds to the access alone, unless something is read of it.
            case MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax or ElementAccessExpressionSyntax or PostfixUnaryExpressionSyntax:
                return null;
            default:
                changes = changes.Insert(0, new TextChange(new TextSpan(access.SpanStart, 0), "(int)"));
                break;
        }

        return new TemplateEdit(Messages.Get("TitleUseTotal", total), changes);
    }

    private static bool IsOrder(BinaryExpressionSyntax comparison) => comparison.Kind()
        is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression;
}
