using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>CDA1022: compares the remainder with 0, which is right for negative numbers too.</summary>
internal sealed class OddCheckIgnoresNegativesTemplate : Template
{
    // The key under which the analyzer says which operator the comparison with 0 needs.
    private const string Replacement = "replacement";

    /// <inheritdoc/>
    public override string DiagnosticId => "CDA1022";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context));

    private static TemplateEdit? Create(TemplateContext context)
    {
        var comparison = context.Flagged.FirstAncestorOrSelf<BinaryExpressionSyntax>(node => node.Span == context.Diagnostic.Location.SourceSpan);
        if (comparison is null || context.Property(Replacement) is not { } @operator)
            return null;

        // A named constant stays as it is.
        var one = (comparison.Right as LiteralExpressionSyntax) ?? (comparison.Left as LiteralExpressionSyntax);
        if (one is null || !one.IsKind(SyntaxKind.NumericLiteralExpression) || one.Token.Text.TrimEnd('l', 'L') != "1")
            return null;
        return new TemplateEdit(
            Messages.Get("TitleCompareWithZero", @operator),
            new[] { new TextChange(comparison.OperatorToken.Span, @operator), new TextChange(new TextSpan(one.SpanStart, 1), "0") }
                .OrderBy(change => change.Span.Start).ToImmutableArray());
    }
}
