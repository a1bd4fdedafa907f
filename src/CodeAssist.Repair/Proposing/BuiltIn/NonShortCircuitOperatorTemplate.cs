using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>CDA1018: doubles the operator, where that leaves the operands of its neighbours as they are.</summary>
internal sealed class NonShortCircuitOperatorTemplate : Template
{
    /// <inheritdoc/>
    public override string DiagnosticId => "CDA1018";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context));

    private static TemplateEdit? Create(TemplateContext context)
    {
        var binary = context.Flagged.FirstAncestorOrSelf<BinaryExpressionSyntax>(node => node.Span == context.Diagnostic.Location.SourceSpan);
        if (binary is null || !(binary.IsKind(SyntaxKind.BitwiseAndExpression) || binary.IsKind(SyntaxKind.BitwiseOrExpression)))
            return null;

        // && and || bind less than what stands beside & and |, and && more than ||.
        var isPlain = binary.Parent is not BinaryExpressionSyntax outer
            || outer.IsKind(SyntaxKind.LogicalOrExpression)
            || (outer.IsKind(SyntaxKind.LogicalAndExpression) && binary.IsKind(SyntaxKind.BitwiseAndExpression));
        var right = binary.OperatorToken.Text + binary.OperatorToken.Text;
        return isPlain
            ? new TemplateEdit(Messages.Get("TitleWriteOperator", right), ImmutableArray.Create(new TextChange(binary.OperatorToken.Span, right)))
            : null;
    }
}
