namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>Where effects that are new stand, seen from the flagged code.</summary>
internal static class EffectPlaces
{
    /// <summary>Whether an effect stands in the place of the flagged code.</summary>
    public static bool IsInGap(EffectPairs pairs, int index, bool isMoved = false) =>
        pairs.Before(index) >= pairs.First - 1 && UpTo(pairs, index) <= pairs.End
        && (isMoved || pairs.Allowance.EncloseFlagged || pairs.Scope.IsInFlaggedAfter(pairs.New[index].Span));

    /// <summary>Whether an effect stands where something may be added beside the flagged code.</summary>
    public static bool IsInSurroundings(EffectPairs pairs, int index)
    {
        var (old, flagged) = (pairs.Old, pairs.Scope.Flagged);
        var before = pairs.Before(index);
        var after = pairs.After(index);
        return (before < 0 || old[before].Span.Start >= flagged.Surroundings.Start || flagged.Span.Contains(old[before].Span) || IsEdge(before))
            && (after >= old.Count || old[after].Span.Start <= flagged.Surroundings.End)
            && (before < 0 || old[before].Span.Start <= flagged.Surroundings.End);

        // The mark that opens the surroundings stands before them.
        bool IsEdge(int i) => i + 1 < old.Count && old[i + 1].Span.Start >= flagged.Surroundings.Start;
    }

    /// <summary>The marks of the construct that one of them begins or ends.</summary>
    public static (int Open, int Close) PairOf(IReadOnlyList<Effect> effects, int index)
    {
        var depth = 0;
        var step = effects[index].Mark == Mark.Open ? 1 : -1;
        for (var i = index; i >= 0 && i < effects.Count; i += step)
        {
            depth += effects[i].Mark switch { Mark.Open => 1, Mark.Close => -1, _ => 0 };
            if (depth == 0)
                return step > 0 ? (index, i) : (i, index);
        }

        return (0, effects.Count);
    }

    // What was granted to vanish behind the flagged code parts nothing.
    private static int UpTo(EffectPairs pairs, int index)
    {
        var after = pairs.After(index);
        while (after > pairs.End && pairs.Grants.Old.Contains(after - 1))
            after--;
        return after;
    }
}
