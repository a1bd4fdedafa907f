using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Editing;

/// <summary>Which tokens of a text survive in another, found by a token diff.</summary>
internal sealed class TokenMap
{
    private readonly Dictionary<int, int> _newStartOfOld = [];
    private readonly Dictionary<int, int> _oldStartOfNew = [];

    /// <summary>Maps the tokens of two trees.</summary>
    public TokenMap(SyntaxNode oldRoot, SyntaxNode newRoot)
    {
        OldTokens = oldRoot.DescendantTokens().ToList();
        NewTokens = newRoot.DescendantTokens().ToList();
        Partners = SequenceDiff.Match(OldTokens, NewTokens, SameText.Instance);
        for (var i = 0; i < Partners.Length; i++)
        {
            if (Partners[i] < 0)
                continue;
            _newStartOfOld[OldTokens[i].SpanStart] = NewTokens[Partners[i]].SpanStart;
            _oldStartOfNew[NewTokens[Partners[i]].SpanStart] = OldTokens[i].SpanStart;
        }
    }

    /// <summary>The tokens of the old tree.</summary>
    public IReadOnlyList<SyntaxToken> OldTokens { get; }

    /// <summary>The tokens of the new tree.</summary>
    public IReadOnlyList<SyntaxToken> NewTokens { get; }

    /// <summary>For each old token the index of the new token that it survives as, or -1.</summary>
    public int[] Partners { get; }

    /// <summary>Where the old token that starts at a position starts in the new text; null where it did not survive.</summary>
    public int? ToNew(int oldStart) => _newStartOfOld.TryGetValue(oldStart, out var start) ? start : null;

    /// <summary>Where the new token that starts at a position started in the old text; null where it is new.</summary>
    public int? ToOld(int newStart) => _oldStartOfNew.TryGetValue(newStart, out var start) ? start : null;

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

    private sealed class SameText : IEqualityComparer<SyntaxToken>
    {
        public static SameText Instance { get; } = new();

        public bool Equals(SyntaxToken x, SyntaxToken y) => x.RawKind == y.RawKind && x.Text == y.Text;

        public int GetHashCode(SyntaxToken token) => token.Text.GetHashCode();
    }
}
