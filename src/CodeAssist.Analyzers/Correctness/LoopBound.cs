using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>A condition that lets an index be at most a collection's length.</summary>
/// <param name="Comparison">The comparison.</param>
/// <param name="Index">The index's variable.</param>
/// <param name="Collection">The collection.</param>
/// <param name="Length">The expression of its length.</param>
/// <param name="IndexIsLeft">Whether it reads <c>index &lt;= length</c>, and not the other way round.</param>
internal sealed record LoopBound(IBinaryOperation Comparison, ISymbol Index, IOperation Collection, IOperation Length, bool IndexIsLeft)
{
    /// <summary>The bound that a condition sets, or null.</summary>
    public static LoopBound? Of(IOperation condition, Elements elements)
    {
        if (condition.Unwrapped() is not IBinaryOperation { OperatorMethod: null } comparison)
            return null;
        return comparison.OperatorKind switch
        {
            BinaryOperatorKind.LessThanOrEqual => Of(comparison.LeftOperand, comparison.RightOperand, true),
            BinaryOperatorKind.GreaterThanOrEqual => Of(comparison.RightOperand, comparison.LeftOperand, false),
            _ => null,
        };

        LoopBound? Of(IOperation index, IOperation length, bool indexIsLeft) =>
            IsVariable(index) && elements.MeasuredBy(length) is { } collection && StablePath.SymbolOf(collection) is not null
                ? new LoopBound(comparison, StablePath.SymbolOf(index)!, collection, length.Unwrapped(), indexIsLeft)
                : null;
    }

    /// <summary>The operands of a chain of <c>&amp;&amp;</c>, in the order in which they are evaluated.</summary>
    public static IReadOnlyList<IOperation> Conjuncts(IOperation condition)
    {
        var operands = new List<IOperation>();
        var work = new Stack<IOperation>();
        work.Push(condition);
        while (work.Count > 0)
        {
            var operand = work.Pop().Unwrapped();
            if (operand is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } and)
            {
                work.Push(and.RightOperand);
                work.Push(and.LeftOperand);
            }
            else
            {
                operands.Add(operand);
            }
        }

        return operands;
    }

    private static bool IsVariable(IOperation operation) =>
        operation.Unwrapped() is ILocalReferenceOperation or IParameterReferenceOperation;
}
