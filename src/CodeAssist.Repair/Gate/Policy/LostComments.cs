using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CodeAssist.Repair.Gate.Policy;

/// <summary>Comments are somebody's words: a repair keeps them.</summary>
internal sealed class LostComments : IBan
{
    public string? Find(PolicySubject subject)
    {
        // What may be deleted may take its comments along.
        if (subject.Allowance.DeleteFlagged)
            return null;

        // Of a declaration that only moved, the comments are where they were, or moved along.
        if (subject.Allowance.MoveDeclaration && subject.NewNodes[0].SpanStart != subject.OldNode.SpanStart && subject.NewNodes[0].ToString() == subject.OldNode.ToString())
            return null;
        var lost = PolicySubject.Added(Comments(subject.NewNodes), Comments([subject.OldNode])).FirstOrDefault();
        return lost is null ? null : Messages.Get("CommentLost", Describe.Source(lost));
    }

    private static IEnumerable<string> Comments(IEnumerable<SyntaxNode> nodes) =>
        nodes.SelectMany(node => node.DescendantTrivia())
            .Where(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
                or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia)
            .SelectMany(trivia => trivia.ToString().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
            .Select(line => string.Join(" ", line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)))
            .Where(line => line.Any(char.IsLetterOrDigit));
}
