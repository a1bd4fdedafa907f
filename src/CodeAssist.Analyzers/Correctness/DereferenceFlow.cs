using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>
/// Follows one body along its control flow and finds the comparisons with null that every path reaches after it has
/// dereferenced the same variable, with no assignment in between.
/// </summary>
internal sealed class DereferenceFlow
{
    private readonly ControlFlowGraph _graph;
    private readonly HashSet<ISymbol> _followed;

    // By ordinal of the block: what is dereferenced, and where, when the block ends; null until it is reached.
    private readonly Dictionary<ISymbol, IOperation>?[] _after;

    // The variables that the compiler keeps aside, to read or to write them later.
    private readonly Dictionary<CaptureId, ISymbol> _captures = [];

    private DereferenceFlow(ControlFlowGraph graph, HashSet<ISymbol> followed)
    {
        _graph = graph;
        _followed = followed;
        _after = new Dictionary<ISymbol, IOperation>?[graph.Blocks.Length];
        foreach (var capture in graph.Blocks.SelectMany(FlowGraphs.OperationsOf).SelectMany(operation => operation.DescendantsAndSelf()).OfType<IFlowCaptureOperation>())
        {
            if (VariableOf(capture.Value) is { } variable)
                _captures[capture.Id] = variable;
        }
    }

    /// <summary>The late comparisons: the comparison, the variable, and where it was dereferenced before.</summary>
    public static IEnumerable<(NullTest Test, ISymbol Variable, IOperation Dereference)> LateTests(
        ControlFlowGraph graph, HashSet<ISymbol> followed, CancellationToken cancellation)
    {
        var flow = new DereferenceFlow(graph, followed);
        flow.Run(cancellation);
        foreach (var block in graph.Blocks)
        {
            if (flow._after[block.Ordinal] is null)
                continue;
            var found = new List<(NullTest, ISymbol, IOperation)>();
            flow.Pass(block, flow.Before(block), found);
            foreach (var late in found)
                yield return late;
        }
    }

    /// <summary>The variable that is dereferenced by an operation of its own, or null.</summary>
    public static ISymbol? DereferencedBy(IOperation operation) => operation switch
    {
        IInvocationOperation { Instance: { } instance } => ReferenceVariableOf(instance),
        IMemberReferenceOperation { Instance: { } instance } => ReferenceVariableOf(instance),
        IArrayElementReferenceOperation element => ReferenceVariableOf(element.ArrayReference),

        // In a graph it is a call of GetEnumerator.
        IForEachLoopOperation loop => ReferenceVariableOf(loop.Collection),
        _ => null,
    };

