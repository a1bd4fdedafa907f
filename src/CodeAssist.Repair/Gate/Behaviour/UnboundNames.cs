using CodeAssist.Repair.Guides;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>What became of names that the compiler could not bind: a call, a member, a type.</summary>
internal static class UnboundNames
{
    /// <summary>Whether an effect is what a read was meant to be.</summary>
    public static bool Became(Effect lost, Effect now) => IsCallOf(now, lost.Text) || IsCallOn(now, lost.Text) || IsBoundNow(lost, now);

    /// <summary>Whether an effect is a call of a method of that name.</summary>
    public static bool IsCallOf(Effect effect, string name) =>
        effect.Kind == EffectKinds.Call && (effect.Text.Contains("." + name + "(") || effect.Text.Contains("." + name + "<"));

    /// <summary>Whether an effect is a call, or a read, on a type of that name.</summary>
    public static bool IsCallOn(Effect effect, string type) =>
        effect.Kind is EffectKinds.Call or EffectKinds.Read
        && (effect.Text.Contains("." + type + ".") || effect.Text.StartsWith(type + ".", StringComparison.Ordinal));

    // The member that a name could not be bound to, or the generic type that was named without its arguments.
    private static bool IsBoundNow(Effect lost, Effect now) => now.Kind == EffectKinds.Read
        && ((lost.IsUnbound && now.Text.EndsWith("." + lost.Text, StringComparison.Ordinal))
            || (lost.Text.StartsWith("new ", StringComparison.Ordinal) && now.Text.StartsWith(lost.Text + "<", StringComparison.Ordinal)));
}
