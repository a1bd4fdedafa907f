using CodeAssist.Repair.Guides;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>What an await makes needless.</summary>
internal static class WaitSwaps
{
    /// <summary>Calls that wait for a task: an await of it does the same without the thread.</summary>
    public static IReadOnlyList<EffectSwap> All { get; } =
    [
        new(EffectKinds.Call, "System.Threading.Tasks.*Task*.Wait()", string.Empty),
        new(EffectKinds.Call, "*.GetAwaiter()", string.Empty),
        new(EffectKinds.Call, "*Awaiter*.GetResult()", string.Empty),
        new(EffectKinds.Read, "System.Threading.Tasks.*Task<*>.Result", string.Empty),
        new(EffectKinds.Call, "System.Threading.Tasks.Task.Wait(*", "System.Threading.Tasks.Task.WaitAsync(*"),
        new(EffectKinds.Call, "System.Threading.Tasks.Task.WaitAll(*", "System.Threading.Tasks.Task.WhenAll(*"),
        new(EffectKinds.Call, "System.Threading.Tasks.Task.WaitAny(*", "System.Threading.Tasks.Task.WhenAny(*"),
    ];

    /// <summary>A wait for a task by blocking where nothing waited so; null where there is none.</summary>
    public static Drift? FindNew(EffectPairs pairs) =>
        pairs.Scope.IsUnbounded ? null : pairs.FindAppeared(effect => IsWait(effect) && !pairs.Old.Contains(effect, Effect.Comparer));

    /// <summary>Whether an effect waits for a task by blocking.</summary>
    public static bool IsWait(Effect effect) =>
        All.Any(swap => swap.Kind == effect.Kind && (swap.MayVanish(effect.Text) || swap.MayBecome(effect.Text, swap.To.Replace("*", "()"))));

    /// <summary>Whether an effect only wraps a result in a task, as an async function does by itself.</summary>
    public static bool IsWrapper(Effect effect) => effect switch
    {
        { Kind: EffectKinds.Call } => effect.Text.StartsWith("System.Threading.Tasks.Task.FromResult<", StringComparison.Ordinal)
            || effect.Text.StartsWith("System.Threading.Tasks.ValueTask.FromResult<", StringComparison.Ordinal)
            || effect.Text.StartsWith("new System.Threading.Tasks.ValueTask", StringComparison.Ordinal),
        { Kind: EffectKinds.Read } => effect.Text is "System.Threading.Tasks.Task.CompletedTask" or "System.Threading.Tasks.ValueTask.CompletedTask"
            || effect.Text.StartsWith("new global::System.Threading.Tasks.ValueTask", StringComparison.Ordinal),
        _ => false,
    };
}
