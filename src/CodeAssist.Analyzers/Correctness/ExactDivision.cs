using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>Integer divisions that are seen to leave no remainder.</summary>
internal static class ExactDivision
{
    // Of greater numbers a double has no fraction.
    private const decimal GreatestWithFraction = 9007199254740992;

    /// <summary>Whether the division can be seen to lose nothing.</summary>
    public static bool Holds(IBinaryOperation division, SameValue same)
    {
        var dividend = Unwrapped.Of(division.LeftOperand);
        var divisor = Unwrapped.Of(division.RightOperand);
        if (Integer(divisor) is 0)
            return false;
        if (Integer(divisor) is { } by && (by is 1 or -1 || (Integer(dividend) is { } whole && (whole % by == 0 || Math.Abs(whole / by) >= GreatestWithFraction))))
            return true;
        return dividend switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product => HasFactor(product, divisor, same) || (Integer(divisor) is 2 && AreNeighbours(product, same)),

            // (n - n % k) / k
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference =>
                Unwrapped.Of(difference.RightOperand) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Remainder } remainder
                && same.Holds(Unwrapped.Of(remainder.RightOperand), divisor)
                && same.Holds(Unwrapped.Of(remainder.LeftOperand), Unwrapped.Of(difference.LeftOperand)),
            _ => false,
        };
    }

    private static bool HasFactor(IBinaryOperation product, IOperation divisor, SameValue same)
    {
        for (IOperation rest = product; ;)
        {
            if (rest is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } inner)
                return IsFactor(rest);
            if (IsFactor(Unwrapped.Of(inner.RightOperand)))
                return true;
            rest = Unwrapped.Of(inner.LeftOperand);
        }

        bool IsFactor(IOperation factor) =>
            same.Holds(factor, divisor) || (Integer(factor) is { } value && Integer(divisor) is { } by && value % by == 0);
    }

    // n * (n + 1) / 2: one of two neighbours is even.
    private static bool AreNeighbours(IBinaryOperation product, SameValue same)
    {
        var (left, right) = (Unwrapped.Of(product.LeftOperand), Unwrapped.Of(product.RightOperand));
        return IsNextTo(left, right) || IsNextTo(right, left);

        bool IsNextTo(IOperation one, IOperation other) =>
            other is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } step
            && Integer(Unwrapped.Of(step.RightOperand)) is 1
            && same.Holds(one, Unwrapped.Of(step.LeftOperand));
    }

    private static decimal? Integer(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: { } value }
        ? value switch
        {
            int number => number,
            uint number => number,
            long number => number,
            ulong number => number,
            short number => number,
            ushort number => number,
            byte number => number,
            sbyte number => number,
            char number => number,
            _ => null,
        }
        : null;
}
