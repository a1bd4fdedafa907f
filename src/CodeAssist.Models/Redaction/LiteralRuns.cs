using System.Text.RegularExpressions;

namespace CodeAssist.Models.Redaction;

/// <summary>
/// Puts together what code puts together in more ways than an addition: arguments of a <c>Join</c>, calls of
/// <c>Append</c>, holes side by side. A secret in pieces is one when they are joined.
/// </summary>
internal static partial class LiteralRuns
{
    // What can stand between two pieces of one text.
    private const int LongestGap = 200;

    // A secret is cut into a few pieces, a list has many: its words together mean nothing.
    private const int MostPieces = 4;

    /// <summary>The runs of at least two literals with nothing between them but what joins them.</summary>
    public static IEnumerable<SourceLiteral> Of(string text, IReadOnlyList<SourceLiteral> literals)
    {
        var run = new List<SourceLiteral>();
        foreach (var literal in literals)
        {
            if (run.Count > 0 && !Joins(text, run[^1], literal))
            {
                if (run.Count > 1)
                    yield return Whole(run);
                run.Clear();
            }

            run.Add(literal);
        }

        if (run.Count > 1)
            yield return Whole(run);
    }

    /// <summary>The places of a part of a run; none where it stands in one literal, which is looked at by itself, or in a list's many.</summary>
    public static IReadOnlyList<(int Start, int Length)> PiecesOf(SourceLiteral run, int start, int length)
    {
        List<(int Start, int Length)> pieces = [.. run.PartsOf(start, length)];
        return pieces.Count is >= 2 and <= MostPieces ? pieces : [];
    }

    private static bool Joins(string text, SourceLiteral first, SourceLiteral second) =>
        second.Start >= first.End && second.Start - first.End <= LongestGap && Glue().IsMatch(text[first.End..second.Start]);

    private static SourceLiteral Whole(List<SourceLiteral> run) =>
        new(run[0].Start, run[^1].End, string.Concat(run.Select(literal => literal.Value)), [.. run.SelectMany(literal => literal.Places)]);

    // Marks, comments, .Append, name +=.
    [GeneratedRegex("""^(\s|[+(){},;\[\]$@]|//[^\r\n]*|/\*[^*]*\*/|\.Append\b|[A-Za-z_]\w{0,60}\s{0,4}\+=)*$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Glue();
}