    /// <summary>The local or parameter that an expression is, or null.</summary>
    public static ISymbol? VariableOf(IOperation operation) => Unwrapped.OfSureCasts(operation) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None or RefKind.In } parameter => parameter.Parameter,
        _ => null,
    };

    private static ISymbol? ReferenceVariableOf(IOperation instance) =>
        Unwrapped.OfCasts(instance) is { Type.IsReferenceType: true } value ? VariableOf(value) : null;

    private void Run(CancellationToken cancellation)
    {
        // In order, until nothing changes: what is known only ever becomes less.
        var pending = new SortedSet<int>(_graph.Blocks.Where(IsStart).Select(block => block.Ordinal));
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var block = _graph.Blocks[pending.Min];
            pending.Remove(block.Ordinal);
            var after = Pass(block, Before(block), null);
            if (_after[block.Ordinal] is { } known && known.Count == after.Count)
                continue;
            _after[block.Ordinal] = after;
            foreach (var branch in new[] { block.FallThroughSuccessor, block.ConditionalSuccessor })
            {
                if (branch?.Destination is { } next)
                    pending.Add(next.Ordinal);
            }
        }
    }

    // Handlers and finally blocks are entered from anywhere.
    private static bool IsStart(BasicBlock block) => block.Kind == BasicBlockKind.Entry || block.Predecessors.IsEmpty;

    private Dictionary<ISymbol, IOperation> Before(BasicBlock block)
    {
        Dictionary<ISymbol, IOperation>? known = null;
        foreach (var branch in block.Predecessors)
        {
            if (_after[branch.Source.Ordinal] is not { } source)
                continue;
            var through = Through(branch, source);
            known = known is null
                ? new Dictionary<ISymbol, IOperation>(through, SymbolEqualityComparer.Default)
                : known.Where(pair => through.ContainsKey(pair.Key)).ToDictionary<KeyValuePair<ISymbol, IOperation>, ISymbol, IOperation>(
                    pair => pair.Key, pair => pair.Value, SymbolEqualityComparer.Default);
        }

        return known ?? new Dictionary<ISymbol, IOperation>(SymbolEqualityComparer.Default);
    }

    // What a finally on the way assigns is not known any more.
    private Dictionary<ISymbol, IOperation> Through(ControlFlowBranch branch, Dictionary<ISymbol, IOperation> source)
    {
        if (branch.FinallyRegions.IsEmpty || source.Count == 0)
            return source;
        var left = new Dictionary<ISymbol, IOperation>(source, SymbolEqualityComparer.Default);
        foreach (var region in branch.FinallyRegions)
        {
            for (var ordinal = region.FirstBlockOrdinal; ordinal <= region.LastBlockOrdinal; ordinal++)
            {
                foreach (var operation in FlowGraphs.OperationsOf(_graph.Blocks[ordinal]).SelectMany(operation => operation.DescendantsAndSelf()))
                    Forget(operation, left);
            }
        }

        return left;
    }

    private Dictionary<ISymbol, IOperation> Pass(BasicBlock block, Dictionary<ISymbol, IOperation> known, List<(NullTest, ISymbol, IOperation)>? found)
    {
        foreach (var root in FlowGraphs.OperationsOf(block))
        {
            foreach (var operation in InOrder(root))
            {
                if (found is not null && NullTest.Of(operation) is { } test && VariableOf(test.Tested) is { } tested && known.TryGetValue(tested, out var earlier))
                    found.Add((test, tested, earlier));
                Forget(operation, known);
                if (DereferencedBy(operation) is { } variable && _followed.Contains(variable) && !known.ContainsKey(variable))
                    known.Add(variable, operation);
            }
        }

        return known;
    }

    private void Forget(IOperation operation, Dictionary<ISymbol, IOperation> known)
    {
        switch (operation)
        {
            case IDeconstructionAssignmentOperation deconstruction:
                foreach (var part in deconstruction.Target.DescendantsAndSelf())
                    Remove(part);
                break;
            case IAssignmentOperation assignment:
                Remove(assignment.Target);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                Remove(argument.Value);
                break;
            case ILocalReferenceOperation { IsDeclaration: true }:
                Remove(operation);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } symbol }:
                known.Remove(symbol);
                break;
            case IRecursivePatternOperation { DeclaredSymbol: { } symbol }:
                known.Remove(symbol);
                break;
            case IListPatternOperation { DeclaredSymbol: { } symbol }:
                known.Remove(symbol);
                break;
        }

        void Remove(IOperation target)
        {
            var variable = target is IFlowCaptureReferenceOperation capture
                ? _captures.TryGetValue(capture.Id, out var captured) ? captured : null
                : VariableOf(target);
            if (variable is not null)
                known.Remove(variable);
        }
    }

    // Operands before what is made of them. What a [Conditional] call is given may not be evaluated at all.
    private static IEnumerable<IOperation> InOrder(IOperation root)
    {
        var work = new Stack<(IOperation Operation, bool Leave)>();
        work.Push((root, false));
        while (work.Count > 0)
        {
            var (operation, leave) = work.Pop();
            if (leave)
            {
                yield return operation;
                continue;
            }

            if (operation is INameOfOperation || (operation is IInvocationOperation call && ConditionalCalls.Is(call.TargetMethod)))
                continue;
            work.Push((operation, true));
            foreach (var child in operation.ChildOperations.Reverse())
                work.Push((child, false));
        }
    }
}
