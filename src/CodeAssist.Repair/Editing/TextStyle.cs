using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Editing;

/// <summary>How the file writes: its line ends, and how the region is indented.</summary>
/// <param name="NewLine">The file's line end.</param>
/// <param name="Indentation">The white space before the region.</param>
/// <param name="UsesTabs">Whether lines are indented by tabs.</param>
/// <param name="Step">By how many columns the file's blocks are indented; a tab has four.</param>
internal sealed record TextStyle(string NewLine, string Indentation, bool UsesTabs, int Step)
{
    // How many columns a model's indentation has that writes spaces where the file has tabs.
    private const int SpacesOfTab = 4;

    // A deeper step from one line to the next is no block.
    private const int LargestStep = 8;

    /// <summary>The style of the file around a position.</summary>
    public static TextStyle Of(SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        var indentation = Leading(text.ToString(TextSpan.FromBounds(line.Start, position)));
        var probe = line.EndIncludingLineBreak > line.End ? line : text.Lines[0];
        var newLine = probe.EndIncludingLineBreak > probe.End ? text.ToString(TextSpan.FromBounds(probe.End, probe.EndIncludingLineBreak)) : "\n";
        var tabs = indentation.Length > 0
            ? indentation[0] == '\t'
            : text.Lines.Select(each => each.Span.Length > 0 ? text[each.Start] : 'x').FirstOrDefault(first => first is ' ' or '\t') == '\t';
        return new TextStyle(newLine, indentation, tabs, tabs ? SpacesOfTab : StepOf(text));
    }

    // The step to the right that most lines take behind a line that opens a block.
    private static int StepOf(SourceText text)
    {
        var counts = new int[LargestStep + 1];
        var (columns, opens) = (0, false);
        foreach (var line in text.Lines)
        {
            var content = text.ToString(line.Span);
            if (content.Trim().Length == 0)
                continue;
            var here = Columns(Leading(content));
            if (opens && here - columns is > 1 and <= LargestStep and var step)
                counts[step]++;
            (columns, opens) = (here, content.TrimEnd().EndsWith("{", StringComparison.Ordinal));
        }

        return counts.Max() == 0 ? SpacesOfTab : Array.IndexOf(counts, counts.Max());
    }

    /// <summary>A reply's code with the file's line ends and the region's indentation; its first line has none.</summary>
    public string Adapt(string code)
    {
        var lines = code.Replace("\r\n", "\n").Split('\n');
        var indentation = ReplyIndentation.Of(BaseIndentation(lines), lines, [], this);
        var result = new StringBuilder(lines[0].Trim().Length == 0 ? string.Empty : lines[0].TrimStart());
        for (var i = 1; i < lines.Length; i++)
            result.Append(NewLine).Append(Reindent(lines[i], indentation));
        return result.ToString();
    }

    /// <summary>The white space and comments between two tokens of a reply, adapted.</summary>
    public string AdaptGap(string gap, ReplyIndentation indentation)
    {
        if (gap.IndexOf('\n') < 0)
            return gap;
        var lines = gap.Replace("\r\n", "\n").Split('\n');
        var result = new StringBuilder(lines[0].TrimEnd());
        for (var i = 1; i < lines.Length; i++)
        {
            // The last line's indentation is that of the token behind it, also where the line is nothing else.
            var line = lines[i];
            var isLast = i == lines.Length - 1;
            result.Append(NewLine).Append(isLast || line.Trim().Length > 0 ? Reindent(isLast && line.Trim().Length == 0 ? line + "x" : line, indentation) : string.Empty);
            if (isLast && line.Trim().Length == 0)
                result.Length--;
        }

        return result.ToString();
    }

    /// <summary>The columns by which a reply's code is indented as a whole: those of its last line, which closes it.</summary>
    public static int BaseIndentation(IReadOnlyList<string> lines)
    {
        for (var i = lines.Count - 1; i > 0; i--)
        {
            if (lines[i].Trim().Length > 0)
                return Columns(Leading(lines[i]));
        }

        return 0;
    }

    private string Reindent(string line, ReplyIndentation indentation)
    {
        var content = line.TrimStart(' ', '\t');
        if (content.Length == 0)
            return string.Empty;
        var columns = indentation.ColumnsInFile(Columns(Leading(line)));
        return Indentation + (UsesTabs ? new string('\t', columns / SpacesOfTab) + new string(' ', columns % SpacesOfTab) : new string(' ', columns)) + content;
    }

    /// <summary>The white space that a line begins with.</summary>
    public static string Leading(string line) => line.Substring(0, line.Length - line.TrimStart(' ', '\t').Length);

    /// <summary>How many columns white space has.</summary>
    public static int Columns(string white) => white.Sum(character => character == '\t' ? SpacesOfTab : 1);
}
