using System.Xml.Linq;

namespace CodeAssist.Cli.Reporting;

/// <summary>The few shapes that the reports are made of.</summary>
internal static class Html
{
    // A flood is cut: the page stays readable.
    private const int LongestText = 20_000;

    /// <summary>An element with a class.</summary>
    public static XElement Of(string name, string style, params object?[] content) => new(name, new XAttribute("class", style), content);

    /// <summary>A table that scrolls by itself where the page is narrower; the first cell of a row is its heading.</summary>
    public static XElement Table(string caption, IEnumerable<string> headings, IEnumerable<IReadOnlyList<object>> rows) =>
        Of("div", "wide", new XElement("table",
            new XElement("caption", caption),
            new XElement("thead", new XElement("tr", headings.Select(heading => new XElement("th", new XAttribute("scope", "col"), heading)))),
            new XElement("tbody", rows.Select(row => new XElement("tr", row.Select((cell, column) =>
                column == 0 ? new XElement("th", new XAttribute("scope", "row"), cell) : new XElement("td", cell)))))));

    /// <summary>A unified diff, or code: what was added and removed is coloured and keeps its sign.</summary>
    public static XElement Diff(string text)
    {
        var cut = text.Length > LongestText ? text[..LongestText] + "\n" + Texts.Get("ReportCut", text.Length - LongestText) : text;
        var isDiff = cut.StartsWith("--- ", StringComparison.Ordinal) || cut.StartsWith("@@ ", StringComparison.Ordinal);
        return Of("div", "wide", new XElement("pre", cut.ReplaceLineEndings("\n").Split('\n').SelectMany(line => new object[] { isDiff ? Line(line) : line, "\n" })));
    }

    private static object Line(string line) => line switch
    {
        _ when line.StartsWith("--- ", StringComparison.Ordinal) || line.StartsWith("+++ ", StringComparison.Ordinal) => Of("span", "file", line),
        ['+', ..] => Of("span", "added", line),
        ['-', ..] => Of("span", "removed", line),
        ['@', '@', ..] => Of("span", "place", line),
        _ => line,
    };
}
