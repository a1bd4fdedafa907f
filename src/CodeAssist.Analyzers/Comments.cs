using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CodeAssist.Analyzers;

/// <summary>Whether code says for people why it is as it is.</summary>
internal static class Comments
{
    /// <summary>
    /// Whether a comment stands in the node or behind its end on the same line. Code of another build configuration
    /// counts too: what it does there is not known here.
    /// </summary>
    public static bool AreIn(SyntaxNode node) =>
        node.DescendantTrivia().Where(trivia => trivia.SpanStart >= node.SpanStart).Any(Explains);

    /// <summary>Whether a comment stands directly before the node.</summary>
    public static bool AreBefore(SyntaxNode node) => node.GetLeadingTrivia().Any(Explains);

    /// <summary>Whether a comment stands behind the node's end on the same line.</summary>
    public static bool AreBehind(SyntaxNode node) => node.GetTrailingTrivia().Any(Explains);

    private static bool Explains(SyntaxTrivia trivia) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineCommentTrivia => trivia.ToString().Trim('/', ' ', '\t').Length > 0,
        SyntaxKind.MultiLineCommentTrivia => trivia.ToString().Trim('/', '*', ' ', '\t', '\r', '\n').Length > 0,
        SyntaxKind.DisabledTextTrivia => true,
        _ => false,
    };
}
