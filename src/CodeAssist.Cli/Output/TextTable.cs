using Spectre.Console;

namespace CodeAssist.Cli.Output;

/// <summary>A table in plain columns, whichever width its characters have.</summary>
internal static class TextTable
{
    // Wider than any terminal: columns are aligned, lines are left to the terminal to break.
    private const int Width = 1000;

    public static void Write(TextWriter writer, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table().NoBorder().HideRowSeparators();
        foreach (var header in headers)
            table.AddColumn(new TableColumn(new Text(header)).NoWrap().PadLeft(0).PadRight(2));
        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(cell)));
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = Width;
        console.Write(table);
        foreach (var line in text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
            writer.WriteLine(line.TrimEnd());
    }
}
