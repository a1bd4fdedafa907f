using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Analyzers.Operations;

/// <summary>
/// The operations of one body in source order. A body is laid out once and read by every rule: most rules look for a few
/// kinds of operations, and most bodies hold none of them, so that asking <see cref="Has"/> first spares the walk.
/// </summary>
internal sealed class Body
{
    // The driver hands the same root to every rule; the layout lives as long as that.
    private static readonly ConditionalWeakTable<IOperation, Body> Known = new();

    private readonly IOperation[] _operations;
    private readonly byte[] _kinds;
    private readonly int[] _ends;
    private readonly bool[] _present = new bool[byte.MaxValue + 1];

    private Body(IOperation root)
    {
        var operations = new List<IOperation>();
        var ends = new List<int>();

        // A stack of its own: deep nesting costs memory and not the thread. Null closes the operation that was opened last.
        var work = new Stack<IOperation?>();
        var open = new Stack<int>();
        work.Push(root);
        while (work.Count > 0)
        {
            if (work.Pop() is not { } operation)
            {
                ends[open.Pop()] = operations.Count;
                continue;
            }

            open.Push(operations.Count);
            operations.Add(operation);
            ends.Add(0);
            work.Push(null);
            foreach (var child in operation.ChildOperations.Reverse())
                work.Push(child);
        }

        _operations = [.. operations];
        _ends = [.. ends];
        _kinds = new byte[_operations.Length];
        for (var index = 0; index < _kinds.Length; index++)
        {
            _kinds[index] = Number(_operations[index].Kind);
            _present[_kinds[index]] = true;
        }
    }

    /// <summary>How many operations there are.</summary>
    public int Count => _operations.Length;

    /// <summary>The operation at a place; the root is at 0, and what is below an operation follows it.</summary>
    public IOperation this[int index] => _operations[index];

    /// <summary>The body that begins at an operation.</summary>
    public static Body Of(IOperation root) => Known.GetValue(root, static operation => new Body(operation));

    /// <summary>The place behind the last operation that is below the one at a place.</summary>
    public int EndOf(int index) => _ends[index];

    /// <summary>Whether there is any operation of these kinds.</summary>
    public bool Has(params OperationKind[] kinds)
    {
        foreach (var kind in kinds)
        {
            if (_present[Number(kind)])
                return true;
        }

        return false;
    }

    /// <summary>The operations of one kind, in source order.</summary>
    public IEnumerable<IOperation> OfKind(OperationKind kind)
    {
        var wanted = Number(kind);
        if (!_present[wanted])
            yield break;
        for (var index = Array.IndexOf(_kinds, wanted); index >= 0; index = Array.IndexOf(_kinds, wanted, index + 1))
            yield return _operations[index];
    }

    /// <summary>Whether the operation at a place is of one of the kinds that a filter of <see cref="Filter"/> lets pass.</summary>
    public bool Passes(int index, bool[] filter) => filter[_kinds[index]];

    /// <summary>A filter for <see cref="Passes"/>.</summary>
    public static bool[] Filter(params OperationKind[] kinds)
    {
        var filter = new bool[byte.MaxValue + 1];
        foreach (var kind in kinds)
            filter[Number(kind)] = true;
        return filter;
    }

    // Kinds of a compiler that is newer than all we know share the last number.
    private static byte Number(OperationKind kind) => (byte)Math.Min((int)kind, byte.MaxValue);
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
                foreach (var operation in body.OfKind(kind))
                    yield return operation;
            }
        }
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
}
