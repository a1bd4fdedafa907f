using CodeAssist.Repair.Guides;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>What calls of the flagged code are passed, and what its result is computed from, in another way than before.</summary>
internal static class ChangedArguments
{
    private static readonly string[] Ways = ["System.Globalization.CultureInfo.", "System.StringComparison.", "System.StringComparer."];

    /// <summary>A call that is made uncancellable where there is a token to pass; null where there is none.</summary>
    public static Drift? FindLostToken(EffectPairs pairs) =>
        pairs.FindAppeared(IsNoToken) is { } drift && pairs.Scope.HasToken() ? drift : null;

    /// <summary>A value that was passed to one parameter of a call and is passed to another one of it in its place; null where there is none.</summary>
    public static Drift? FindMisplaced(EffectPairs pairs)
    {
        if (pairs.Allowance.MoveArguments || pairs.Scope.IsUnbounded)
            return null;
        var before = pairs.FlaggedOld.Where(effect => effect.Role is not null).ToList();
        var after = pairs.FlaggedNew.Where(effect => effect.Role is not null).ToList();
        return after.Find(effect =>
                before.Exists(old => old.Text == effect.Text && old.Role!.Value.Method == effect.Role!.Value.Method)
                && !before.Exists(old => old.Text == effect.Text && old.Role == effect.Role)
                && !after.Exists(other => other.Text == effect.Text && before.Exists(old => old.Text == other.Text && old.Role == other.Role))) is { } moved
            ? new Drift(moved, Vanished: false)
            : null;
    }

    /// <summary>Something new between the parts that a result is computed from, where only the result may be converted; null where there is nothing.</summary>
    public static Drift? FindAddedInside(EffectPairs pairs)
    {
        if (!pairs.Allowance.OnlyAround || pairs.Scope.Flagged.Target is not { } target)
            return null;
        var kept = Enumerable.Range(0, pairs.New.Count)
            .Where(i => pairs.OldOfNew[i] >= 0 && target.Contains(pairs.Old[pairs.OldOfNew[i]].Span)).ToList();
        if (kept.Count == 0)
            return null;
        // A cast of a part stands before it.
        if (pairs.FindAppeared(effect => effect is { Kind: EffectKinds.Conversion, Syntax: { } syntax } && kept.Exists(at => syntax.Span.Contains(pairs.New[at].Span)) && !kept.TrueForAll(at => syntax.Span.Contains(pairs.New[at].Span))) is { } inside)
            return inside;
        foreach (var i in pairs.Appeared.Where(i => i > kept[0] && i < kept[kept.Count - 1]))
        {
            // A test may stand inside, where the guide has tests.
            if ((pairs.Allowance.Within & EffectKinds.Condition) == 0 || pairs.New[i].Kind is EffectKinds.Call or EffectKinds.Conversion)
                return new Drift(pairs.New[i], Vanished: false);
        }

        return null;
    }

    /// <summary>A culture or a way of comparing that is passed no longer; null where all are.</summary>
    public static Drift? FindLostCulture(EffectPairs pairs) =>
        Array.Find(Ways, way => pairs.FlaggedVanished.Any(i => IsOf(pairs.Old[i], way)) && pairs.Old.Count(effect => IsOf(effect, way)) > pairs.New.Count(effect => IsOf(effect, way))) is { } lost
            ? new Drift(pairs.Old.First(effect => IsOf(effect, lost)), Vanished: true)
            : null;

    private static bool IsOf(Effect effect, string way) => effect.Kind == EffectKinds.Read && effect.Text.StartsWith(way, StringComparison.Ordinal);

    private static bool IsNoToken(Effect effect) => effect.Text is "System.Threading.CancellationToken.None"
        or "global::System.Threading.CancellationToken default"
        or "new global::System.Threading.CancellationToken"
        or "new global::System.Threading.CancellationTokenSource";
}
