using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Editing;

/// <summary>A file's text through several edits, and how positions in the original map to the text as it is now.</summary>
/// <param name="original">The text before the first edit.</param>
/// <param name="between">The changes from one text to another, in order; null for those that the texts know of themselves.</param>
public sealed class TextHistory(SourceText original, Func<SourceText, SourceText, ImmutableArray<TextChange>>? between = null)
{
    private readonly Func<SourceText, SourceText, ImmutableArray<TextChange>> _between = between ?? (static (old, next) => next.GetTextChanges(old).ToImmutableArray());

    /// <summary>The text before the first edit.</summary>
    public SourceText Original { get; } = original;

    /// <summary>The text as it is now.</summary>
    public SourceText Current { get; private set; } = original;

    /// <summary>What leads from the original to the current text: in order, not overlapping, in the original's positions.</summary>
    public ImmutableArray<TextChange> Changes { get; private set; } = ImmutableArray<TextChange>.Empty;

    /// <summary>Whether there was an edit.</summary>
    public bool IsChanged => Changes.Length > 0;

    /// <summary>The span in the current text of a span in the original; null where an edit reaches into it.</summary>
    public TextSpan? Locate(TextSpan span)
    {
        var shift = 0;
        foreach (var change in Changes)
        {
            if (change.Span.End <= span.Start)
                shift += Growth(change);
            else if (change.Span.Start < span.End)
                return null;
            else
                break;
        }

        return new TextSpan(span.Start + shift, span.Length);
    }

    /// <summary>
    /// Takes the next text, and gives what is new in it as changes of the original. A change that rewrites what an
    /// earlier edit wrote repeats that edit: it can be told of the original in no other way.
    /// </summary>
    public ImmutableArray<TextChange> Accept(SourceText next)
    {
        var composed = Compose(Changes, _between(Current, next), next);
        var known = new HashSet<(TextSpan, string?)>(Changes.Select(change => (change.Span, change.NewText)));
        var own = composed.Where(change => !known.Contains((change.Span, change.NewText))).ToImmutableArray();
        Changes = composed;
        Current = next;
        return own;
    }

    /// <summary>The current text with an edit that was made of the original; null where the two reach into each other.</summary>
    public SourceText? Transpose(SourceText edited)
    {
        var changes = _between(Original, edited)
            .Select(change => (Span: Locate(change.Span), change.NewText))
            .ToList();
        return changes.Any(change => change.Span is null)
            ? null
            : Current.WithChanges(changes.Select(change => new TextChange(change.Span!.Value, change.NewText!)));
    }

    // `earlier` leads from the original to the current text, `later` from the current to the next. What both touch of
    // the current text becomes one change.
    private static ImmutableArray<TextChange> Compose(ImmutableArray<TextChange> earlier, ImmutableArray<TextChange> later, SourceText next)
    {
        var composed = ImmutableArray.CreateBuilder<TextChange>();
        Block? open = null;
        var (shiftEarlier, shiftLater) = (0, 0);
        foreach (var block in Blocks(earlier, later).OrderBy(block => block.Span.Start).ThenBy(block => block.Span.End))
        {
            if (open?.With(block) is { } joined)
            {
                open = joined;
                continue;
            }

            Close();
            open = block;
        }

        Close();
        return composed.ToImmutable();

        void Close()
        {
            if (open is null)
                return;
            var (start, end) = (open.Span.Start, open.Span.End);
            composed.Add(new TextChange(
                TextSpan.FromBounds(start - shiftEarlier, end - shiftEarlier - open.Earlier),
                next.ToString(TextSpan.FromBounds(start + shiftLater, end + shiftLater + open.Later))));
            shiftEarlier += open.Earlier;
            shiftLater += open.Later;
        }
    }

    private static IEnumerable<Block> Blocks(ImmutableArray<TextChange> earlier, ImmutableArray<TextChange> later)
    {
        var shift = 0;
        foreach (var change in earlier)
        {
            yield return new Block(new TextSpan(change.Span.Start + shift, change.NewText!.Length), Growth(change), 0, change.Span.IsEmpty);
            shift += Growth(change);
        }

        foreach (var change in later)
            yield return new Block(change.Span, 0, Growth(change), change.Span.IsEmpty);
    }

    private static int Growth(TextChange change) => change.NewText!.Length - change.Span.Length;

    /// <summary>A part of the current text that an edit wrote or that the next one replaces.</summary>
    /// <param name="Span">The part.</param>
    /// <param name="Earlier">By how much the earlier edits made it longer.</param>
    /// <param name="Later">By how much the next edit makes it longer.</param>
    /// <param name="IsInsertion">Whether it takes no room in the text before it was made.</param>
    private sealed record Block(TextSpan Span, int Earlier, int Later, bool IsInsertion)
    {
        // Parts that only touch stay apart, but for two insertions: their order would be lost in the original.
        public Block? With(Block next) =>
            next.Span.Start < Span.End || (next.Span.Start == Span.End && IsInsertion && next.IsInsertion)
                ? new Block(
                    TextSpan.FromBounds(Span.Start, Math.Max(Span.End, next.Span.End)), Earlier + next.Earlier, Later + next.Later, IsInsertion && next.IsInsertion)
                : null;
    }
}
