using CodeAssist.Repair.Guides;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>How much comes with an edit: not more than may, and what it must bring.</summary>
internal static class GainedEffects
{
    /// <summary>An effect too many, or one that is missing; null where there is none.</summary>
    public static Drift? Find(EffectPairs pairs)
    {
        var gained = pairs.Appeared.Select(i => pairs.New[i]).ToList();
        if (gained.Count(effect => effect.Kind != EffectKinds.Read && !effect.Text.Contains("attern")) > pairs.Allowance.MostGained)
            return new Drift(gained[gained.Count - 1], Vanished: false);
        foreach (EffectKinds kind in Enum.GetValues(typeof(EffectKinds)))
        {
            // Of the single kinds, not of their combinations.
            if (kind == 0 || (kind & (kind - 1)) != 0)
                continue;
            if (pairs.Allowance.OneBranch && FindMore(pairs, gained.FindAll(effect => effect.Kind == kind), kind) is { } more)
                return more;
            if ((pairs.Allowance.Requires & kind) != 0 && !gained.Exists(effect => effect.Kind == kind))
                return new Drift(new Effect(kind, string.Empty, default), Vanished: false) { Missing = true };
        }

        return null;
    }

    // A branch that changes does another thing, not one more, and calls what the member knows.
    private static Drift? FindMore(EffectPairs pairs, List<Effect> gained, EffectKinds kind)
    {
        if ((kind & RepairScope.Weighty) != 0 && gained.Count > CountLost(pairs, kind))
            return new Drift(gained[gained.Count - 1], Vanished: false);
        return kind == EffectKinds.Call && gained.Find(effect => !pairs.Old.Any(old => OutwardCalls.AreOfOneType(old, effect))) is { } stranger
            ? new Drift(stranger, Vanished: false)
            : null;
    }

    private static int CountLost(EffectPairs pairs, EffectKinds kind) => pairs.FlaggedVanished.Count(i => pairs.Old[i].Kind == kind);
}
