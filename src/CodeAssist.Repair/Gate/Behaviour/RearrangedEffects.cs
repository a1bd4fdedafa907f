using CodeAssist.Repair.Guides;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>What may only be put together in another way is there as often as before.</summary>
internal static class RearrangedEffects
{
    /// <summary>An effect that is there more or less often than before and than it may; null where there is none.</summary>
    public static Drift? Find(EffectPairs pairs)
    {
        var old = Counted(pairs, pairs.FlaggedOld);
        var now = Counted(pairs, pairs.FlaggedNew);
        var mayVanish = Counted(pairs, pairs.Grants.Old.Select(i => pairs.Old[i]));
        var mayAppear = Counted(pairs, pairs.Grants.New.Select(i => pairs.New[i]));
        foreach (var effect in old.Keys.Concat(now.Keys))
        {
            var lost = Of(old, effect) - Of(now, effect);
            if (lost > Of(mayVanish, effect) || -lost > Of(mayAppear, effect))
                return new Drift(effect, Vanished: lost > 0);
        }

        return pairs.Allowance.Rearranges.HasFlag(EffectKinds.Read) && !pairs.Allowance.MoveArguments ? FindOtherOrder(pairs) : null;

        static int Of(Dictionary<Effect, int> counts, Effect effect) => counts.TryGetValue(effect, out var count) ? count : 0;
    }

    // Operands that belong together in another way still stand in their order.
    private static Drift? FindOtherOrder(EffectPairs pairs)
    {
        var now = pairs.FlaggedNew.Where(IsOperand).ToList();
        var old = pairs.FlaggedOld.Where(IsOperand).ToList();
        var at = 0;
        foreach (var operand in now)
        {
            if (at < old.Count && Effect.Comparer.Equals(operand, old[at]))
                at++;
        }

        return at < old.Count && old.TrueForAll(operand => now.Contains(operand, Effect.Comparer)) ? new Drift(old[at], Vanished: true) : null;

        static bool IsOperand(Effect effect) => effect.Kind is EffectKinds.Read or EffectKinds.Literal;
    }

    private static Dictionary<Effect, int> Counted(EffectPairs pairs, IEnumerable<Effect> effects) =>
        effects.Where(effect => (effect.Kind & pairs.Allowance.Rearranges) != 0 && effect.Mark != Mark.Close)
            .GroupBy(effect => effect, Effect.Comparer)
            .ToDictionary(group => group.Key, group => group.Count(), Effect.Comparer);
}
