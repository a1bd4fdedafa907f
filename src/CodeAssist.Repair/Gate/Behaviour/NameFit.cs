namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>How well a name fits one that is wanted.</summary>
internal static class NameFit
{
    /// <summary>The score of a name that is the same but for case and underscores.</summary>
    public const int Same = 100;

    private const int EndsAlike = 60;
    private const int StartsAlike = 55;
    private const int Similar = 50;
    private const int Synonym = 40;

    // Names that people write for how many there are.
    private static readonly HashSet<string> Sizes = ["size", "len", "length", "count", "number", "total", "capacity"];

    /// <summary>Zero where nothing fits; the higher, the better.</summary>
    public static int Score(string wanted, string name)
    {
        var (one, other) = (Normal(wanted), Normal(name));
        if (one == other)
            return Same;
        if (Math.Min(one.Length, other.Length) >= 3 && (one.EndsWith(other, StringComparison.Ordinal) || other.EndsWith(one, StringComparison.Ordinal)))
            return EndsAlike;
        if (Math.Min(one.Length, other.Length) >= 3 && (one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal)))
            return StartsAlike;
        var distance = Distance(one, other);
        if (distance <= Math.Max(1, Math.Min(one.Length, other.Length) / 3) && Math.Min(one.Length, other.Length) >= 3)
            return Similar - distance;
        return Sizes.Contains(one) && name is "Count" or "Length" ? Synonym : 0;
    }

    private static string Normal(string name) => name.Replace("_", string.Empty).ToLowerInvariant();

    // Levenshtein's, row by row.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j - 1], above) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[other.Length];
    }
}
