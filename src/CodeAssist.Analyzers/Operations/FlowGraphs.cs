using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Operations;

/// <summary>The control flow of a body and of the functions in it.</summary>
internal static class FlowGraphs
{
    /// <summary>The graph of a body, and those of its local functions and lambdas.</summary>
    public static IEnumerable<ControlFlowGraph> Of(ControlFlowGraph body, CancellationToken cancellation)
    {
        var pending = new Stack<ControlFlowGraph>();
        pending.Push(body);
        while (pending.Count > 0)
        {
            var graph = pending.Pop();
            yield return graph;
            foreach (var function in graph.LocalFunctions)
                pending.Push(graph.GetLocalFunctionControlFlowGraph(function, cancellation));
            foreach (var lambda in graph.Blocks.SelectMany(OperationsOf).SelectMany(operation => operation.DescendantsAndSelf()).OfType<IFlowAnonymousFunctionOperation>())
                pending.Push(graph.GetAnonymousFunctionControlFlowGraph(lambda, cancellation));
        }
    }

    /// <summary>The operations of a block, with the value that decides where it goes on or that it returns.</summary>
    public static IEnumerable<IOperation> OperationsOf(BasicBlock block) =>
        block.BranchValue is { } value ? block.Operations.Concat([value]) : block.Operations;
}
