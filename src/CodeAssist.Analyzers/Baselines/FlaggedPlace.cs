using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Analyzers.Baselines;

/// <summary>
/// The smallest piece of code by which people would recognise a finding: the innermost statement, switch arm,
/// expression body or initialiser, without the statements inside it; else the header of the declaration.
/// </summary>
/// <param name="Node">The statement or declaration.</param>
/// <param name="IsHeader">Whether it is a declaration, of which only the header counts.</param>
internal readonly record struct FlaggedPlace(SyntaxNode Node, bool IsHeader)
{
    private static readonly ConditionalWeakTable<SyntaxNode, Dictionary<string, List<int>>> Known = new();

    /// <summary>The place of a span.</summary>
    public static FlaggedPlace Of(SyntaxNode root, TextSpan span)
    {
        var token = root.FindToken(Math.Min(span.Start, Math.Max(root.FullSpan.End - 1, 0)));
        for (var node = token.Parent; node is not null; node = node.Parent)
        {
            if (IsCode(node))
                return new FlaggedPlace(node, IsHeader: false);
            if (IsDeclaration(node))
                return new FlaggedPlace(node, IsHeader: true);
        }

        return new FlaggedPlace(root, IsHeader: true);
    }

    /// <summary>The tokens of the place.</summary>
    public IEnumerable<SyntaxToken> Tokens() => TokensOf(Node);

    /// <summary>How many places of the same member stand before this one and have the same tokens.</summary>
    public int Ordinal(CancellationToken cancellation)
    {
        if (IsHeader)
            return 0;
        var member = Node.FirstAncestorOrSelf<SyntaxNode>(IsDeclaration) ?? Node.SyntaxTree.GetRoot(cancellation);
        var start = Node.SpanStart;
        return Known.GetValue(member, PlacesOf)[KeyOf(Node)].Count(other => other < start);
    }

    // Where the places of a member begin, by their kind and text: laid out once for all findings of the member.
    private static Dictionary<string, List<int>> PlacesOf(SyntaxNode member)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var node in member.DescendantNodes().Where(IsPlaceLike))
        {
            var key = KeyOf(node);
            if (!places.TryGetValue(key, out var starts))
                places.Add(key, starts = []);
            starts.Add(node.SpanStart);
        }

        return places;
    }

    private static string KeyOf(SyntaxNode node) => node.RawKind + "\n" + string.Join("\n", TokensOf(node).Select(token => token.Text));

    /// <summary>Whether a node is a declaration with a name of its own.</summary>
    public static bool IsDeclaration(SyntaxNode node) => node is MemberDeclarationSyntax and not GlobalStatementSyntax;

    private static bool IsCode(SyntaxNode node) =>
        node is (StatementSyntax and not BlockSyntax) or SwitchExpressionArmSyntax or ArrowExpressionClauseSyntax
        || (node is EqualsValueClauseSyntax && !node.Ancestors().TakeWhile(ancestor => !IsDeclaration(ancestor)).Any(ancestor => ancestor is StatementSyntax));

    // What is of a kind that places have.
    private static bool IsPlaceLike(SyntaxNode node) =>
        node is (StatementSyntax and not BlockSyntax) or SwitchExpressionArmSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax;

    // What has a place of its own inside the node is not part of its text.
    private static IEnumerable<SyntaxToken> TokensOf(SyntaxNode node) =>
        node.DescendantTokens(inner => inner == node
            || (!IsCode(inner) && !IsDeclaration(inner) && inner is not BlockSyntax and not AccessorListSyntax && !inner.IsKind(SyntaxKind.CompilationUnit)));
}
