using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>CDA1032: puts parentheses around the operands that belong together, or takes <c>!a == b</c> for <c>a != b</c>.</summary>
internal sealed class LostConditionalPrecedenceTemplate : Template
{
    /// <inheritdoc/>
    public override string DiagnosticId => "CDA1032";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation)
    {
        var flagged = context.Flagged.FirstAncestorOrSelf<ExpressionSyntax>(node => node.Span == context.Diagnostic.Location.SourceSpan);
        return Task.FromResult(flagged switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => AroundCoalesces(coalesce),
            BinaryExpressionSyntax { Left: PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not } test when test.IsKind(SyntaxKind.IsExpression) => AroundTest(not, test),
            IsPatternExpressionSyntax { Expression: PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not } test => AroundTest(not, test),
            BinaryExpressionSyntax { Left: PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not } comparison => Opposite(context.Model, not, comparison),
            { Parent: ConditionalExpressionSyntax conditional } when conditional.Condition == flagged && FirstOf(flagged) is BinaryExpressionSyntax sum =>
                Parenthesize((sum.Right.SpanStart, conditional.Span.End)),
            _ => null,
        });
    }

    private static ExpressionSyntax? FirstOf(ExpressionSyntax condition) => condition switch
    {
        BinaryExpressionSyntax comparison => comparison.Left,
        IsPatternExpressionSyntax match => match.Expression,
        _ => null,
    };

    private static TemplateEdit AroundTest(PrefixUnaryExpressionSyntax not, ExpressionSyntax test) => Parenthesize((not.Operand.SpanStart, test.Span.End));

    private static TemplateEdit? AroundCoalesces(BinaryExpressionSyntax coalesce)
    {
        if (!StartsWithLiteral(coalesce.Right))
        {
            return coalesce.Left is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum
                ? Parenthesize((sum.Right.SpanStart, coalesce.Right.Span.End))
                : null;
        }

        // Of `a ?? b ?? 0 + c` the whole chain has the default.
        var start = coalesce;
        while (start.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } outer && outer.Right == start)
            start = outer;

        // `a ?? 0 + b ?? 0 + c` is a ?? ((0 + b) ?? (0 + c)), and was meant as (a ?? 0) + (b ?? 0) + c.
        var pairs = new List<(int Start, int End)>();
        var from = start.SpanStart;
        for (var rest = coalesce.Right; ;)
        {
            if (rest is not BinaryExpressionSyntax binary)
            {
                pairs.Add((from, rest.Span.End));
                break;
            }

            var chain = binary.IsKind(SyntaxKind.CoalesceExpression) ? binary.Left as BinaryExpressionSyntax : binary;
            if (chain is null || !StartsWithLiteral(chain))
                return null;
            pairs.Add((from, FirstOperand(chain).Span.End));
            if (chain == binary)
                break;
            from = chain.Right.SpanStart;
            rest = binary.Right;
        }

        return Parenthesize([.. pairs]);
    }

    private static bool StartsWithLiteral(ExpressionSyntax expression) =>
        expression is BinaryExpressionSyntax && FirstOperand(expression) is LiteralExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" };

    private static ExpressionSyntax FirstOperand(ExpressionSyntax expression)
    {
        while (expression is BinaryExpressionSyntax binary)
            expression = binary.Left;
        return expression;
    }

    // Of bools that are never null, the two mean the same.
    private static TemplateEdit? Opposite(SemanticModel model, PrefixUnaryExpressionSyntax not, BinaryExpressionSyntax comparison)
    {
        if (model.GetTypeInfo(not).Type?.SpecialType != SpecialType.System_Boolean || model.GetTypeInfo(comparison.Right).Type?.SpecialType != SpecialType.System_Boolean)
            return null;
        var opposite = comparison.IsKind(SyntaxKind.EqualsExpression) ? "!=" : "==";
        return new TemplateEdit(
            Messages.Get("TitleWriteOperator", opposite),
            ImmutableArray.Create(
                new TextChange(TextSpan.FromBounds(not.SpanStart, not.Operand.SpanStart), string.Empty),
                new TextChange(comparison.OperatorToken.Span, opposite)));
    }

    private static TemplateEdit Parenthesize(params (int Start, int End)[] pairs) => new(
        Messages.Get("TitleAddParentheses"),
        pairs.SelectMany(pair => new[] { new TextChange(new TextSpan(pair.Start, 0), "("), new TextChange(new TextSpan(pair.End, 0), ")") }).ToImmutableArray());
}
