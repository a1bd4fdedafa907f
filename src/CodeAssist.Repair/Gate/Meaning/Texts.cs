using System.Globalization;
using System.Text.RegularExpressions;

namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>The laws of texts: joined, interpolated, formatted and cut ones.</summary>
internal static class Texts
{
    private static readonly Regex Hole = new(@"\{(\w+)(?:,([^:{}]*))?(?::([^{}]*))?\}", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Texts one behind the other.</summary>
    public static Term Of(IReadOnlyList<Term> parts)
    {
        var all = new List<Term>();
        foreach (var part in parts.SelectMany(part => part.Is("text") ? part.Parts : (IEnumerable<Term>)[part]))
        {
            var shown = Shown(part);
            if (shown == Term.Null || Terms.TextOf(shown) == string.Empty)
                continue;
            if (Terms.TextOf(shown) is { } text && all.Count > 0 && Terms.TextOf(all[all.Count - 1]) is { } before)
                all[all.Count - 1] = Terms.Constant(before + text);
            else
                all.Add(shown);
        }

        return all.Count switch
        {
            0 => Terms.Constant(string.Empty),
            1 when Terms.TextOf(all[0]) is not null => all[0],
            _ => new Term("text", string.Empty, all),
        };
    }

    /// <summary>What a text is put together of.</summary>
    public static IReadOnlyList<Term> PartsOf(Term text) => text.Is("text") ? text.Parts : [Shown(text)];

    // What a value is made a text by is not written.
    private static Term Shown(Term part) =>
        part.Is("call", "Object.ToString") && part.Parts.Count == 1 ? part[0]
        : part.Is("call") && part.Parts.Count == 2 && part.Data.EndsWith(".ToString", StringComparison.Ordinal) && part.Data.IndexOf('.') == part.Data.Length - 9 && Terms.TextOf(part[1]) is { } format ? Formatted(part[0], string.Empty, format)
        : part;

    /// <summary>A value in a text, with its width and its format.</summary>
    public static Term Formatted(Term value, string width, string format) =>
        width.Length == 0 && format.Length == 0 ? value : new Term("format", width + ":" + format, [value]);

    /// <summary>What a text with holes becomes: by number, or by order where the holes have names. Null where it is not known.</summary>
    public static Term? Filled(string template, IReadOnlyList<Term> values)
    {
        var parts = new List<Term>();
        var (end, next) = (0, 0);
        foreach (Match hole in Hole.Matches(template.Replace("{{", "\u0001\u0001").Replace("}}", "\u0002\u0002")))
        {
            var index = int.TryParse(hole.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : next++;
            if (index >= values.Count)
                return null;
            parts.Add(Terms.Constant(Plain(template.Substring(end, hole.Index - end))));
            parts.Add(Formatted(values[index], hole.Groups[2].Value, hole.Groups[3].Value));
            end = hole.Index + hole.Length;
        }

        parts.Add(Terms.Constant(Plain(template.Substring(end))));
        return Of(parts);

        static string Plain(string text) => text.Replace("{{", "{").Replace("}}", "}");
    }

    /// <summary>What of a text or a collection stands between two places.</summary>
    public static Term Slice(Term whole, Term start, Term end) =>
        start.Is("const", "number 0") && end.Equals(Terms.Make("count", whole)) ? whole : new Term("slice", string.Empty, [whole, start, end]);
}
