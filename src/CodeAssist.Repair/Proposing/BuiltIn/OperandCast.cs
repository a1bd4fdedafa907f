using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>Converts an operand of an operator before the operator is applied, in place of its result.</summary>
internal static class OperandCast
{
    /// <summary>Whether a cast before the operand binds to it, and to nothing beside it.</summary>
    public static bool IsPossible(ExpressionSyntax expression) => expression
        is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
        or LiteralExpressionSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax or PrefixUnaryExpressionSyntax
        or PostfixUnaryExpressionSyntax or AwaitExpressionSyntax or CheckedExpressionSyntax or SizeOfExpressionSyntax or DefaultExpressionSyntax;

    /// <summary>The change that converts an operand: a cast, or of a literal its suffix.</summary>
    public static TextChange Of(ExpressionSyntax operand, string type)
    {
        if (operand is LiteralExpressionSyntax literal && literal.Token.Text.All(char.IsDigit))
        {
            var end = new TextSpan(literal.Span.End, 0);
            return new TextChange(end, type switch { "float" => "f", "decimal" => "m", "long" => "L", "ulong" => "UL", _ => ".0" });
        }

        return new TextChange(new TextSpan(operand.SpanStart, 0), $"({type})");
    }

    /// <summary>
    /// The changes that take away a cast that came too late, as in <c>(double)(a / b)</c>. Where it can stay and come
    /// early enough, as in <c>(double)a / b</c>, only the parentheses go.
    /// </summary>
    public static ImmutableArray<TextChange> WithoutLateCast(BinaryExpressionSyntax binary, ExpressionSyntax operand, string type, out bool castIsKept)
    {
        castIsKept = false;
        if (binary.Parent is not ParenthesizedExpressionSyntax { Parent: CastExpressionSyntax cast } parentheses
            || cast.Type.ToString() != type
            || cast.CloseParenToken.TrailingTrivia.Concat(parentheses.GetLeadingTrivia()).Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
        {
            return ImmutableArray<TextChange>.Empty;
        }

        var standsAlone = cast.Parent is EqualsValueClauseSyntax or ArgumentSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax
            or ParenthesizedExpressionSyntax or AssignmentExpressionSyntax;
        castIsKept = standsAlone && operand.SpanStart == binary.SpanStart;
        return castIsKept
            ? ImmutableArray.Create(new TextChange(parentheses.OpenParenToken.Span, string.Empty), new TextChange(parentheses.CloseParenToken.Span, string.Empty))
            : ImmutableArray.Create(new TextChange(TextSpan.FromBounds(cast.SpanStart, parentheses.SpanStart), string.Empty));
    }
}
