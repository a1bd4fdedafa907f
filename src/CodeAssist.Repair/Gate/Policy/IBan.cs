using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Gate.Policy;

/// <summary>One thing that no repair may do.</summary>
internal interface IBan
{
    /// <summary>The reason why the edit is banned, or null.</summary>
    string? Find(PolicySubject subject);
}

/// <summary>What the bans look at.</summary>
/// <param name="OldNode">The region's node before.</param>
/// <param name="NewNodes">The region's node after, then its helpers.</param>
/// <param name="OldText">The document's text before.</param>
/// <param name="NewText">The document's text after.</param>
/// <param name="Change">The region before and after.</param>
/// <param name="Allowance">What this repair may do nevertheless.</param>
internal sealed record PolicySubject(
    SyntaxNode OldNode, IReadOnlyList<SyntaxNode> NewNodes, SourceText OldText, SourceText NewText, RegionChange Change, Allowance Allowance)
{
    public IEnumerable<TNode> OldNodes<TNode>()
        where TNode : SyntaxNode => OldNode.DescendantNodesAndSelf(descendIntoTrivia: false).OfType<TNode>();

    public IEnumerable<TNode> AllNewNodes<TNode>()
        where TNode : SyntaxNode => NewNodes.SelectMany(node => node.DescendantNodesAndSelf()).OfType<TNode>();

    /// <summary>The texts of <paramref name="after"/> that stand there more often than in <paramref name="before"/>.</summary>
    public static IEnumerable<string> Added(IEnumerable<string> before, IEnumerable<string> after)
    {
        var left = before.GroupBy(text => text).ToDictionary(group => group.Key, group => group.Count());
        foreach (var text in after)
        {
            if (left.TryGetValue(text, out var count) && count > 0)
                left[text] = count - 1;
            else
                yield return text;
        }
    }

    /// <summary>A node's text without white space and comments.</summary>
    public static string Normal(SyntaxNode node) => string.Join(" ", node.DescendantTokens().Select(token => token.Text));
}
