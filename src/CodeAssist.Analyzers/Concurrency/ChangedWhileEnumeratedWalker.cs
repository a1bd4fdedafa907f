using CodeAssist.Analyzers.Correctness;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>Finds, in one body, the changes of a collection inside the foreach that runs over it and goes on after them.</summary>
/// <param name="changes">Knows what changes a collection.</param>
/// <param name="report">Takes the change, the collection and the loop.</param>
internal sealed class ChangedWhileEnumeratedWalker(CollectionChanges changes, Action<SyntaxNode, IOperation, IForEachLoopOperation> report) : ScopedWalker(AskedFor)
{
    private static readonly KindSet AskedFor = KindSet.Of(
        OperationKind.Loop, OperationKind.AnonymousFunction, OperationKind.LocalFunction, OperationKind.Invocation, OperationKind.SimpleAssignment, OperationKind.CompoundAssignment, OperationKind.Increment, OperationKind.Decrement, OperationKind.CoalesceAssignment, OperationKind.DeconstructionAssignment);

    // The loops around the current operation; null where a function begins, which runs at another time.
    private readonly Stack<Loop?> _loops = new();

    /// <inheritdoc/>
    protected override bool Enter(IOperation operation)
    {
        switch (operation)
        {
            case IForEachLoopOperation { IsAsynchronous: false } loop:
                _loops.Push(new Loop(loop, changes.Source(loop.Collection)));
                return true;
            case IAnonymousFunctionOperation or ILocalFunctionOperation:
                _loops.Push(null);
                return true;
            default:
                if (_loops.Count > 0 && changes.ChangedBy(operation) is { } changed)
                    Judge(operation, changed);
                return false;
        }
    }

    /// <inheritdoc/>
    protected override void Leave(IOperation operation) => _loops.Pop();

    private void Judge(IOperation change, IOperation changed)
    {
        foreach (var loop in _loops)
        {
            if (loop is null)
                return;
            if (!StablePath.Same(changed, loop.Source) || !loop.Operation.Body.Syntax.Span.Contains(change.Syntax.Span))
                continue;
            if (!IsCopy(changed) && !loop.IsReplaced && !AddsItself(change, loop.Operation) && !LoopEnd.Follows(change, loop.Operation))
                report(change.Syntax, changed, loop.Operation);
            return;
        }
    }

    // A property that makes a list each time it is asked has nothing to do with the one that is enumerated.
    private static bool IsCopy(IOperation collection) =>
        collection is IPropertyReferenceOperation { Property: { DeclaringSyntaxReferences: { Length: 1 } declarations } }
        && declarations[0].GetSyntax() is PropertyDeclarationSyntax property
        && ((SyntaxNode?)property.ExpressionBody ?? property.AccessorList)!.DescendantNodes().Any(node =>
            node is BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax);

    // What a set has already is not added again.
    private static bool AddsItself(IOperation change, IForEachLoopOperation loop) =>
        change is IInvocationOperation { TargetMethod: { Name: "Add", ReturnType.SpecialType: SpecialType.System_Boolean }, Arguments: [{ Value: var value }] }
        && loop.Locals.Length == 1 && SymbolEqualityComparer.Default.Equals(StablePath.SymbolOf(value), loop.Locals[0]);

    private sealed class Loop(IForEachLoopOperation operation, IOperation source)
    {
        private bool? _isReplaced;

        public IForEachLoopOperation Operation => operation;

        public IOperation Source => source;

        // Then the variable may no longer hold the collection that is enumerated.
        public bool IsReplaced => _isReplaced ??= operation.Body.Descendants().Any(node => node switch
        {
            IAssignmentOperation assignment => StablePath.Same(assignment.Target, source) || IsPartOf(assignment.Target, source),
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => StablePath.Same(argument.Value, source),
            _ => false,
        });

        private static bool IsPartOf(IOperation target, IOperation path)
        {
            for (var part = path; part is IMemberReferenceOperation { Instance: { } instance }; part = instance.Unwrapped())
            {
                if (StablePath.Same(target, instance))
                    return true;
            }

            return false;
        }
    }
}
