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
    private const int SharedWord = 30;

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
        if (Stems(wanted).Intersect(Stems(name)).Any())
            return SharedWord;
        return Sizes.Contains(one) && name is "Count" or "Length" ? Synonym : 0;
    }

    // The words of a name, in the singular.
    private static IEnumerable<string> Stems(string name) =>
        System.Text.RegularExpressions.Regex.Split(name, "(?<=[a-z])(?=[A-Z])|_").Select(word => word.ToLowerInvariant().TrimEnd('s')).Where(word => word.Length >= 3);

    /// <summary>Whether one score says more than another: of two names that are both far from the wanted one, one letter says nothing.</summary>
    public static bool IsBetter(int score, int other) => score > other && !(other is > Similar - 8 and < Similar - 2 && score - other < 2);

    private static string Normal(string name) => name.Replace("_", string.Empty).ToLowerInvariant();

    // How many letters differ, are left out, come, or change places with their neighbour.
    private static int Distance(string one, string other)
    {
        var distances = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distances[i, j] = i + j;
                    continue;
                }

                distances[i, j] = Math.Min(Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1, distances[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    distances[i, j] = Math.Min(distances[i, j], distances[i - 2, j - 2] + 1);
            }
        }

        return distances[one.Length, other.Length];
    }
}
