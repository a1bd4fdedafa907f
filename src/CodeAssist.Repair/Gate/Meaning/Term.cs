using System.Text;

namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>
/// What code means, as a tree in which different spellings of the same are the same: <see cref="Terms"/> makes them,
/// each in its normal form.
/// </summary>
internal sealed class Term : IEquatable<Term>
{
    private readonly int _hash;
    private string? _text;

    /// <summary>Makes a term as it is. What may have another normal form is made by <see cref="Terms"/>.</summary>
    public Term(string head, string data, IReadOnlyList<Term> parts)
    {
        (Head, Data, Parts) = (head, data, parts);
        var hash = (head.GetHashCode() * 397) ^ data.GetHashCode();
        foreach (var part in parts)
        {
            hash = unchecked((hash * 31) + part._hash);
            Size += part.Size;
        }

        _hash = hash;
    }

    public static Term Null { get; } = new("null", string.Empty, []);

    public static Term True { get; } = new("const", "true", []);

    public static Term False { get; } = new("const", "false", []);

    /// <summary>No statement.</summary>
    public static Term Nothing { get; } = new("seq", string.Empty, []);

    /// <summary>What it is: <c>call</c>, <c>if</c>, <c>and</c>.</summary>
    public string Head { get; }

    /// <summary>What tells it from others of its head: the symbol, the operator, the value.</summary>
    public string Data { get; }

    /// <summary>The terms that it is made of, in the order of their evaluation.</summary>
    public IReadOnlyList<Term> Parts { get; }

    /// <summary>The number of terms in it.</summary>
    public int Size { get; } = 1;

    /// <summary>Whether its value cannot be null by its type. No part of what it is.</summary>
    public bool IsValue { get; init; }

    /// <summary>All of it, to be compared in an order.</summary>
    public string Text => _text ??= Write();

    public Term this[int index] => Parts[index];

    public static bool operator ==(Term? left, Term? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(Term? left, Term? right) => !(left == right);

    public bool Is(string head) => Head == head;

    public bool Is(string head, string data) => Head == head && Data == data;

    public bool Equals(Term? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || _hash != other._hash || Size != other.Size || Head != other.Head || Data != other.Data || Parts.Count != other.Parts.Count)
            return false;
        for (var i = 0; i < Parts.Count; i++)
        {
            if (!Parts[i].Equals(other.Parts[i]))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as Term);

    public override int GetHashCode() => _hash;

    public override string ToString() => Text;

    /// <summary>It and all that it is made of, parts before the whole.</summary>
    public IEnumerable<Term> All()
    {
        foreach (var part in Parts)
        {
            foreach (var inner in part.All())
                yield return inner;
        }

        yield return this;
    }

    private string Write()
    {
        if (Parts.Count == 0)
            return Data.Length == 0 ? Head : Head + ":" + Data;
        var text = new StringBuilder().Append('(').Append(Head);
        if (Data.Length > 0)
            text.Append(':').Append(Data);
        foreach (var part in Parts)
            text.Append(' ').Append(part.Text);
        return text.Append(')').ToString();
    }
}
