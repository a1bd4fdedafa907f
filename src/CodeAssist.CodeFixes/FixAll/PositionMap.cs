using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.CodeFixes.FixAll;

/// <summary>Where the spans of a text are after it was changed.</summary>
internal sealed class PositionMap
{
    // In order: the span in the old text, and what became of it in the new one.
    private readonly IReadOnlyList<(TextSpan Old, TextSpan New)> _changes;

    private PositionMap(IReadOnlyList<(TextSpan Old, TextSpan New)> changes) => _changes = changes;

    /// <summary>The map from a text to its successor.</summary>
    public static PositionMap Of(SourceText before, SourceText after)
    {
        var changes = new List<(TextSpan, TextSpan)>();
        var shift = 0;
        foreach (var range in after.GetChangeRanges(before))
        {
            var old = range.Span;
            var made = new TextSpan(old.Start + shift, range.NewLength);
            shift += range.NewLength - old.Length;
            changes.Add(Trim(before, old, after, made));
        }

        return new PositionMap(changes);
    }

    /// <summary>The span's new place; null where a change touches it.</summary>
    public TextSpan? Map(TextSpan span)
    {
        var shift = 0;
        foreach (var (old, made) in _changes)
        {
            if (old.Start >= span.End)
                break;
            if (old.End > span.Start)
                return null;
            shift += made.Length - old.Length;
        }

        return new TextSpan(span.Start + shift, span.Length);
    }

    /// <summary>Whether a span of the new text touches what was changed.</summary>
    public bool IsChanged(TextSpan made) => _changes.Any(change => change.New.IntersectsWith(made));

    // Texts that do not know of each other differ "as a whole": only what really differs counts.
    private static (TextSpan Old, TextSpan New) Trim(SourceText before, TextSpan old, SourceText after, TextSpan made)
    {
        var longest = Math.Min(old.Length, made.Length);
        var head = 0;
        while (head < longest && before[old.Start + head] == after[made.Start + head])
            head++;
        var tail = 0;
        while (tail < longest - head && before[old.End - 1 - tail] == after[made.End - 1 - tail])
            tail++;
        return (TextSpan.FromBounds(old.Start + head, old.End - tail), TextSpan.FromBounds(made.Start + head, made.End - tail));
    }
}
