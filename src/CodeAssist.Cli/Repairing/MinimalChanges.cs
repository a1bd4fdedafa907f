using System.Collections.Immutable;
using DiffPlex;
using DiffPlex.Chunkers;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Cli.Repairing;

/// <summary>The changes from one text to another, as small as lines and common beginnings and ends make them.</summary>
internal static class MinimalChanges
{
    /// <summary>The changes, in order, not overlapping, in the old text's positions.</summary>
    public static ImmutableArray<TextChange> Between(SourceText old, SourceText next) =>
    [
        .. next.GetTextChanges(old)
            .SelectMany(change => ByLines(old, change))
            .Select(change => Trim(old, change))
            .Where(change => !change.Span.IsEmpty || change.NewText!.Length > 0),
    ];

    // Texts that do not know of each other differ as a whole.
    private static IEnumerable<TextChange> ByLines(SourceText old, TextChange change)
    {
        var before = old.ToString(change.Span);
        if (!before.Contains('\n') || !change.NewText!.Contains('\n'))
            return [change];
        var diff = Differ.Instance.CreateDiffs(before, change.NewText, ignoreWhiteSpace: false, ignoreCase: false, LineEndingsPreservingChunker.Instance);
        var starts = Starts(diff.PiecesOld);
        return diff.DiffBlocks.Select(block => new TextChange(
            TextSpan.FromBounds(change.Span.Start + starts[block.DeleteStartA], change.Span.Start + starts[block.DeleteStartA + block.DeleteCountA]),
            string.Concat(diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB))));
    }

    private static List<int> Starts(IReadOnlyList<string> pieces)
    {
        var starts = new List<int>(pieces.Count + 1) { 0 };
        foreach (var piece in pieces)
            starts.Add(starts[^1] + piece.Length);
        return starts;
    }

    private static TextChange Trim(SourceText old, TextChange change)
    {
        var before = old.ToString(change.Span);
        var after = change.NewText!;
        var start = before.AsSpan().CommonPrefixLength(after);
        while (start > 0 && BelongsToNext(before[start - 1]))
            start--;
        var most = Math.Min(before.Length, after.Length) - start;
        var end = 0;
        while (end < most && before[^(end + 1)] == after[^(end + 1)])
            end++;
        while (end > 0 && IsSecondHalf(before[^end]))
            end--;
        return new TextChange(TextSpan.FromBounds(change.Span.Start + start, change.Span.End - end), after[start..^end]);
    }

    // A line ending and a surrogate pair are not cut in two.
    private static bool BelongsToNext(char character) => character == '\r' || char.IsHighSurrogate(character);

    private static bool IsSecondHalf(char character) => character == '\n' || char.IsLowSurrogate(character);
}
