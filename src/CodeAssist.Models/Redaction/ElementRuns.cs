using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CodeAssist.Models.Redaction;

/// <summary>Finds secrets that are written as the elements of an array: bytes, or characters.</summary>
internal static partial class ElementRuns
{
    private const int Milliseconds = 2000;

    // A key of 64 bits is the shortest there is.
    private const int Fewest = 8;

    /// <summary>The runs of elements in a text: as text where they spell some, and whether a name says that they are a key.</summary>
    public static IEnumerable<(SourceLiteral Literal, bool IsKey)> Of(string text)
    {
        foreach (Match run in Numbers().Matches(text))
        {
            var elements = Number().Matches(run.Value);
            if (elements.Count >= Fewest)
                yield return (Spell(run, elements, static element => Byte(element)), LiteralName.IsKeyOfElements(text, run.Index));
        }

        foreach (Match run in Characters().Matches(text))
        {
            var elements = Character().Matches(run.Value);
            if (elements.Count >= Fewest)
                yield return (Spell(run, elements, static element => element.Groups["one"].Value[0]), LiteralName.IsKeyOfElements(text, run.Index));
        }
    }

    private static char Byte(Match element)
    {
        var text = element.Value.Replace("_", string.Empty, StringComparison.Ordinal);
        var value = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? int.Parse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : int.Parse(text, CultureInfo.InvariantCulture);
        // What spells nothing must match nothing.
        return value is >= 32 and < 127 ? (char)value : '{';
    }

    private static SourceLiteral Spell(Match run, MatchCollection elements, Func<Match, char> spell)
    {
        var value = new StringBuilder();
        var places = new List<(int, int)>();
        foreach (Match element in elements)
        {
            value.Append(spell(element));
            // With the comma before it: a placeholder in place of some elements leaves a list of elements.
            places.Add((places.Count == 0 ? run.Index : places[^1].Item2, run.Index + element.Index + element.Length));
        }

        return new SourceLiteral(run.Index, run.Index + run.Length, value.ToString(), places);
    }

    [GeneratedRegex(@"(?<![\w.])(\(byte\)\s?)?(0[xX][0-9A-Fa-f_]{1,4}|[0-9]{1,3})\b(\s{0,20},\s{0,40}(\(byte\)\s?)?(0[xX][0-9A-Fa-f_]{1,4}|[0-9]{1,3})\b){7,8000}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\b(0[xX][0-9A-Fa-f_]{1,4}|[0-9]{1,3})\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Number();

    [GeneratedRegex(@"'[^'\\]'(\s{0,20},\s{0,40}'[^'\\]'){7,8000}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Characters();

    [GeneratedRegex(@"'(?<one>[^'\\])'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Milliseconds)]
    private static partial Regex Character();
}
