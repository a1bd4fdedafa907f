using CodeAssist.Repair.Guides;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>Code that was to be written and is not, or only says that it is not.</summary>
internal static class Stubs
{
    /// <summary>The missing call, where nothing was written; null where something was.</summary>
    public static Drift? Find(EffectPairs pairs) =>
        pairs.Allowance.WritesCode && (!pairs.Appeared.Any(i => IsWork(pairs.New[i])) || pairs.Appeared.Any(i => IsRefusal(pairs.New[i])))
            ? new Drift(new Effect(EffectKinds.Call, string.Empty, default), Vanished: false) { Missing = true }
            : null;

    private static bool IsWork(Effect effect) =>
        effect.Kind is EffectKinds.Call or EffectKinds.Write or EffectKinds.Jump or EffectKinds.Throw or EffectKinds.Yield && effect.Mark == Mark.None;

    private static bool IsRefusal(Effect effect) =>
        effect.Kind == EffectKinds.Call && effect.Text.StartsWith("new System.NotSupportedException", StringComparison.Ordinal);
}
