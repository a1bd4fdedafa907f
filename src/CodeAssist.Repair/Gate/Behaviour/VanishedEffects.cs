using CodeAssist.Repair.Guides;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>What went without leave: something that is not flagged, or something weighty that gave way to nothing.</summary>
internal static class VanishedEffects
{
    /// <summary>The first effect that vanished and that may not; null where there is none.</summary>
    public static Drift? Find(EffectPairs pairs)
    {
        for (var i = 0; i < pairs.Partners.Length; i++)
        {
            if (pairs.Partners[i] >= 0)
                continue;
            if (IsSubscription(pairs.Old[i]) && !pairs.Allowance.DeleteFlagged)
                return new Drift(pairs.Old[i], Vanished: true);
            if (pairs.Grants.Old.Contains(i))
                continue;
            if (!pairs.IsFlagged(i) || !(MayBeDeleted(pairs, pairs.Old[i]) || MayBeReplaced(pairs, pairs.Old[i])))
                return new Drift(pairs.Old[i], Vanished: true);
        }

        return null;
    }

    /// <summary>A weighty effect of the flagged code that became nothing, where it may only become another one of its kind; null where there is none.</summary>
    public static Drift? FindDropped(EffectPairs pairs)
    {
        if (pairs.Allowance.DeleteFlagged)
            return null;
        if (FindCallForNothing(pairs) is { } call)
            return call;
        var lost = pairs.FlaggedVanished
            .Where(i => !pairs.Grants.Old.Contains(i) && (pairs.Old[i].Kind & pairs.Scope.Kept & ~pairs.Allowance.MayLose) != 0
                && pairs.Old[i].Mark != Mark.Close && !NeedlessEffects.IsNeedlessReturn(pairs, i))
            .Select(i => pairs.Old[i])
            .GroupBy(effect => effect.Kind);
        foreach (var kind in lost)
        {
            var gained = pairs.Appeared.Count(i =>
                !pairs.Grants.New.Contains(i) && pairs.New[i].Kind == kind.Key && pairs.New[i].Mark != Mark.Close);
            if (gained < kind.Count())
                return new Drift(kind.Last(), Vanished: true);
        }

        return null;
    }

    // A call that may go gives way to something: another source, or a condition.
    private static Drift? FindCallForNothing(EffectPairs pairs)
    {
        if (pairs.Scope.IsUnbounded || pairs.Allowance.WholeBody || (pairs.Allowance.MayLose & EffectKinds.Call) == 0
            || !pairs.FlaggedVanished.Any(i => pairs.Old[i].Kind == EffectKinds.Call))
        {
            return null;
        }

        return pairs.Appeared.Any(i => TakesPlace(pairs.New[i]))
            ? null
            : new Drift(pairs.Old.Skip(pairs.First).First(effect => effect.Kind == EffectKinds.Call), Vanished: true);

        static bool TakesPlace(Effect effect) =>
            effect.Kind is EffectKinds.Call or EffectKinds.Read or EffectKinds.Condition or EffectKinds.Operator or EffectKinds.Conversion
            && !effect.Text.EndsWith(".Empty", StringComparison.Ordinal);
    }

    private static bool IsSubscription(Effect effect) =>
        effect.Kind == EffectKinds.Write
        && (effect.Text.StartsWith("+= ", StringComparison.Ordinal) || effect.Text.StartsWith("-= ", StringComparison.Ordinal));

    private static bool MayBeDeleted(EffectPairs pairs, Effect effect) =>
        pairs.Allowance.DeleteFlagged
        && !((effect.Kind & pairs.Allowance.OnlyGain) != 0 && IsLostForGood(pairs, effect) && !PureCalls.Has(effect));

    private static bool MayBeReplaced(EffectPairs pairs, Effect effect) =>
        pairs.Scope.MayChange(effect) && !(IsKept(pairs, effect) && IsLostForGood(pairs, effect));

    // Nothing is lost with a null or a default value.
    private static bool IsKept(EffectPairs pairs, Effect effect) =>
        (effect.Kind & pairs.Allowance.OnlyGain) != 0
        && !(effect.Kind == EffectKinds.Read && pairs.New.Any(other => UnboundNames.IsCallOf(other, effect.Text)))
        && !(effect.Kind == EffectKinds.Literal
            && (effect.Text.EndsWith(" null", StringComparison.Ordinal) || effect.Text.EndsWith(" default", StringComparison.Ordinal)));

    // An equal effect elsewhere in the new code is the same one in another order.
    private static bool IsLostForGood(EffectPairs pairs, Effect effect) =>
        !pairs.Scope.Helpers.Contains(effect, Effect.Comparer)
        && pairs.New.Count(other => Effect.Comparer.Equals(other, effect)) < pairs.Old.Count(other => Effect.Comparer.Equals(other, effect));
}
