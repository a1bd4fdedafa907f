using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Editing;

/// <summary>Which tokens of a text survive in another, found by a token diff.</summary>
internal sealed class TokenMap
{
    private readonly int[] _oldPartners;

    /// <summary>Maps the tokens of two trees.</summary>
    public TokenMap(SyntaxNode oldRoot, SyntaxNode newRoot)
        : this(oldRoot.DescendantTokens().ToList(), newRoot)
    {
    }

    /// <summary>Maps the tokens of a tree that are known already to those of another.</summary>
    public TokenMap(IReadOnlyList<SyntaxToken> oldTokens, SyntaxNode newRoot)
    {
        OldTokens = oldTokens;
        NewTokens = newRoot.DescendantTokens().ToList();
        Partners = SequenceDiff.Match(OldTokens, NewTokens, SameText.Instance);
        _oldPartners = new int[NewTokens.Count];
        for (var i = 0; i < _oldPartners.Length; i++)
            _oldPartners[i] = -1;
        for (var i = 0; i < Partners.Length; i++)
        {
            if (Partners[i] >= 0)
                _oldPartners[Partners[i]] = i;
        }
    }

    /// <summary>The tokens of the old tree.</summary>
    public IReadOnlyList<SyntaxToken> OldTokens { get; }

    /// <summary>The tokens of the new tree.</summary>
    public IReadOnlyList<SyntaxToken> NewTokens { get; }

    /// <summary>For each old token the index of the new token that it survives as, or -1.</summary>
    public int[] Partners { get; }

    /// <summary>Where the old token that starts at a position starts in the new text; null where it did not survive.</summary>
    public int? ToNew(int oldStart) => PlaceOfPartner(oldStart, OldTokens, Partners, NewTokens);

    /// <summary>Where the new token that starts at a position started in the old text; null where it is new.</summary>
    public int? ToOld(int newStart) => PlaceOfPartner(newStart, NewTokens, _oldPartners, OldTokens);

    /// <summary>The token that stands where a replaced one stood, right behind the same neighbour; null where it was not replaced.</summary>
    public TextSpan? InPlaceOf(TextSpan token)
    {
        for (var i = 1; i < OldTokens.Count; i++)
        {
            if (OldTokens[i].Span == token)
                return Partners[i] < 0 && Partners[i - 1] >= 0 && Partners[i - 1] + 1 < NewTokens.Count ? NewTokens[Partners[i - 1] + 1].Span : null;
        }

        return null;
    }

    // Of tokens that start at the same place all but the last are missing ones without text.
    private static int? PlaceOfPartner(int start, IReadOnlyList<SyntaxToken> tokens, int[] partners, IReadOnlyList<SyntaxToken> others)
    {
        var (low, high) = (0, tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = tokens[middle].SpanStart <= start ? (middle + 1, high) : (low, middle);
        }

        for (var i = low - 1; i >= 0 && tokens[i].SpanStart == start; i--)
        {
            if (partners[i] >= 0)
                return others[partners[i]].SpanStart;
        }

        return null;
    }

    private sealed class SameText : IEqualityComparer<SyntaxToken>
    {
        public static SameText Instance { get; } = new();

        public bool Equals(SyntaxToken x, SyntaxToken y) => x.IsIncrementallyIdenticalTo(y) || (x.RawKind == y.RawKind && x.Text == y.Text);

        public int GetHashCode(SyntaxToken token) => token.Text.GetHashCode();
    }
}
