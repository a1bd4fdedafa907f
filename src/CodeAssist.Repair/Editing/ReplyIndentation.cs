namespace CodeAssist.Repair.Editing;

/// <summary>How a reply is indented, and what becomes of that in the file.</summary>
/// <param name="Base">The columns by which the reply is indented as a whole.</param>
/// <param name="ReplyStep">The columns of a step in the reply.</param>
/// <param name="FileStep">The columns of the same step in the file.</param>
internal readonly record struct ReplyIndentation(int Base, int ReplyStep, int FileStep)
{
    /// <summary>The indentation of a reply's lines.</summary>
    /// <param name="columns">The columns by which the reply is indented as a whole.</param>
    /// <param name="lines">The reply's lines.</param>
    /// <param name="kept">The columns, in the reply and in the file, of what begins a line in both.</param>
    /// <param name="style">How the file writes.</param>
    public static ReplyIndentation Of(int columns, IReadOnlyList<string> lines, IEnumerable<(int Reply, int File)> kept, TextStyle style)
    {
        // What the reply kept says by how much it is indented; of a reply that kept nothing the smallest step does.
        var outer = TextStyle.Columns(style.Indentation);
        var steps = kept
            .Select(pair => (Reply: pair.Reply - columns, File: pair.File - outer))
            .Where(pair => pair is { Reply: > 0, File: > 0 })
            .ToList();
        if (steps.Exists(step => step.Reply == step.File))
            return new ReplyIndentation(columns, 1, 1);
        if (steps.Count > 0)
            return new ReplyIndentation(columns, steps[0].Reply, steps[0].File);
        var smallest = lines.Skip(1)
            .Where(line => line.Trim().Length > 0)
            .Select(line => TextStyle.Columns(TextStyle.Leading(line)) - columns)
            .Where(relative => relative > 0)
            .DefaultIfEmpty(style.Step)
            .Min();
        return smallest is 2 or 4 ? new ReplyIndentation(columns, smallest, style.Step) : new ReplyIndentation(columns, 1, 1);
    }

    /// <summary>The columns in the file, beyond the region's own, of a line that has some in the reply.</summary>
    public int ColumnsInFile(int columns)
    {
        var relative = Math.Max(0, columns - Base);
        return (relative / ReplyStep * FileStep) + (relative % ReplyStep);
    }
}
