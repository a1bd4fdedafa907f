using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>A comparison in a for loop's condition of a whole-number variable with a bound.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Kind">The comparison, as with the variable on the left.</param>
/// <param name="Bound">What it is compared with.</param>
/// <param name="Start">The value that the loop gives it first; null where it gives none.</param>
/// <param name="Step">The one step of the loop that changes it; null where there is none or more than one.</param>
internal sealed record LoopTest(IOperation Variable, BinaryOperatorKind Kind, IOperation Bound, IOperation? Start, LoopStep? Step)
{
    /// <summary>Whether the step makes a true comparison stay true.</summary>
    public bool LeadsAway => Kind switch
    {
        BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual => Step?.Difference < 0,
        BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual => Step?.Difference > 0,
        _ => false,
    };

    /// <summary>
    /// Whether the loop seems to count until the variable overflows: an unsigned one below zero, or one that starts at
    /// its bound.
    /// </summary>
    public bool IsOverflowMeant =>
        Variable.Type?.SpecialType is not (SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64)
        || (Start is not null && Number(Start) is { } start && Number(Bound) is { } bound && Math.Abs(start - bound) <= 1);

    /// <summary>The test that a comparison makes, or null.</summary>
    public static LoopTest? Of(IBinaryOperation comparison, IForLoopOperation loop)
    {
        var (variable, bound, kind) = (comparison.LeftOperand.Unwrapped(), comparison.RightOperand, comparison.OperatorKind);
        var start = StartOf(variable, loop);
        if (start is null && !IsStepped(variable, loop))
        {
            (variable, bound, kind) = (comparison.RightOperand.Unwrapped(), comparison.LeftOperand, Mirrored(comparison.OperatorKind));
            start = StartOf(variable, loop);
        }

        return kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual
                or BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
            && LoopStep.VariableOf(variable) is not null && IsWhole(variable.Type)
            ? new LoopTest(variable, kind, Unwrapped.Of(bound), start, StepOf(variable, loop))
            : null;
    }

    /// <summary>Whether the comparison does not even hold before the first pass.</summary>
    public bool IsFalseAtOnce(SameValue same)
    {
        if (Start is null)
            return false;
        if (Number(Start) is { } start && Number(Bound) is { } bound)
        {
            return Kind switch
            {
                BinaryOperatorKind.LessThan => start >= bound,
                BinaryOperatorKind.LessThanOrEqual => start > bound,
                BinaryOperatorKind.GreaterThan => start <= bound,
                BinaryOperatorKind.GreaterThanOrEqual => start < bound,
                BinaryOperatorKind.Equals => start != bound,
                _ => start == bound,
            };
        }

        return Kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.NotEquals && same.Holds(Start, Bound);
    }

    // A named constant may be another one some day; a number that stands there is meant.
    private static decimal? Number(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: sbyte or byte or short or ushort or int or uint or long or ulong } constant
        && operation.DescendantsAndSelf().All(node => node is ILiteralOperation or IUnaryOperation or IConversionOperation)
            ? Convert.ToDecimal(constant.Value, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private static bool IsWhole(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    private static IOperation? StartOf(IOperation variable, IForLoopOperation loop) =>
        LoopStep.VariableOf(variable) is { } symbol ? StartOf(symbol, loop) : null;

    /// <summary>The value that a loop gives a variable first; null where it gives none.</summary>
    public static IOperation? StartOf(ISymbol symbol, IForLoopOperation loop)
    {
        foreach (var operation in loop.Before.SelectMany(before => before.DescendantsAndSelf()))
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation { Initializer.Value: var value } declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, symbol):
                    return Unwrapped.Of(value);
                case ISimpleAssignmentOperation assignment when SymbolEqualityComparer.Default.Equals(LoopStep.VariableOf(assignment.Target), symbol):
                    return Unwrapped.Of(assignment.Value);
            }
        }

        return null;
    }

    private static bool IsStepped(IOperation variable, IForLoopOperation loop) => StepOf(variable, loop) is not null;

    private static LoopStep? StepOf(IOperation variable, IForLoopOperation loop)
    {
        if (LoopStep.VariableOf(variable) is not { } symbol)
            return null;
        var steps = loop.AtLoopBottom.Select(LoopStep.Of).Where(step => step is not null && SymbolEqualityComparer.Default.Equals(step.Variable, symbol)).ToList();
        return steps.Count == 1 ? steps[0] : null;
    }

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };
}
