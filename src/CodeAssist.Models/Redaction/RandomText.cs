using System.Text.RegularExpressions;

namespace CodeAssist.Models.Redaction;

/// <summary>
/// Finds what looks drawn by lot: keys of services that nobody has a pattern for. Hashes in hexadecimal, names, words and
/// alphabets are told apart by how often the kind of character changes.
/// </summary>
internal static partial class RandomText
{
    /// <summary>The name of the family of such text.</summary>
    public const string Family = "high-entropy";

    // Of base64 drawn by lot six characters in ten are of another kind than the one before; of camel-cased names two.
    private const double LeastChanges = 0.35;

    // Bits for each character; 24 characters drawn by lot from 64 have about 4.2, and hardly ever less than this.
    private const double LeastEntropy = 3.6;

    // Below this, names look like keys; above it, it is data.
    private const int Shortest = 24;
    private const int Longest = 512;

    // The kind of what is neither letter nor digit.
    private const int Sign = 3;

    private static readonly string[] KnownStarts =
        ["iVBORw0KGgo", "R0lGOD", "/9j/", "PHN2Zy", "PD94bW", "AAABAA", "UklGR", "d09GR", "T1RUTw", "JVBERi0", "UEsDB", "H4sI", "sha256-", "sha384-", "sha512-", "MII", "AAAAB3NzaC1", "AAAAC3NzaC1", "AAAAE2VjZHNh", "AGFzbQ"];

    /// <summary>The places of such text in a literal's value.</summary>
    public static IEnumerable<(int Start, int Length)> Find(string value) =>
        Token().Matches(value)
            .Where(match => match.Length is >= Shortest and <= Longest && IsRandom(match.Value) && !IsData(value, match.Index))
            .Select(match => (match.Index, match.Length));

    private static bool IsData(string value, int start) =>
        KnownStarts.Any(known => string.CompareOrdinal(value, start, known, 0, known.Length) == 0)
        || value.AsSpan(0, start).EndsWith("base64,", StringComparison.Ordinal);

    private static bool IsRandom(string text)
    {
        var trimmed = text.AsSpan().TrimEnd('=');
        Span<int> kinds = stackalloc int[4];
        var changes = 0;
        var former = Sign;
        foreach (var character in trimmed)
        {
            var kind = KindOf(character);
            kinds[kind]++;
            // What joins words is no change of its own.
            if (kind != Sign && former != Sign && kind != former)
                changes++;
            former = kind;
        }

        return kinds[0] > 0 && kinds[1] > 0 && kinds[2] >= Math.Max(1, trimmed.Length / 24)
            && changes >= LeastChanges * trimmed.Length
            && Entropy(trimmed) >= LeastEntropy;
    }

    private static int KindOf(char character) => character switch
    {
        >= 'a' and <= 'z' => 0,
        >= 'A' and <= 'Z' => 1,
        >= '0' and <= '9' => 2,
        _ => Sign,
    };

    private static double Entropy(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[128];
        foreach (var character in text)
            counts[character]++;
        var entropy = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
                entropy -= (double)count / text.Length * Math.Log2((double)count / text.Length);
        }

        return entropy;
    }

    [GeneratedRegex("(?<![A-Za-z0-9+/_.=%-])[A-Za-z0-9+/_-]{24,}={0,2}(?![A-Za-z0-9+/_=%-]|[.][A-Za-z0-9])", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Token();
}
