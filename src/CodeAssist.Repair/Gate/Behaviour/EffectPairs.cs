using CodeAssist.Repair.Guides;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>The effects of a region before and after an edit, and which of them are the same ones.</summary>
/// <param name="Old">The effects before.</param>
/// <param name="New">The effects after.</param>
/// <param name="OldOfNew">For each effect after the index of the one before that it is, or -1.</param>
/// <param name="First">The index of the first flagged effect before.</param>
/// <param name="End">The index behind the last one.</param>
internal sealed record EffectPairs(IReadOnlyList<Effect> Old, IReadOnlyList<Effect> New, int[] OldOfNew, int First, int End)
{
    /// <summary>The indices of the effects that are new.</summary>
    public IEnumerable<int> Appeared => Enumerable.Range(0, New.Count).Where(i => OldOfNew[i] < 0);

    /// <summary>The flagged effects before.</summary>
    public IEnumerable<Effect> FlaggedOld => Old.Skip(First).Take(End - First);

    /// <summary>The effects after that were flagged, or are new.</summary>
    public IEnumerable<Effect> FlaggedNew => Enumerable.Range(0, New.Count).Where(i => OldOfNew[i] < 0 || IsFlagged(OldOfNew[i])).Select(i => New[i]);

    /// <summary>Whether an effect before is flagged.</summary>
    public bool IsFlagged(int old) => old >= First && old < End;

    /// <summary>The old index of the nearest surviving effect behind a new one; the number of old effects where there is none.</summary>
    public int After(int index)
    {
        for (var i = index + 1; i < OldOfNew.Length; i++)
        {
            if (OldOfNew[i] >= 0)
                return OldOfNew[i];
        }

        return Old.Count;
    }

    /// <summary>Whether a new condition decides about an effect.</summary>
    public bool IsInNewConstruct(int index)
    {
        var depth = 0;
        for (var i = index; i >= 0; i--)
        {
            depth += New[i].Mark switch { Mark.Open => -1, Mark.Close => 1, _ => 0 };
            if (depth >= 0)
                continue;
            if (New[i].Kind == EffectKinds.Condition && OldOfNew[i] < 0)
                return true;
            depth = 0;
        }

        return false;
    }

    /// <summary>The header of a construct: it ends where the part begins that it decides on.</summary>
    public static IEnumerable<Effect> Header(IReadOnlyList<Effect> effects, int open) =>
        effects.Skip(open + 1).TakeWhile(effect => effect is not { Kind: EffectKinds.Condition, Text: "then" or "do", Mark: Mark.None });
}
