namespace CodeAssist.Analyzers.Correctness;

/// <summary>The placeholders of a composite format or of a logger's template.</summary>
internal sealed class FormatText
{
    private readonly List<string> _names = [];

    private FormatText()
    {
    }

    /// <summary>What stands before a comma or colon in each placeholder, in order.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The first part that is no placeholder and no escaped brace, or null.</summary>
    public string? Malformed { get; private set; }

    /// <summary>Whether every placeholder is a number.</summary>
    public bool IsNumbered => _names.All(name => IndexOf(name) is not null);

    /// <summary>The number that a placeholder is, or null.</summary>
    public static int? IndexOf(string name) =>
        name.Length is > 0 and < 7 && name.All(character => character is >= '0' and <= '9')
            ? int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    /// <summary>Reads a composite format: <c>{index[,alignment][:format]}</c>, with <c>{{</c> and <c>}}</c> for braces.</summary>
    public static FormatText ReadComposite(string text)
    {
        var format = new FormatText();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('{' or '}'))
                continue;
            if (at + 1 < text.Length && text[at + 1] == text[at])
            {
                at++;
                continue;
            }

            var end = text[at] == '{' ? text.IndexOf('}', at) : -1;
            var hole = end < 0 ? string.Empty : text.Substring(at + 1, end - at - 1);
            var name = NameOf(hole).TrimEnd(' ');
            if (IndexOf(name) is null || !HasNumber(hole))
            {
                format.Malformed ??= end < 0 ? text.Substring(at, Math.Min(text.Length - at, 20)) : "{" + hole + "}";
                if (end < 0)
                    return format;
            }

            format._names.Add(name);
            at = end;
        }

        return format;
    }

    /// <summary>Reads a logger's template: <c>{Name[,alignment][:format]}</c>; what has no name in it is text.</summary>
    public static FormatText ReadTemplate(string text)
    {
        var format = new FormatText();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '{')
                continue;
            if (at + 1 < text.Length && text[at + 1] == '{')
            {
                at++;
                continue;
            }

            var end = text.IndexOf('}', at);
            if (end < 0)
                return format;
            var name = NameOf(text.Substring(at + 1, end - at - 1)).TrimStart('@', '$').Trim();
            if (name.Length > 0 && name.All(character => char.IsLetterOrDigit(character) || character is '_' or '.'))
                format._names.Add(name);
            at = end;
        }

        return format;
    }

    private static string NameOf(string hole)
    {
        var end = hole.IndexOfAny([',', ':']);
        return end < 0 ? hole : hole.Substring(0, end);
    }

    // Behind a comma stands the alignment.
    private static bool HasNumber(string hole)
    {
        var colon = hole.IndexOf(':');
        var head = colon < 0 ? hole : hole.Substring(0, colon);
        var comma = head.IndexOf(',');
        if (comma < 0)
            return true;
        var alignment = head.Substring(comma + 1).Trim();
        return IndexOf(alignment.StartsWith("-", StringComparison.Ordinal) ? alignment.Substring(1) : alignment) is not null;
    }
}
