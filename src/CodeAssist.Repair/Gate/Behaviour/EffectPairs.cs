using CodeAssist.Repair.Guides;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>The effects of a region before and after an edit, which of them are the same ones, and what the edit may do.</summary>
/// <param name="Old">The effects before.</param>
/// <param name="New">The effects after.</param>
/// <param name="Partners">For each effect before the index of the one after that it is, or -1.</param>
/// <param name="First">The index of the first flagged effect before.</param>
/// <param name="End">The index behind the last one.</param>
/// <param name="Scope">What the edit may do, and where.</param>
internal sealed record EffectPairs(IReadOnlyList<Effect> Old, IReadOnlyList<Effect> New, int[] Partners, int First, int End, RepairScope Scope)
{
    /// <summary>For each effect after the index of the one before that it is, or -1.</summary>
    public int[] OldOfNew { get; } = Inverse(Partners, New.Count);

    /// <summary>The effects that may vanish or appear one by one.</summary>
    public Grants Grants { get; init; } = new();

    /// <summary>What the edit may do.</summary>
    public Allowance Allowance => Scope.Allowance;

    /// <summary>The indices of the effects that are new.</summary>
    public IEnumerable<int> Appeared => Enumerable.Range(0, New.Count).Where(i => OldOfNew[i] < 0);

    /// <summary>The indices of the flagged effects before.</summary>
    public IEnumerable<int> Flagged => Enumerable.Range(First, End - First);

    /// <summary>The indices of the flagged effects that are there no longer.</summary>
    public IEnumerable<int> FlaggedVanished => Flagged.Where(i => Partners[i] < 0);

    /// <summary>The flagged effects before.</summary>
    public IEnumerable<Effect> FlaggedOld => Old.Skip(First).Take(End - First);

    /// <summary>The effects after that were flagged, or are new.</summary>
    public IEnumerable<Effect> FlaggedNew => Enumerable.Range(0, New.Count).Where(IsFlaggedOrNew).Select(i => New[i]);

    /// <summary>Whether an effect before is flagged.</summary>
    public bool IsFlagged(int old) => old >= First && old < End;

    /// <summary>Whether an effect after was flagged, or is new.</summary>
    public bool IsFlaggedOrNew(int index) => OldOfNew[index] < 0 || IsFlagged(OldOfNew[index]);

    /// <summary>The first effect that is new and of which something holds, as a drift; null where there is none.</summary>
    public Drift? FindAppeared(Func<Effect, bool> holds) =>
        Appeared.Select(i => New[i]).FirstOrDefault(holds) is { } effect ? new Drift(effect, Vanished: false) : null;

    /// <summary>What is read in the span of the diagnostic; in the flagged code where nothing is.</summary>
    public HashSet<string> TargetReads()
    {
        var flagged = FlaggedOld.Where(effect => effect.Kind == EffectKinds.Read).ToList();
        var named = flagged.Where(effect => Scope.IsInTarget(effect.Span)).ToList();
        return new HashSet<string>((named.Count > 0 ? named : flagged).Select(effect => effect.Text));
    }

    /// <summary>The old index of the nearest surviving effect before a new one; -1 where there is none.</summary>
    public int Before(int index)
    {
        for (var i = index - 1; i >= 0; i--)
        {
            if (OldOfNew[i] >= 0)
                return OldOfNew[i];
        }

        return -1;
    }

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

    private static int[] Inverse(int[] partners, int count)
    {
        var inverse = new int[count];
        for (var i = 0; i < count; i++)
            inverse[i] = -1;
        for (var i = 0; i < partners.Length; i++)
        {
            if (partners[i] >= 0)
                inverse[partners[i]] = i;
        }

        return inverse;
    }
}
