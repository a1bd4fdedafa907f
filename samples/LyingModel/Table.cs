namespace LyingModel;

/// <summary>Prints rows as a Markdown table, its columns aligned.</summary>
internal static class Table
{
    public static void Write(TextWriter output, IReadOnlyList<Row> rows)
    {
        string[][] cells =
        [
            ["reply", "stopped by", "reason"],
            .. rows.Select(row => new[] { row.Reply.Name, row.StoppedBy, row.Reason.Replace("|", "\\|") }),
        ];
        var widths = Enumerable.Range(0, 2).Select(column => cells.Max(row => row[column].Length)).ToArray();
        WriteRow(cells[0]);
        WriteRow([new string('-', widths[0]), new string('-', widths[1]), "---"]);
        foreach (var row in cells.Skip(1))
            WriteRow(row);

        // The last column is not padded: its lines may be long.
        void WriteRow(string[] row) =>
            output.WriteLine($"| {row[0].PadRight(widths[0])} | {row[1].PadRight(widths[1])} | {row[2]} |");
    }
}
