using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CodeAssist.Repair.Gate;

/// <summary>
/// What the gate found out about documents and projects as they are: every candidate for the same code is compared
/// with the same, so it is computed once. It lives as long as the document or project that it is about.
/// </summary>
internal sealed class Memory
{
    private readonly ConditionalWeakTable<object, ConcurrentDictionary<object, object>> _known = new();

    /// <summary>
    /// What is known under a key, or what is computed now. Only what was computed to its end is kept: a cancelled
    /// verdict leaves nothing behind.
    /// </summary>
    /// <param name="owner">The document or project that it is about: another snapshot is another owner.</param>
    /// <param name="key">What it is; equal keys are the same.</param>
    /// <param name="compute">Computes it. Two candidates at once may both compute.</param>
    public async Task<T> GetAsync<T>(object owner, object key, Func<Task<T>> compute)
        where T : class
    {
        var known = _known.GetOrCreateValue(owner);
        if (known.TryGetValue(key, out var value))
            return (T)value;
        var computed = await compute().ConfigureAwait(false);
        return (T)known.GetOrAdd(key, computed);
    }
}
