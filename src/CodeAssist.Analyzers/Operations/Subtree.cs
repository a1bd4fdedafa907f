using Microsoft.CodeAnalysis;

namespace CodeAssist.Analyzers.Operations;

/// <summary>
/// An operation and what is below it, in source order, for <c>foreach</c>. Rules ask this of thousands of small
/// expressions: nothing is allocated for them, and a deep one costs memory and not the thread.
/// </summary>
/// <param name="root">The operation.</param>
internal readonly struct Subtree(IOperation root)
{
    private const int UsualDepth = 64;

    // More is given back to the garbage collector.
    private const int MostKept = 4096;

    [ThreadStatic]
    private static IOperation[]? _spare;

    /// <summary>Begins a walk.</summary>
    public Walk GetEnumerator() => new(root);

    /// <summary>One walk through a subtree.</summary>
    internal struct Walk(IOperation root) : IDisposable
    {
        private IOperation[]? _pending;
        private int _count;
        private bool _hasBegun;

        /// <summary>The operation that the walk has come to.</summary>
        public IOperation Current { get; private set; } = root;

        /// <summary>Goes on to the next operation; false where there is none.</summary>
        public bool MoveNext()
        {
            if (!_hasBegun)
            {
                _hasBegun = true;
                return true;
            }

            var children = Current.ChildOperations;
            if (children.Count > 0)
                Push(children);
            if (_count == 0)
                return false;
            Current = _pending![--_count];
            return true;
        }

        /// <summary>Ends the walk.</summary>
        public void Dispose()
        {
            if (_pending is not { } pending)
                return;
            _pending = null;
            if (pending.Length > MostKept)
                return;

            // No operation is kept alive by what is only room for others.
            Array.Clear(pending, 0, pending.Length);
            _spare = pending;
        }

        private void Push(IOperation.OperationList children)
        {
            if (_pending is null)
            {
                _pending = _spare ?? new IOperation[UsualDepth];
                _spare = null;
            }

            var next = _count + children.Count;
            if (next > _pending.Length)
                Array.Resize(ref _pending, Math.Max(next, _pending.Length * 2));
            _count = next;
            foreach (var child in children)
                _pending[--next] = child;
        }
    }
}
