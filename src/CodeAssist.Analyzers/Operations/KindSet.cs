using Microsoft.CodeAnalysis;

namespace CodeAssist.Analyzers.Operations;

/// <summary>A set of kinds of operations: a few bits, so that asking a body for them costs nothing.</summary>
internal struct KindSet
{
    // Kinds of a compiler that is newer than all we know share the last number.
    private const int Last = (3 * 64) - 1;

    private ulong _low;
    private ulong _middle;
    private ulong _high;

    /// <summary>The number of a kind in a set.</summary>
    public static byte NumberOf(OperationKind kind) => (int)kind < Last ? (byte)kind : (byte)Last;

    /// <summary>The set of some kinds.</summary>
    public static KindSet Of(params OperationKind[] kinds)
    {
        var set = default(KindSet);
        foreach (var kind in kinds)
            set.Add(NumberOf(kind));
        return set;
    }

    /// <summary>Adds the kind of a number.</summary>
    public void Add(byte number)
    {
        var bit = 1UL << (number & 63);
        if (number < 64)
            _low |= bit;
        else if (number < 128)
            _middle |= bit;
        else
            _high |= bit;
    }

    /// <summary>Whether the kind of a number is in the set.</summary>
    public readonly bool Contains(byte number) =>
        (((number < 64 ? _low : number < 128 ? _middle : _high) >> (number & 63)) & 1) != 0;

    /// <summary>Whether two sets have a kind in common.</summary>
    public readonly bool Overlaps(in KindSet other) =>
        ((_low & other._low) | (_middle & other._middle) | (_high & other._high)) != 0;
}
