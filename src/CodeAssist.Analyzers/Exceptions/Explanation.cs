using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Analyzers.Exceptions;

/// <summary>Whether a catch says for people why it does what it does.</summary>
internal static class Explanation
{
    /// <summary>
    /// Whether a comment stands in the clause, or after its closing brace on the same line. Code of another build
    /// configuration counts too: what it does there is not known here.
    /// </summary>
    public static bool IsIn(CatchClauseSyntax clause) =>
        clause.DescendantTrivia(descendIntoTrivia: false).Where(trivia => trivia.SpanStart >= clause.SpanStart).Any(Explains)
        || clause.Block.CloseBraceToken.TrailingTrivia.Any(Explains);

    private static bool Explains(SyntaxTrivia trivia) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineCommentTrivia => trivia.ToString().Trim('/', ' ', '\t').Length > 0,
        SyntaxKind.MultiLineCommentTrivia => trivia.ToString().Trim('/', '*', ' ', '\t', '\r', '\n').Length > 0,
        SyntaxKind.DisabledTextTrivia => true,
        _ => false,
    };
}
