using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>Follows a lock along the control flow of a function, from where it is taken.</summary>
/// <param name="graph">The function.</param>
/// <param name="taking">The syntax of the call that takes the lock.</param>
/// <param name="releases">Whether an operation releases the lock.</param>
internal sealed class HeldLock(ControlFlowGraph graph, SyntaxNode taking, Func<IOperation, bool> releases)
{
    /// <summary>
    /// Whether some path leaves the function with the lock, by an end, a return or a throw, or comes back to take it
    /// once more. What a call may throw is no path.
    /// </summary>
    public bool Escapes(CancellationToken cancellation)
    {
        var reached = new bool[graph.Blocks.Length];
        var pending = new Stack<(BasicBlock Block, bool FromStart)>();
        var start = graph.Blocks.FirstOrDefault(block => OperationsIn(block).Any(IsTaking));
        if (start is null)
            return false;
        pending.Push((start, false));
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var (block, fromStart) = pending.Pop();
            switch (Pass(block, isHeld: fromStart))
            {
                case null:
                    return true;
                case false:
                    continue;
            }

            foreach (var branch in new[] { block.ConditionalSuccessor, block.FallThroughSuccessor })
            {
                if (branch is null || branch.FinallyRegions.Any(Releases))
                    continue;
                if (branch.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow)
                {
                    if (!IsCaughtOrReleased(block.EnclosingRegion))
                        return true;
                }
                else if (branch.Destination is { } next)
                {
                    if (next.Kind == BasicBlockKind.Exit)
                        return true;
                    if (!reached[next.Ordinal])
                    {
                        reached[next.Ordinal] = true;
                        pending.Push((next, true));
                    }
                }
            }
        }

        return false;
    }

    // Whether the lock is held at the block's end; null where it is taken a second time.
    private bool? Pass(BasicBlock block, bool isHeld)
    {
        foreach (var operation in OperationsIn(block))
        {
            if (IsTaking(operation))
            {
                if (isHeld)
                    return null;
                isHeld = true;
            }
            else if (isHeld && releases(operation))
            {
                isHeld = false;
            }
        }

        return isHeld;
    }

    private static IEnumerable<IOperation> OperationsIn(BasicBlock block) =>
        FlowGraphs.OperationsOf(block).SelectMany(operation => operation.DescendantsAndSelf());

    private bool IsTaking(IOperation operation) => operation is IInvocationOperation && operation.Syntax == taking;

    private bool IsCaughtOrReleased(ControlFlowRegion? region)
    {
        for (; region is not null; region = region.EnclosingRegion)
        {
            if (region.Kind != ControlFlowRegionKind.Try)
                continue;

            // What a handler makes of it is not followed.
            if (region.EnclosingRegion?.Kind == ControlFlowRegionKind.TryAndCatch)
                return true;
            if (region.EnclosingRegion is { Kind: ControlFlowRegionKind.TryAndFinally } attempt
                && attempt.NestedRegions.Any(nested => nested.Kind == ControlFlowRegionKind.Finally && Releases(nested)))
            {
                return true;
            }
        }

        return false;
    }

    private bool Releases(ControlFlowRegion region)
    {
        for (var ordinal = region.FirstBlockOrdinal; ordinal <= region.LastBlockOrdinal; ordinal++)
        {
            if (OperationsIn(graph.Blocks[ordinal]).Any(releases))
                return true;
        }

        return false;
    }
}
