using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>
/// Reads a loop's pass in the order in which it runs, from the bound on, until the collection is indexed with the
/// loop's own index or something makes it unknown whether the index is still past the end.
/// </summary>
internal sealed class LoopScan(LoopBound bound, Elements elements)
{
    // What the last pass depends on: variables computed from the index or from the collection.
    private readonly HashSet<ISymbol> _related = new(SymbolEqualityComparer.Default)
    {
        bound.Index,
        StablePath.SymbolOf(bound.Collection)!,
    };

    private readonly Stack<Step> _steps = new();
    private bool _mayHaveLeft;

    /// <summary>An access past the end, or null.</summary>
    /// <param name="conditions">The operands of the loop's condition.</param>
    /// <param name="at">Which of them is the bound.</param>
    /// <param name="body">The loop's body.</param>
    public Access? Find(IReadOnlyList<IOperation> conditions, int at, IOperation body)
    {
        if (conditions.Take(at).Any(IsGuard))
            return null;
        _steps.Push(new Step(body, IsConditional: false));
        Push(conditions.Skip(at + 1).ToList(), IsConditional: false);
        while (_steps.Count > 0)
        {
            var step = _steps.Pop();
            if (step.Operation is null)
                return null;
            if (IsPastEnd(step.Operation))
                return new Access(step.Operation, !step.IsConditional && !_mayHaveLeft);
            if (!Go(step.Operation, step.IsConditional))
                return null;
        }

        return null;
    }

    private bool IsPastEnd(IOperation operation) =>
        elements.AccessOf(operation) is var (collection, index)
        && StablePath.Same(collection, bound.Collection)
        && IsIndex(index.Unwrapped() is IIncrementOrDecrementOperation { IsPostfix: true } step ? step.Target : index);

    private bool IsIndex(IOperation operation) =>
        operation.Unwrapped() is ILocalReferenceOperation or IParameterReferenceOperation
        && SymbolEqualityComparer.Default.Equals(StablePath.SymbolOf(operation), bound.Index);

