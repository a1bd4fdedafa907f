using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>A step of a for loop that adds a constant to a variable or takes it away.</summary>
/// <param name="Operation">The step.</param>
/// <param name="Variable">The variable.</param>
/// <param name="Difference">What is added.</param>
internal sealed record LoopStep(IOperation Operation, ISymbol Variable, long Difference)
{
    /// <summary>The step that an incrementor makes, or null.</summary>
    public static LoopStep? Of(IOperation incrementor)
    {
        var operation = incrementor is IExpressionStatementOperation statement ? statement.Operation : incrementor;
        return operation switch
        {
            IIncrementOrDecrementOperation { OperatorMethod: null, Target: var target } step =>
                Of(operation, target, step.Kind == OperationKind.Increment ? 1 : -1),
            ICompoundAssignmentOperation { OperatorMethod: null, Target: var target } step when Constant(step.Value) is { } value => step.OperatorKind switch
            {
                BinaryOperatorKind.Add => Of(operation, target, value),
                BinaryOperatorKind.Subtract => Of(operation, target, -value),
                _ => null,
            },
            ISimpleAssignmentOperation { Target: var target } step
                when step.Value.Unwrapped() is IBinaryOperation { OperatorMethod: null } sum && VariableOf(target) is { } variable
                    && SymbolEqualityComparer.Default.Equals(variable, VariableOf(sum.LeftOperand)) && Constant(sum.RightOperand) is { } value => sum.OperatorKind switch
                {
                    BinaryOperatorKind.Add => Of(operation, target, value),
                    BinaryOperatorKind.Subtract => Of(operation, target, -value),
                    _ => null,
                },
            _ => null,
        };
    }

    /// <summary>The local or parameter that an expression is, or null.</summary>
    public static ISymbol? VariableOf(IOperation operation) => operation.Unwrapped() switch
    {
        ILocalReferenceOperation { Local.RefKind: RefKind.None } local => local.Local,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None } parameter => parameter.Parameter,
        _ => null,
    };

    private static LoopStep? Of(IOperation operation, IOperation target, long difference) =>
        difference != 0 && VariableOf(target) is { } variable ? new LoopStep(operation, variable, difference) : null;

    private static long? Constant(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: sbyte or byte or short or ushort or int or uint or long } constant
        ? Convert.ToInt64(constant.Value, System.Globalization.CultureInfo.InvariantCulture)
        : null;
}
