using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>Whether a loop ends after something in its body.</summary>
internal static class LoopEnd
{
    /// <summary>
    /// Whether the loop is left after an operation of its body: always, or where a condition about what the operation
    /// gave says so.
    /// </summary>
    public static bool Follows(IOperation operation, IForEachLoopOperation loop)
    {
        var result = ResultOf(operation);
        for (var child = operation; child != loop && child.Parent is { } parent; child = parent)
        {
            switch (parent)
            {
                case IReturnOperation { Kind: not OperationKind.YieldReturn } or IThrowOperation:
                    return true;
                // `if (list.Remove(x)) break;`
                case IConditionalOperation conditional when conditional.Condition == child
                    && (Leaves(conditional.WhenTrue, loop) || (conditional.WhenFalse is { } whenFalse && Leaves(whenFalse, loop))):
                    return true;
                case IBlockOperation block when Rest(block.Operations, child).Any(later => Leaves(later, loop) || LeavesOn(later, result, loop)):
                    return true;
                case ISwitchCaseOperation section when Rest(section.Body, child).Any(later => Leaves(later, loop)):
                    return true;
            }
        }

        return false;
    }

    private static IEnumerable<IOperation> Rest(IEnumerable<IOperation> statements, IOperation from) =>
        statements.SkipWhile(statement => statement != from).Skip(1);

    // The variable that holds what the operation gave.
    private static ISymbol? ResultOf(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null and not IBlockOperation; parent = parent.Parent)
        {
            switch (parent)
            {
                case IVariableDeclaratorOperation declarator:
                    return declarator.Symbol;
                case IAssignmentOperation { Target: ILocalReferenceOperation target }:
                    return target.Local;
            }
        }

        return null;
    }

    private static bool LeavesOn(IOperation statement, ISymbol? result, IForEachLoopOperation loop) =>
        result is not null
        && statement is IConditionalOperation conditional
        && conditional.Condition.DescendantsAndSelf().Any(node => node is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, result))
        && (Leaves(conditional.WhenTrue, loop) || (conditional.WhenFalse is { } whenFalse && Leaves(whenFalse, loop)));

    private static bool Leaves(IOperation statement, IForEachLoopOperation loop)
    {
        while (true)
        {
            switch (statement)
            {
                case IBlockOperation { Operations: { IsEmpty: false } statements }:
                    return statements.Any(inner => inner is not ILabeledOperation && Leaves(inner, loop));
                case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                    if (!Leaves(conditional.WhenTrue, loop))
                        return false;
                    statement = whenFalse;
                    break;
                case ILockOperation { Body: var body }:
                    statement = body;
                    break;
                case IUsingOperation { Body: var body }:
                    statement = body;
                    break;
                case IExpressionStatementOperation { Operation: IThrowOperation }:
                case IThrowOperation:
                case IReturnOperation { Kind: OperationKind.Return or OperationKind.YieldBreak }:
                    return true;
                case IBranchOperation branch:
                    return branch.BranchKind == BranchKind.GoTo || SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel);
                default:
                    return false;
            }
        }
    }
}
