using CodeAssist.Repair.Guides;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>Calls that only compute: without their result they do nothing.</summary>
internal static class PureCalls
{
    private static readonly string[] Types = ["string.", "System.Math.", "System.Linq.Enumerable.", "System.DateTime.", "System.TimeSpan.", "System.IO.Path.", "new System.Collections.", "new System.Text.StringBuilder", "new object", "new string"];

    /// <summary>Whether an effect is such a call.</summary>
    public static bool Has(Effect effect) =>
        effect.Kind == EffectKinds.Call && (Array.Exists(Types, type => effect.Text.StartsWith(type, StringComparison.Ordinal)) || effect.Text.EndsWith(".ToString()", StringComparison.Ordinal) || effect.Text.EndsWith(".GetHashCode()", StringComparison.Ordinal));
}
