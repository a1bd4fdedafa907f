using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CodeAssist.Cli.Repairing;

/// <summary>
/// Reads unified diffs as <c>git diff</c> and <c>diff -u</c> write them. Lines end at <c>\n</c> alone: a <c>\r</c> is
/// part of its line.
/// </summary>
internal static partial class DiffReader
{
    private const string Nowhere = "/dev/null";

    // What git says of a file beside its lines.
    private static readonly string[] OtherThanLines = ["rename ", "copy ", "new file mode", "deleted file mode", "Binary files ", "GIT binary patch"];

    /// <summary>Reads the files of a diff, or ends the command with the reason why it is none that can be judged.</summary>
    public static IReadOnlyList<DiffFile> Read(string diff)
    {
        var lines = diff.Split('\n');

        // Saved with CRLF as a whole, also the diff's own lines end so.
        var isCrlf = lines.Any(line => HunkHeader().IsMatch(line)) && lines.Where(line => HunkHeader().IsMatch(line)).All(line => line.EndsWith('\r'));
        if (isCrlf)
            lines = [.. lines.Select(line => line.EndsWith('\r') ? line[..^1] : line)];
        var files = new List<DiffFile>();
        string? before = null;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (Array.Find(OtherThanLines, word => line.StartsWith(word, StringComparison.Ordinal)) is not null || line.StartsWith("@@@", StringComparison.Ordinal))
                throw ToolException.Usage("DiffOtherThanLines", line.TrimEnd('\r'));
            if (line.StartsWith("--- ", StringComparison.Ordinal) && i + 1 < lines.Length && lines[i + 1].StartsWith("+++ ", StringComparison.Ordinal))
            {
                before = NameOf(line[4..]);
                var after = NameOf(lines[++i][4..]);
                if (before == Nowhere || after == Nowhere || WithoutPrefix(before) != WithoutPrefix(after))
                    throw ToolException.Usage("DiffOtherThanLines", $"{before} -> {after}");
                files.Add(new DiffFile(before, isCrlf, []));
            }
            else if (HunkHeader().Match(line) is { Success: true } header)
            {
                if (files.Count == 0)
                    throw ToolException.Usage("DiffNamesNoFile");
                files[^1].Hunks.Add(Hunk(header, lines, ref i));
            }
        }

        files.RemoveAll(file => file.Hunks.Count == 0);
        return files.Count > 0 ? files : throw ToolException.Usage("DiffEmpty");
    }

    /// <summary>A path of a diff without git's <c>a/</c> or <c>b/</c>.</summary>
    public static string WithoutPrefix(string path) => path.Length > 2 && path[1] == '/' && char.IsAsciiLetterLower(path[0]) ? path[2..] : path;

    private static DiffHunk Hunk(Match header, string[] lines, ref int i)
    {
        var (oldStart, oldCount) = (Number(header, 1, 0), Number(header, 2, 1));
        var (newStart, newCount) = (Number(header, 3, 0), Number(header, 4, 1));
        var pieces = new List<(char Mark, string Line)>();
        while (oldCount > 0 || newCount > 0)
        {
            if (++i >= lines.Length)
                throw ToolException.Usage("DiffHunkShort", header.Value.TrimEnd('\r'));

            // Some programs take the space off a context line that is empty.
            var line = lines[i].Length == 0 ? " " : lines[i];
            if (line[0] == '\\')
            {
                NoLineFeed(pieces);
                continue;
            }

            oldCount -= line[0] is ' ' or '-' ? 1 : 0;
            newCount -= line[0] is ' ' or '+' ? 1 : 0;
            if (line[0] is not (' ' or '-' or '+') || oldCount < 0 || newCount < 0)
                throw ToolException.Usage("DiffHunkShort", header.Value.TrimEnd('\r'));
            pieces.Add((line[0], line[1..] + "\n"));
        }

        if (i + 1 < lines.Length && lines[i + 1].StartsWith('\\'))
        {
            NoLineFeed(pieces);
            i++;
        }

        return new DiffHunk(header.Value.TrimEnd('\r'), oldStart, newStart, pieces);
    }

    // `\ No newline at end of file` speaks of the line before it.
    private static void NoLineFeed(List<(char Mark, string Line)> pieces)
    {
        if (pieces.Count > 0)
            pieces[^1] = (pieces[^1].Mark, pieces[^1].Line.TrimEnd('\n'));
    }

    private static int Number(Match header, int group, int otherwise) =>
        header.Groups[group].Success ? int.Parse(header.Groups[group].Value, CultureInfo.InvariantCulture) : otherwise;

    // A name ends at a tab; git quotes one with characters that would break the line.
    private static string NameOf(string text)
    {
        text = text.TrimEnd('\r');
        if (!text.StartsWith('"'))
            return text.Split('\t')[0].TrimEnd();
        var bytes = new List<byte>();
        for (var i = 1; i < text.Length && text[i] != '"'; i++)
        {
            if (text[i] != '\\' || i + 1 >= text.Length)
                bytes.AddRange(Encoding.UTF8.GetBytes(text[i].ToString()));
            else if (Octal().Match(text, i + 1) is { Success: true } octal)
            {
                bytes.Add(Convert.ToByte(octal.Value, 8));
                i += 3;
            }
            else
                bytes.Add((byte)(text[++i] switch { 't' => '\t', 'n' => '\n', var other => other }));
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex(@"^@@ -(\d{1,9})(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@")]
    private static partial Regex HunkHeader();

    [GeneratedRegex(@"\G[0-3][0-7]{2}")]
    private static partial Regex Octal();
}

