using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>CDA1008: converts one operand before the division, so that the fraction is kept.</summary>
internal sealed class IntegerDivisionToFloatingPointTemplate : Template
{
    // The key under which the analyzer says to which type the result is converted.
    private const string TargetType = "target-type";

    /// <inheritdoc/>
    public override string DiagnosticId => "CDA1008";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context));

    private static TemplateEdit? Create(TemplateContext context)
    {
        if (context.Property(TargetType) is not { } type
            || context.Flagged.FirstAncestorOrSelf<BinaryExpressionSyntax>(node => node.Span == context.Diagnostic.Location.SourceSpan) is not { } division
            || !division.IsKind(SyntaxKind.DivideExpression)
            || OperandToConvert(division) is not { } operand)
        {
            return null;
        }

        var changes = OperandCast.WithoutLateCast(division, operand, type, out var castIsKept);
        if (!castIsKept)
            changes = changes.Add(OperandCast.Of(operand, type));
        return new TemplateEdit(
            Messages.Get("TitleDivideAs", type.TrimEnd('?')),
            changes.OrderBy(change => change.Span.Start).ToImmutableArray());
    }

    /// <summary>
    /// The operand whose conversion turns the flagged division, and every one that it starts with, into one of the
    /// wanted type: of <c>a / b / c</c> it is <c>a</c>, of <c>a * b / c</c> it is <c>c</c>, so that the product stays as it is.
    /// </summary>
    private static ExpressionSyntax? OperandToConvert(BinaryExpressionSyntax division)
    {
        var innermost = division;
        for (var next = WithoutParentheses(division.Left); next is BinaryExpressionSyntax binary; next = WithoutParentheses(binary.Left))
        {
            if (binary.IsKind(SyntaxKind.DivideExpression))
                innermost = binary;
        }

        if (OperandCast.IsPossible(innermost.Left))
            return innermost.Left;
        return OperandCast.IsPossible(innermost.Right) ? innermost.Right : null;
    }

    private static ExpressionSyntax WithoutParentheses(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized.Expression;
        return expression;
    }
}
