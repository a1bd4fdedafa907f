using CodeAssist.Repair.Guides;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>The effects that may vanish or appear one by one, whatever their kinds: a swap allows it, or they say nothing that is not said elsewhere.</summary>
internal sealed class Grants
{
    private static readonly IReadOnlyList<Action<EffectPairs, Grants>> All =
    [
        GrantSwaps,
        GrantFallback,
        NeedlessEffects.GrantRepetition,
        SameEffects.GrantReturns,
        SameEffects.GrantEnds,
        NeedlessEffects.GrantCasts,
        NeedlessEffects.GrantUnreachable,
        SameEffects.GrantBound,
        SameEffects.GrantOtherValue,
        NeedlessEffects.GrantDroppedOperand,
        NeedlessEffects.GrantTasks,
    ];

    /// <summary>The indices of the effects before that may vanish.</summary>
    public HashSet<int> Old { get; } = [];

    /// <summary>The indices of the effects after that may appear.</summary>
    public HashSet<int> New { get; } = [];

    /// <summary>The indices of the effects of a fallback that stands where the flagged variable gets its value.</summary>
    public HashSet<int> Fallback { get; } = [];

    /// <summary>Finds what may vanish and appear.</summary>
    public static Grants Find(EffectPairs pairs)
    {
        var grants = new Grants();
        foreach (var grant in All)
            grant(pairs, grants);
        return grants;
    }

    // Finds for each effect that vanished the one that may stand in its place.
    private static void GrantSwaps(EffectPairs pairs, Grants grants)
    {
        var swaps = pairs.Allowance.AwaitForWait ? [.. pairs.Allowance.Swaps, .. WaitSwaps.All] : pairs.Allowance.Swaps;
        var appeared = pairs.Appeared.Where(i => EffectPlaces.IsInGap(pairs, i)).ToList();
        foreach (var i in pairs.FlaggedVanished)
        {
            var old = pairs.Old[i];
            var partner = appeared.FindIndex(at => pairs.New[at].Kind == old.Kind
                && swaps.Any(swap => swap.Kind == old.Kind && swap.MayBecome(old.Text, pairs.New[at].Text)));
            if (partner >= 0)
            {
                grants.Old.Add(i);
                grants.New.Add(appeared[partner]);
                appeared.RemoveAt(partner);
            }
            else if (swaps.Any(swap => swap.Kind == old.Kind && swap.MayVanish(old.Text))
                || (old.Kind == EffectKinds.Write
                    && appeared.Exists(at => pairs.New[at].Kind == EffectKinds.Condition && pairs.New[at].Text == "??= " + old.Text)))
            {
                grants.Old.Add(i);
            }
        }

        grants.New.UnionWith(appeared.Where(at => swaps.Any(swap => swap.Kind == pairs.New[at].Kind && swap.MayAppear(pairs.New[at].Text))));
        var (compared, became) = ComparedConstants.Swapped(pairs.Old, pairs.First, pairs.End, pairs.New, pairs.Partners, swaps);
        grants.Old.UnionWith(compared);
        grants.New.UnionWith(became);
    }

    private static void GrantFallback(EffectPairs pairs, Grants grants)
    {
        if (pairs.Allowance.FallbackAtDeclaration)
            grants.Fallback.UnionWith(FallbackAtDeclaration.Find(pairs, pairs.TargetReads()));
    }
}
