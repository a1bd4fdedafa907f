using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>The text changes that turn <c>return task;</c> into an await, and leave every other token where it is.</summary>
internal static class AwaitedReturn
{
    /// <summary><c>return task;</c> becomes <c>return await task;</c>.</summary>
    public static IEnumerable<TextChange> OfValue(ReturnStatementSyntax statement) => Around(statement.Expression!, "await ");

    /// <summary>
    /// <c>return task;</c> becomes <c>await task; return;</c>, without the second where nothing follows anyway, and
    /// in braces where there is room for one statement only.
    /// </summary>
    public static IEnumerable<TextChange> OfNothing(ReturnStatementSyntax statement, bool isLast, SourceText text)
    {
        var needsBraces = !isLast && statement.Parent is not (BlockSyntax or SwitchSectionSyntax);
        var line = text.Lines.GetLineFromPosition(statement.SpanStart);
        var indentation = text.ToString(TextSpan.FromBounds(line.Start, statement.SpanStart));
        var standsAlone = string.IsNullOrWhiteSpace(indentation);
        var end = standsAlone ? LineBreakOf(text, line) : " ";
        var outer = needsBraces ? IndentationOf(text, statement.Parent!) : string.Empty;

        if (needsBraces && standsAlone)
            yield return new TextChange(TextSpan.FromBounds(line.Start, statement.SpanStart), outer + "{" + end + indentation);
        else if (needsBraces)
            yield return new TextChange(new TextSpan(statement.SpanStart, 0), "{ ");
        yield return new TextChange(statement.ReturnKeyword.Span, "await");
        foreach (var change in Around(statement.Expression!, string.Empty))
            yield return change;
        if (isLast)
            yield break;
        var after = end + (standsAlone ? indentation : string.Empty) + "return;";
        if (needsBraces)
            after += end + (standsAlone ? outer : string.Empty) + "}";
        yield return new TextChange(new TextSpan(EndOf(statement), 0), after);
    }

    /// <summary>Whether nothing runs after a return but what its own blocks end with, so that it need not leave.</summary>
    public static bool EndsBody(StatementSyntax statement, BlockSyntax body)
    {
        SyntaxNode node = statement;
        while (node != body)
        {
            switch (node.Parent)
            {
                case BlockSyntax block when block.Statements.Last() == node:
                case UsingStatementSyntax or ElseClauseSyntax or IfStatementSyntax { Else: null }:
                case IfStatementSyntax { Else: var other } when other == node:
                    node = node.Parent;
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private static IEnumerable<TextChange> Around(ExpressionSyntax expression, string before)
    {
        var after = AwaitStyle.SuffixAt(expression);
        var needsParentheses = expression is ConditionalExpressionSyntax or BinaryExpressionSyntax or AssignmentExpressionSyntax
            or SwitchExpressionSyntax or WithExpressionSyntax or QueryExpressionSyntax or RangeExpressionSyntax
            || (after.Length > 0 && (expression is CastExpressionSyntax or PrefixUnaryExpressionSyntax or ConditionalAccessExpressionSyntax));
        if (before.Length > 0 || needsParentheses)
            yield return new TextChange(new TextSpan(expression.SpanStart, 0), needsParentheses ? before + "(" : before);
        if (needsParentheses || after.Length > 0)
            yield return new TextChange(new TextSpan(expression.Span.End, 0), (needsParentheses ? ")" : string.Empty) + after);
    }

    // A comment on the statement's line stays with it.
    private static int EndOf(StatementSyntax statement)
    {
        var comment = statement.GetTrailingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia));
        return comment.RawKind == 0 ? statement.Span.End : comment.Span.End;
    }

    private static string IndentationOf(SourceText text, SyntaxNode node)
    {
        var line = text.Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    private static string LineBreakOf(SourceText text, TextLine line) =>
        line.EndIncludingLineBreak > line.End ? text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) : "\n";
}
