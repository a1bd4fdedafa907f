namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>What may only change its order is there as often as before.</summary>
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

        return null;

        static int Of(Dictionary<Effect, int> counts, Effect effect) => counts.TryGetValue(effect, out var count) ? count : 0;
    }

    private static Dictionary<Effect, int> Counted(EffectPairs pairs, IEnumerable<Effect> effects) =>
        effects.Where(effect => (effect.Kind & pairs.Allowance.Rearranges) != 0 && effect.Mark != Mark.Close)
            .GroupBy(effect => effect, Effect.Comparer)
            .ToDictionary(group => group.Key, group => group.Count(), Effect.Comparer);
}