    // Plans what runs next; false where nothing is known from here on.
    private bool Go(IOperation operation, bool isConditional)
    {
        switch (operation)
        {
            case IAnonymousFunctionOperation or ILocalFunctionOperation or INameOfOperation:
                return true;
            case IInvalidOperation or ITryOperation { Catches.IsEmpty: false } or ILabeledOperation:
                return false;
            case var _ when Leaves(operation):
                _mayHaveLeft = true;
                if (!isConditional)
                    _steps.Push(Step.Stop);
                return PushChildren(operation, isConditional);
            case var _ when Changes(operation):
                // Its right side still runs before the write.
                _steps.Push(Step.Stop);
                return PushChildren(operation, isConditional);
            case IInvocationOperation call when MayGrow(call) || Asserts(call):
                return false;
            case IAssignmentOperation { Target: ILocalReferenceOperation target } assignment when Mentions(assignment.Value):
                _related.Add(target.Local);
                return PushChildren(operation, isConditional);
            case IVariableDeclaratorOperation { Initializer.Value: var value } declarator when Mentions(value):
                _related.Add(declarator.Symbol);
                return PushChildren(operation, isConditional);
            case IConditionalOperation conditional:
                return Go(conditional, isConditional);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd }:
                Push(LoopBound.Conjuncts(operation), isConditional, stopAtGuard: false);
                return true;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } or:
                return Branch(or.LeftOperand, [or.RightOperand], isConditional);
            case ICoalesceOperation coalesce:
                return Branch(coalesce.Value, [coalesce.WhenNull], isConditional);
            case IConditionalAccessOperation access:
                return Branch(access.Operation, [access.WhenNotNull], isConditional);
            case ISwitchOperation @switch:
                return Branch(@switch.Value, @switch.Cases, isConditional);
            case ISwitchExpressionOperation @switch:
                return Branch(@switch.Value, @switch.Arms, isConditional);
            case IForEachLoopOperation loop:
                return Branch(loop.Collection, [loop.Body], isConditional);
            case IForLoopOperation { Condition: { } condition } loop:
                return BranchOnLoop(loop.Before, condition, loop.Body, isConditional);
            case IWhileLoopOperation { ConditionIsTop: true, Condition: { } condition } loop:
                return BranchOnLoop([], condition, loop.Body, isConditional);
            default:
                return PushChildren(operation, isConditional);
        }
    }

    private bool Go(IConditionalOperation conditional, bool isConditional)
    {
        IOperation[] branches = conditional.WhenFalse is { } whenFalse ? [conditional.WhenTrue, whenFalse] : [conditional.WhenTrue];
        if (!IsLowerBound(conditional.Condition))
            return Branch(conditional.Condition, branches, isConditional);

        // `if (i > 0)` holds in the last pass too; its else does not run there.
        if (branches.Any(MayLeave))
            _steps.Push(Step.Stop);
        _steps.Push(new Step(conditional.WhenTrue, IsConditional: true));
        return true;
    }

    private bool BranchOnLoop(IEnumerable<IOperation> before, IOperation condition, IOperation body, bool isConditional)
    {
        // What it sets up may be computed from the index; the condition is judged with that known.
        foreach (var declarator in before.SelectMany(operation => operation.DescendantsAndSelf()).OfType<IVariableDeclaratorOperation>())
        {
            if (declarator.Initializer is { Value: var value } && Mentions(value))
                _related.Add(declarator.Symbol);
        }

        Branch(condition, [body], isConditional);
        foreach (var operation in before.Reverse())
            _steps.Push(new Step(operation, isConditional));
        return true;
    }

    // What a condition decides: unknown where the condition has to do with the index, else it may run.
    private bool Branch(IOperation condition, IEnumerable<IOperation> branches, bool isConditional)
    {
        if (!IsGuard(condition))
        {
            foreach (var branch in branches.Reverse())
                _steps.Push(new Step(branch, IsConditional: true));
        }
        else if (branches.Any(MayLeave))
        {
            _steps.Push(Step.Stop);
        }

        _steps.Push(new Step(condition, isConditional));
        return true;
    }

    // Operands of `&&` in order: behind a guard the rest is skipped, and of the loop's own condition the body too.
    private void Push(IReadOnlyList<IOperation> operands, bool IsConditional, bool stopAtGuard = true)
    {
        var run = new List<Step>();
        foreach (var operand in operands)
        {
            run.Add(new Step(operand, IsConditional || run.Count > 0));
            if (!IsGuard(operand))
                continue;
            if (stopAtGuard)
                run.Add(Step.Stop);
            break;
        }

        for (var at = run.Count - 1; at >= 0; at--)
            _steps.Push(run[at]);
    }

    private bool PushChildren(IOperation operation, bool isConditional)
    {
        foreach (var child in operation.ChildOperations.Reverse())
            _steps.Push(new Step(child, isConditional));
        return true;
    }

    private bool IsGuard(IOperation condition) => !IsLowerBound(condition) && Mentions(condition);

    private bool IsLowerBound(IOperation condition) =>
        condition.Unwrapped() is IBinaryOperation
        {
            OperatorKind: BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.NotEquals,
            RightOperand.ConstantValue.HasValue: true,
        } comparison
        && IsIndex(comparison.LeftOperand);

    private bool Mentions(IOperation operation) => operation.DescendantsAndSelf().Any(IsRelated);

    private bool IsRelated(IOperation operation) => StablePath.SymbolOf(operation) is { } symbol && _related.Contains(symbol);

    private bool IsRelatedTarget(IOperation target) =>
        IsIndex(target) || StablePath.Same(target, bound.Collection) || (target is ITupleOperation && Mentions(target));

    // Whether what comes after a branch may not run in the last pass, or may run with another index.
    private bool MayLeave(IOperation branch) => branch.DescendantsAndSelf().Any(operation => Leaves(operation) || Changes(operation));

    private static bool Leaves(IOperation operation) =>
        operation is IBranchOperation or IThrowOperation or IReturnOperation { Kind: not OperationKind.YieldReturn };

    private bool Changes(IOperation operation) => operation switch
    {
        IAssignmentOperation assignment => IsRelatedTarget(assignment.Target),
        IIncrementOrDecrementOperation increment => IsRelatedTarget(increment.Target),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => IsRelatedTarget(argument.Value),
        _ => false,
    };

    // The collection's own methods, and whoever gets it, may add to it.
    private bool MayGrow(IInvocationOperation call) =>
        !elements.IsOfFixedLength(bound.Collection.Type)
        && (StablePath.Same(call.Instance, bound.Collection) || call.Arguments.Any(argument => StablePath.Same(argument.Value, bound.Collection)))
        && elements.MeasuredBy(call) is null;

    private bool Asserts(IInvocationOperation call) =>
        call.Arguments.Any(argument => argument.Value.Unwrapped() is IBinaryOperation { Type.SpecialType: SpecialType.System_Boolean } or IIsPatternOperation
            && IsGuard(argument.Value));

    /// <summary>An access past the end.</summary>
    /// <param name="Element">The element access.</param>
    /// <param name="IsCertain">Whether every last pass comes to it.</param>
    public readonly record struct Access(IOperation Element, bool IsCertain);

    private readonly record struct Step(IOperation? Operation, bool IsConditional)
    {
        /// <summary>Nothing is known beyond this step.</summary>
        public static Step Stop => new(null, false);
    }
}
