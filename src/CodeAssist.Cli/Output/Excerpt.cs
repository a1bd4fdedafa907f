using System.Text;
using Microsoft.CodeAnalysis.Text;
using Spectre.Console;

namespace CodeAssist.Cli.Output;

/// <summary>The source line of a finding, with carets under the very characters.</summary>
internal static class Excerpt
{
    // A terminal's own tab stops depend on where the line starts: tabs are written out as spaces.
    private const int TabWidth = 4;

    /// <summary>Writes the first line of a span with carets under the part that the span covers.</summary>
    public static void Write(TextWriter writer, Paint paint, SourceText text, TextSpan span)
    {
        if (span.End > text.Length)
            return;
        var line = text.Lines.GetLineFromPosition(span.Start);
        var source = line.ToString();
        var start = span.Start - line.Start;
        var end = Math.Max(Math.Min(span.End, line.End) - line.Start, start);
        var indent = Expand(source[..start], 0);
        var flagged = Expand(source[start..end], Width(indent));
        var rest = Expand(source[end..], Width(indent) + Width(flagged));
        var number = (line.LineNumber + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var gutter = new string(' ', number.Length);

        writer.WriteLine($"  {paint.Faint(gutter + " |")}");
        writer.WriteLine($"  {paint.Faint(number + " |")} {(indent + flagged + rest).TrimEnd()}");
        writer.WriteLine($"  {paint.Faint(gutter + " |")} {new string(' ', Width(indent))}{paint.Red(new string('^', Math.Max(1, Width(flagged))))}");
    }

    /// <summary>The columns that a text takes on a terminal: two for a full-width character, none for a combining one.</summary>
    public static int Width(string text) => text.GetCellWidth();

    private static string Expand(string text, int column)
    {
        if (!text.Contains('\t') && !text.Any(VisibleText.Steers))
            return text;
        var expanded = new StringBuilder();
        foreach (var character in text)
        {
            if (character == '\t')
                expanded.Append(' ', TabWidth - ((column + Width(expanded.ToString())) % TabWidth));
            else if (!VisibleText.Steers(character))
                expanded.Append(character);
        }

        return expanded.ToString();
    }
}
