using CodeAssist.Repair.Guides;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>Conditions that ask something else than before.</summary>
internal static class ChangedConditions
{
    /// <summary>A condition that survived and is not the one that it was; null where there is none.</summary>
    public static Drift? Find(EffectPairs pairs)
    {
        if (!pairs.Allowance.KeepConditions)
            return null;
        foreach (var i in pairs.Flagged)
        {
            if (pairs.Old[i] is { Kind: EffectKinds.Condition, Mark: Mark.Open } && pairs.Partners[i] >= 0
                && !EffectPairs.Header(pairs.Old, i).SequenceEqual(EffectPairs.Header(pairs.New, pairs.Partners[i]), Effect.Comparer))
            {
                return new Drift(pairs.Old[i], Vanished: true);
            }
        }

        return null;
    }

    /// <summary>A comparison of the same that points the other way, where nobody said that it may; null where there is none.</summary>
    public static Drift? FindInverted(EffectPairs pairs)
    {
        if (pairs.Scope.IsUnbounded)
            return null;
        if (pairs.FlaggedOld.Count(IsNot) != pairs.FlaggedNew.Count(IsNot))
            return FindNegated(pairs);
        foreach (var i in pairs.FlaggedVanished)
        {
            if (!pairs.Grants.Old.Contains(i) && IsComparison(pairs.Old[i]) && pairs.Appeared.Any(at => IsOtherComparison(pairs, i, at)))
                return new Drift(pairs.Old[i], Vanished: true);
        }

        return null;

        static bool IsNot(Effect effect) => effect is { Kind: EffectKinds.Operator, Text: "unary Not" };
    }

    // Comparisons are of the same where what follows is the same.
    private static bool IsOtherComparison(EffectPairs pairs, int old, int index) =>
        IsComparison(pairs.New[index]) && index + 1 < pairs.New.Count && old + 1 < pairs.Partners.Length && pairs.Partners[old + 1] == index + 1
        && !pairs.Allowance.Swaps.Any(swap => swap.Kind == EffectKinds.Operator && swap.MayBecome(pairs.Old[old].Text, pairs.New[index].Text));

    private static bool IsComparison(Effect effect) => effect is
    {
        Kind: EffectKinds.Operator,
        Text: "Equals" or "NotEquals" or "LessThan" or "LessThanOrEqual" or "GreaterThan" or "GreaterThanOrEqual",
    };

    // What was asked before is not asked the other way round, unless another comparison gave way for that.
    private static Drift? FindNegated(EffectPairs pairs)
    {
        if (pairs.FlaggedVanished.Any(i => pairs.Old[i].Kind == EffectKinds.Operator)
            || pairs.Allowance.Swaps.Any(swap => swap is { Kind: EffectKinds.Operator, From: "", To: "unary Not" } && !Swaps.NewTests.Contains(swap)))
        {
            return null;
        }

        for (var i = 0; i + 1 < pairs.New.Count; i++)
        {
            if (pairs.OldOfNew[i] < 0 && pairs.New[i] is { Kind: EffectKinds.Operator, Text: "unary Not" } not
                && pairs.OldOfNew[i + 1] >= 0 && pairs.New[i + 1].Kind == EffectKinds.Operator)
            {
                return new Drift(not, Vanished: false);
            }
        }

        return null;
    }
}