/// <summary>The changes of one file.</summary>
/// <param name="Path">The file's path as the diff names it.</param>
/// <param name="IsCrlf">Whether the diff was saved with CRLF as a whole: then it does not tell the file's line ends.</param>
/// <param name="Hunks">The hunks, in order.</param>
internal sealed record DiffFile(string Path, bool IsCrlf, List<DiffHunk> Hunks)
{
    /// <summary>The text with the changes. Nothing is guessed: a line that is not where the diff says ends the command.</summary>
    public string Apply(string text)
    {
        var lines = Lines(text);
        var fileIsCrlf = IsCrlf && lines.Count > 0 && lines[0].EndsWith("\r\n", StringComparison.Ordinal);
        var result = new StringBuilder();
        var next = 0;
        foreach (var hunk in Hunks)
        {
            // A hunk without old lines stands behind the line that it names.
            var start = hunk.Pieces.Any(piece => piece.Mark != '+') ? hunk.OldStart - 1 : hunk.OldStart;
            if (start < next || start > lines.Count)
                throw ToolException.Usage("DiffDoesNotFit", Path, hunk.OldStart, hunk.Header);
            for (; next < start; next++)
                result.Append(lines[next]);
            foreach (var (mark, piece) in hunk.Pieces)
            {
                var line = Adapted(piece, fileIsCrlf, isFirst: mark == '+' ? result.Length == 0 : next == 0);
                if (mark == '+')
                {
                    result.Append(line);
                    continue;
                }

                if (next >= lines.Count || lines[next] != line)
                    throw ToolException.Usage("DiffDoesNotFit", Path, next + 1, hunk.Header);
                if (mark == ' ')
                    result.Append(line);
                next++;
            }
        }

        for (; next < lines.Count; next++)
            result.Append(lines[next]);
        return result.ToString();
    }

    // A byte order mark is part of the first line in a diff, and of the encoding here.
    private static string Adapted(string line, bool crlf, bool isFirst)
    {
        if (isFirst && line.StartsWith('\uFEFF'))
            line = line[1..];
        return crlf && line.EndsWith('\n') && !line.EndsWith("\r\n", StringComparison.Ordinal) ? line[..^1] + "\r\n" : line;
    }

    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }
}

/// <summary>A hunk.</summary>
/// <param name="Header">The line that begins it.</param>
/// <param name="OldStart">The first line that it speaks of, in the file before; counts from 1.</param>
/// <param name="NewStart">The same in the file after.</param>
/// <param name="Pieces">Its lines with their line feeds: <c>' '</c> stays, <c>'-'</c> goes, <c>'+'</c> comes.</param>
internal sealed record DiffHunk(string Header, int OldStart, int NewStart, List<(char Mark, string Line)> Pieces);
