using System.Text.RegularExpressions;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CodeAssist.Cli.Output;

/// <summary>Shows a page in Markdown on a terminal: what our pages use of it, which is headings, paragraphs, lists, tables and code.</summary>
internal static partial class MarkdownView
{
    /// <summary>Writes the page.</summary>
    public static void Write(IAnsiConsole console, string page)
    {
        var lines = page.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length;)
        {
            var first = i;
            var line = lines[i];
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                for (i++; i < lines.Length && !lines[i].StartsWith("```", StringComparison.Ordinal);)
                    i++;
                console.Write(new Padder(new Text(string.Join("\n", lines[(first + 1)..i]), new Style(Color.Aqua)), new Padding(2, 0)));
                i++;
            }
            else if (line.StartsWith('|'))
            {
                while (i < lines.Length && lines[i].StartsWith('|'))
                    i++;
                console.Write(Table(lines[first..i]));
            }
            else
            {
                i++;
                console.Write(Line(line));
            }
        }
    }

    private static IRenderable Line(string line) => HeadingPattern().Match(line) is { Success: true } heading
        ? new Markup($"[bold{(heading.Groups["level"].Length == 1 ? " underline" : "")} yellow]{Inline(heading.Groups["text"].Value)}[/]\n")
        : line.StartsWith("- ", StringComparison.Ordinal)
            ? new Padder(new Markup("• " + Inline(line[2..])), new Padding(2, 0, 0, 0))
            : new Markup(Inline(line) + "\n");

    private static Table Table(string[] lines)
    {
        var rows = lines.Select(line => line.Trim().Trim('|').Split('|').Select(cell => Inline(cell.Trim())).ToArray()).ToList();
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var heading in rows[0])
            table.AddColumn(heading);
        if (rows[0].All(heading => heading.Length == 0))
            table.HideHeaders();
        // The second line only separates.
        foreach (var row in rows.Skip(2))
            table.AddRow([.. row.Take(rows[0].Length)]);
        return table;
    }

    private static string Inline(string text)
    {
        var escaped = Markup.Escape(text);
        escaped = CodePattern().Replace(escaped, "[aqua]$1[/]");
        escaped = BoldPattern().Replace(escaped, "[bold]$1[/]");
        return LinkPattern().Replace(escaped, "$1 ($2)");
    }

    [GeneratedRegex(@"^(?<level>#{1,4}) (?<text>.*)$")]
    private static partial Regex HeadingPattern();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"\*\*([^*]+)\*\*")]
    private static partial Regex BoldPattern();

    // Brackets are escaped by doubling them, before this looks.
    [GeneratedRegex(@"\[\[([^\[\]]+)\]\]\(([^)\s]+)\)")]
    private static partial Regex LinkPattern();
}
