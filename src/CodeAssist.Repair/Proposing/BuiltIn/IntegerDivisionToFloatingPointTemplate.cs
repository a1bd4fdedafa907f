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

        var changes = WithoutCastOf(division, operand, type, out var castIsKept);
        if (!castIsKept)
            changes = changes.Add(Convert(operand, type));
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

        if (CanTakeCast(innermost.Left))
            return innermost.Left;
        return CanTakeCast(innermost.Right) ? innermost.Right : null;
    }

    private static ExpressionSyntax WithoutParentheses(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized.Expression;
        return expression;
    }

    // A cast binds to all of these, and to nothing beside them.
    private static bool CanTakeCast(ExpressionSyntax expression) => expression
        is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
        or LiteralExpressionSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax or PrefixUnaryExpressionSyntax
        or PostfixUnaryExpressionSyntax or AwaitExpressionSyntax or CheckedExpressionSyntax or SizeOfExpressionSyntax or DefaultExpressionSyntax;

    private static TextChange Convert(ExpressionSyntax operand, string type)
    {
        if (operand is LiteralExpressionSyntax literal && literal.Token.Text.All(char.IsDigit))
        {
            var end = new TextSpan(literal.Span.End, 0);
            return new TextChange(end, type switch { "float" => "f", "decimal" => "m", _ => ".0" });
        }

        return new TextChange(new TextSpan(operand.SpanStart, 0), $"({type})");
    }

    // (double)(a / b): the cast that came too late moves to the operand.
    private static ImmutableArray<TextChange> WithoutCastOf(BinaryExpressionSyntax division, ExpressionSyntax operand, string type, out bool castIsKept)
    {
        castIsKept = false;
        if (division.Parent is not ParenthesizedExpressionSyntax { Parent: CastExpressionSyntax cast } parentheses
            || cast.Type.ToString() != type
            || cast.CloseParenToken.TrailingTrivia.Concat(parentheses.GetLeadingTrivia()).Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
        {
            return ImmutableArray<TextChange>.Empty;
        }

        var standsAlone = cast.Parent is EqualsValueClauseSyntax or ArgumentSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax
            or ParenthesizedExpressionSyntax or AssignmentExpressionSyntax;
        castIsKept = standsAlone && operand.SpanStart == division.SpanStart;
        return castIsKept
            ? ImmutableArray.Create(new TextChange(parentheses.OpenParenToken.Span, string.Empty), new TextChange(parentheses.CloseParenToken.Span, string.Empty))
            : ImmutableArray.Create(new TextChange(TextSpan.FromBounds(cast.SpanStart, parentheses.SpanStart), string.Empty));
    }
}
