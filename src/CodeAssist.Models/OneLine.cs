using System.Text;

namespace CodeAssist.Models;

/// <summary>Makes what others wrote fit for a message of ours.</summary>
internal static class OneLine
{
    private const int MaximumLength = 240;

    /// <summary>
    /// The text in one line of bounded length, without control and formatting characters: a server's words must not
    /// steer a terminal.
    /// </summary>
    public static string ToOneLine(this string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, MaximumLength));
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= MaximumLength)
                return line.Append('…').ToString();
            if (Rune.IsWhiteSpace(rune))
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
            }
            else if (!Rune.IsControl(rune) && Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.Format)
            {
                line.Append(rune);
            }
        }

        return line.ToString().TrimEnd();
    }
}
