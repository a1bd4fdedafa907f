namespace CodeAssist.Models.Configuration;

/// <summary>Finds what somebody who mistyped a name will have meant.</summary>
public static class NearestName
{
    /// <summary>The nearest of the known names, or null where none is near.</summary>
    public static string? Of(string name, IEnumerable<string> known) => Few(name, known, 1) is [var nearest] ? nearest : null;

    /// <summary>The nearest of the known names, the nearest first; none where none is near.</summary>
    public static IReadOnlyList<string> Few(string name, IEnumerable<string> known, int most)
    {
        ArgumentNullException.ThrowIfNull(name);
        // A third of the letters wrong is a typo; more is another word.
        return
        [
            .. known
                .Select(candidate => (Name: candidate, Distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
                .Where(candidate => candidate.Distance <= Math.Max(1, candidate.Name.Length / 3))
                .OrderBy(candidate => candidate.Distance)
                .Take(most)
                .Select(candidate => candidate.Name),
        ];
    }

    // Levenshtein's distance, row by row.
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
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
