using System.Collections.Immutable;
using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>Tests that come before code that must not run for every value.</summary>
internal static class Guard
{
    /// <summary>The condition <c>x is T</c>, or its opposite in the words that the language version has.</summary>
    public static string Is(string value, string pattern, bool isNegated, SyntaxTree tree) =>
        !isNegated ? $"{value} is {pattern}"
        : tree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp9 } ? $"{value} is not {pattern}"
        : $"!({value} is {pattern})";

    /// <summary>The changes that let a boolean expression start with something and the operator <c>&amp;&amp;</c>.</summary>
    public static ImmutableArray<TextChange> And(ExpressionSyntax expression, string condition)
    {
        var bindsLess = expression is ConditionalExpressionSyntax or AssignmentExpressionSyntax or SwitchExpressionSyntax
            or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression };
        var start = new TextChange(new TextSpan(expression.SpanStart, 0), condition + (bindsLess ? " && (" : " && "));
        return bindsLess
            ? ImmutableArray.Create(start, new TextChange(new TextSpan(expression.Span.End, 0), ")"))
            : ImmutableArray.Create(start);
    }

    /// <summary>The change that puts <c>if (condition) exit</c> before a statement, on lines of its own.</summary>
    public static TextChange Before(StatementSyntax statement, SourceText text, string condition, string exit)
    {
        var style = TextStyle.Of(text, statement.SpanStart);
        var inner = style.Indentation + (style.UsesTabs ? "\t" : "    ");
        return new TextChange(new TextSpan(statement.SpanStart, 0), $"if ({condition}){style.NewLine}{inner}{exit}{style.NewLine}{style.Indentation}");
    }
}
