using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Analyzers;

/// <summary>
/// Tells how many nodes of a member stand before one of them that has the same kind and tokens. A member with thousands of
/// findings is laid out once: each node's tokens are a range of the member's, whose hash is known without a walk.
/// </summary>
internal sealed class EqualNodes
{
    // An odd number without a pattern in its bits: the base of the polynomial that hashes a sequence.
    private const ulong Base = 0x9E3779B97F4A7C15;

    private static readonly ConditionalWeakTable<SyntaxNode, EqualNodes> Known = new();

    private readonly SyntaxNode _member;
    private readonly int[] _starts;

    // Of the first n tokens: the hash, and the base to the power of n.
    private readonly ulong[] _hashes;
    private readonly ulong[] _powers;
    private readonly ConcurrentDictionary<int, Dictionary<ulong, List<int>>> _positions = new();

    private EqualNodes(SyntaxNode member)
    {
        _member = member;
        var tokens = member.DescendantTokens().Where(token => token.Span.Length > 0).ToList();
        _starts = [.. tokens.Select(token => token.SpanStart)];
        _hashes = new ulong[tokens.Count + 1];
        _powers = new ulong[tokens.Count + 1];
        _powers[0] = 1;
        for (var index = 0; index < tokens.Count; index++)
        {
            _hashes[index + 1] = unchecked((_hashes[index] * Base) + HashOf(tokens[index].Text));
            _powers[index + 1] = unchecked(_powers[index] * Base);
        }
    }

    /// <summary>How many nodes with the kind and the tokens of <paramref name="flagged"/> begin before it in <paramref name="member"/>.</summary>
    public static int Before(SyntaxNode flagged, SyntaxNode member) => Known.GetValue(member, static node => new EqualNodes(node)).Before(flagged);

    private int Before(SyntaxNode flagged)
    {
        if (!_positions.GetOrAdd(flagged.RawKind, PositionsOf).TryGetValue(HashOf(flagged), out var starts))
            return 0;
        return FirstFrom(starts, flagged.SpanStart);
    }

    private Dictionary<ulong, List<int>> PositionsOf(int kind)
    {
        var positions = new Dictionary<ulong, List<int>>();
        foreach (var node in _member.DescendantNodesAndSelf())
        {
            if (node.RawKind != kind)
                continue;
            var hash = HashOf(node);
            if (!positions.TryGetValue(hash, out var starts))
                positions.Add(hash, starts = []);
            starts.Add(node.SpanStart);
        }

        return positions;
    }

    private ulong HashOf(SyntaxNode node)
    {
        var first = FirstFrom(_starts, node.SpanStart);
        var end = FirstFrom(_starts, node.Span.End);
        return unchecked(_hashes[end] - (_hashes[first] * _powers[end - first]));
    }

    // FNV-1a, 64 bits: the same on every machine, and enough for the tokens of one member.
    private static ulong HashOf(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text)
            hash = unchecked((hash ^ character) * 1099511628211UL);
        return hash;
    }

    // How many of the ascending positions lie before one.
    private static int FirstFrom(IReadOnlyList<int> positions, int position)
    {
        var (low, high) = (0, positions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (positions[middle] < position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
