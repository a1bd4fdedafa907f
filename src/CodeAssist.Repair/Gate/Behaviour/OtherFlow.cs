using CodeAssist.Repair.Guides;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>Awaits, jumps and tests of another kind than those that were there.</summary>
internal static class OtherFlow
{
    /// <summary>An await that keeps the caller's context: a library that leaves it at its awaits does so at every one; null where there is none.</summary>
    public static Drift? FindAwait(EffectPairs pairs) =>
        pairs.Old.Any(effect => effect is { Kind: EffectKinds.Await, Text: "ConfigureAwait false" })
            ? pairs.FindAppeared(effect => effect is { Kind: EffectKinds.Await, Text: "ConfigureAwait true" })
            : null;

    /// <summary>Another jump than the one that may move; null where there is none.</summary>
    public static Drift? FindJump(EffectPairs pairs) =>
        (pairs.Allowance.MayLose & EffectKinds.Jump) == 0
            ? null
            : pairs.FindAppeared(effect => effect is { Kind: EffectKinds.Jump, Mark: Mark.None } && effect.Text != "Continue"
                && !pairs.FlaggedOld.Contains(effect, Effect.Comparer));

    /// <summary>A test that comes with what a changed branch does; null where there is none.</summary>
    public static Drift? FindTest(EffectPairs pairs) =>
        pairs.Allowance.OneBranch && pairs.Appeared.Any(i => pairs.New[i].Kind == EffectKinds.Literal)
            ? pairs.FindAppeared(effect => effect.Kind == EffectKinds.Operator)
            : null;
}
