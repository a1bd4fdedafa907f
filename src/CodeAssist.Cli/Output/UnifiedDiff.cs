using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Cli.Output;

/// <summary>The hunks of a unified diff. Lines end at <c>\n</c> alone, as git sees them: a <c>\r</c> is part of its line.</summary>
internal static class UnifiedDiff
{
    private const int ContextLines = 3;

    private static readonly CustomFunctionChunker Lines = new(text => [.. SplitLines(text)]);

    /// <summary>
    /// The lines of the hunks, without their line feed: headers (<c>@@</c>) and lines that begin with a space,
    /// <c>-</c>, <c>+</c>, or <c>\</c> where the text ends without a line feed.
    /// </summary>
    public static IEnumerable<string> Hunks(SourceText before, SourceText after)
    {
        var diff = Differ.Instance.CreateDiffs(before.ToString(), after.ToString(), ignoreWhiteSpace: false, ignoreCase: false, Lines);
        return Group(diff.DiffBlocks).SelectMany(blocks => Hunk(diff, blocks));
    }

    // Changes whose context would overlap are one hunk.
    private static IEnumerable<List<DiffBlock>> Group(IList<DiffBlock> blocks)
    {
        var group = new List<DiffBlock>();
        foreach (var block in blocks)
        {
            if (group.Count > 0 && block.DeleteStartA - (group[^1].DeleteStartA + group[^1].DeleteCountA) > 2 * ContextLines)
            {
                yield return group;
                group = [];
            }

            group.Add(block);
        }

        if (group.Count > 0)
            yield return group;
    }

    private static IEnumerable<string> Hunk(DiffResult diff, List<DiffBlock> blocks)
    {
        var startOld = Math.Max(0, blocks[0].DeleteStartA - ContextLines);
        var startNew = blocks[0].InsertStartB - (blocks[0].DeleteStartA - startOld);
        var endOld = Math.Min(diff.PiecesOld.Count, blocks[^1].DeleteStartA + blocks[^1].DeleteCountA + ContextLines);
        var endNew = blocks[^1].InsertStartB + blocks[^1].InsertCountB + (endOld - blocks[^1].DeleteStartA - blocks[^1].DeleteCountA);
        yield return $"@@ -{Range(startOld, endOld - startOld)} +{Range(startNew, endNew - startNew)} @@";

        var line = startOld;
        foreach (var block in blocks)
        {
            for (; line < block.DeleteStartA; line++)
            {
                foreach (var text in Line(' ', diff.PiecesOld[line]))
                    yield return text;
            }

            for (; line < block.DeleteStartA + block.DeleteCountA; line++)
            {
                foreach (var text in Line('-', diff.PiecesOld[line]))
                    yield return text;
            }

            foreach (var text in diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB).SelectMany(piece => Line('+', piece)))
                yield return text;
        }

        for (; line < endOld; line++)
        {
            foreach (var text in Line(' ', diff.PiecesOld[line]))
                yield return text;
        }
    }

    // An empty range names the line before it.
    private static string Range(int start, int count) => count == 1 ? $"{start + 1}" : $"{(count == 0 ? start : start + 1)},{count}";

    private static IEnumerable<string> Line(char mark, string piece)
    {
        if (piece.EndsWith('\n'))
        {
            yield return mark + piece[..^1];
            yield break;
        }

        yield return mark + piece;
        yield return @"\ No newline at end of file";
    }

    private static IEnumerable<string> SplitLines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            yield return text[start..end];
            start = end;
        }
    }
}
