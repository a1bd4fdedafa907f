using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Gate;

/// <summary>
/// What the gate found out about documents and projects as they are: every candidate for the same code is compared
/// with the same, so it is computed once. It lives as long as the document or project that it is about.
/// </summary>
internal sealed class Memory
{
    private readonly ConditionalWeakTable<object, ConcurrentDictionary<object, object>> _known = new();
    private readonly ConditionalWeakTable<Document, WeakReference<Solution>> _edited = new();

    /// <summary>
    /// A document with another text, made of the last one that was made of the same document: the compiler has then merged the
    /// declarations of all other files already.
    /// </summary>
    public Solution WithText(Document document, SourceText text)
    {
        var last = _edited.TryGetValue(document, out var kept) && kept.TryGetTarget(out var solution) ? solution.GetDocument(document.Id) : null;
        var edited = LinkedDocuments.WithText(last ?? document, text);
        _edited.GetValue(document, _ => new WeakReference<Solution>(edited)).SetTarget(edited);
        return edited;
    }

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
