using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Analyzers.Operations;

/// <summary>
/// The operations of one body in source order. A body is laid out once and read by every rule: most rules look for a few
/// kinds of operations, and most bodies hold none of them, so that asking <see cref="Has(in KindSet)"/> first spares the walk.
/// </summary>
internal sealed class Body
{
    private const int UsualSize = 256;

    // Buffers that grew beyond this are given back to the garbage collector.
    private const int MostKept = 16384;

    // Tiered compilation would run the layout unoptimised for the first seconds, which is most of a build. The runtime's
    // name for it is not in netstandard2.0: MethodImplOptions.AggressiveOptimization.
    private const MethodImplOptions OptimiseAtOnce = (MethodImplOptions)512;

    // The driver hands the same root to every rule; the layout lives as long as that.
    private static readonly ConditionalWeakTable<IOperation, Body> Known = new();

    // Room to lay a body out in, of which only what is needed is copied.
    [ThreadStatic]
    private static Room? _room;

    private readonly IOperation[] _operations;
    private readonly byte[] _kinds;
    private readonly int[] _ends;
    private readonly KindSet _present;

    [MethodImpl(OptimiseAtOnce)]
    private Body(IOperation root)
    {
        var room = _room ?? new Room();
        _room = null;

        // A stack of its own: deep nesting costs memory and not the thread.
        var count = 0;
        var pending = 1;
        room.Pending[0] = root;
        while (pending > 0)
        {
            var operation = room.Pending[--pending];
            if (count == room.Operations.Length)
                room.GrowOperations();
            room.Operations[count] = operation;
            var children = operation.ChildOperations;
            var below = children.Count;
            room.Children[count++] = below;
            if (below == 0)
                continue;
            if (pending + below > room.Pending.Length)
                room.GrowPending(pending + below);
            var place = pending += below;
            foreach (var child in children)
                room.Pending[--place] = child;
        }

        _operations = new IOperation[count];
        Array.Copy(room.Operations, _operations, count);
        _ends = new int[count];
        _kinds = new byte[count];
        for (var index = count - 1; index >= 0; index--)
        {
            // What stands behind an operation is its first child; behind that child's end, the next one.
            var end = index + 1;
            for (var below = room.Children[index]; below > 0; below--)
                end = _ends[end];
            _ends[index] = end;
            var kind = KindSet.NumberOf(_operations[index].Kind);
            _kinds[index] = kind;
            _present.Add(kind);
        }

        room.Clear(count);
        if (room.Operations.Length <= MostKept)
            _room = room;
    }

    /// <summary>How many operations there are.</summary>
    public int Count => _operations.Length;

    /// <summary>The operation at a place; the root is at 0, and what is below an operation follows it.</summary>
    public IOperation this[int index] => _operations[index];

    /// <summary>The body that begins at an operation.</summary>
    public static Body Of(IOperation root) => Known.GetValue(root, static operation => new Body(operation));

    /// <summary>The place behind the last operation that is below the one at a place.</summary>
    public int EndOf(int index) => _ends[index];

    /// <summary>Whether there is any operation of a kind.</summary>
    public bool Has(OperationKind kind) => _present.Contains(KindSet.NumberOf(kind));

    /// <summary>Whether there is any operation of one of these kinds.</summary>
    public bool Has(in KindSet kinds) => _present.Overlaps(kinds);

    /// <summary>The operations of one kind, in source order.</summary>
    public IEnumerable<IOperation> OfKind(OperationKind kind) => Has(kind) ? Each(KindSet.NumberOf(kind)) : [];

    /// <summary>The place of the first operation of a kind at a place or behind it; negative where there is none.</summary>
    public int Next(OperationKind kind, int from) => Array.IndexOf(_kinds, KindSet.NumberOf(kind), from);

    /// <summary>Whether the operation at a place is of one of these kinds.</summary>
    public bool Passes(int index, in KindSet kinds) => kinds.Contains(_kinds[index]);

    private IEnumerable<IOperation> Each(byte kind)
    {
        for (var index = Array.IndexOf(_kinds, kind); index >= 0; index = Array.IndexOf(_kinds, kind, index + 1))
            yield return _operations[index];
    }

    private sealed class Room
    {
        private IOperation[] _operations = new IOperation[UsualSize];
        private IOperation[] _pending = new IOperation[UsualSize];
        private int[] _children = new int[UsualSize];

        public IOperation[] Operations => _operations;

        public IOperation[] Pending => _pending;

        public int[] Children => _children;

        public void GrowOperations()
        {
            Array.Resize(ref _children, _operations.Length * 2);
            Array.Resize(ref _operations, _operations.Length * 2);
        }

        public void GrowPending(int least) => Array.Resize(ref _pending, Math.Max(least, _pending.Length * 2));

        // No operation is kept alive by what is only room for others.
        public void Clear(int count)
        {
            Array.Clear(_operations, 0, count);
            Array.Clear(_pending, 0, Math.Min(count, _pending.Length));
        }
    }
}

/// <summary>The bodies that an action is given.</summary>
internal static class BodyExtensions
{
    /// <summary>The operations of some kinds, by kind and in source order, in all parts of what is analysed.</summary>
    public static IEnumerable<IOperation> OfKind(this OperationBlockAnalysisContext context, params OperationKind[] kinds)
    {
        foreach (var block in context.OperationBlocks)
        {
            var body = Body.Of(block);
            foreach (var kind in kinds)
            {
                if (body.Has(kind))
                    return Each(context.OperationBlocks, kinds);
            }
        }

        return [];
    }

    /// <summary>All operations in source order, in all parts of what is analysed.</summary>
    public static IEnumerable<IOperation> AllOperations(this OperationBlockAnalysisContext context)
    {
        foreach (var block in context.OperationBlocks)
        {
            var body = Body.Of(block);
            for (var index = 0; index < body.Count; index++)
                yield return body[index];
        }
    }

    private static IEnumerable<IOperation> Each(ImmutableArray<IOperation> blocks, OperationKind[] kinds)
    {
        foreach (var block in blocks)
        {
            var body = Body.Of(block);
            foreach (var kind in kinds)
            {
                foreach (var operation in body.OfKind(kind))
                    yield return operation;
            }
        }
    }
}
