using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>How great the integers of a body can become, as far as types, constants and the ways they are written show it.</summary>
internal sealed class Magnitudes
{
    // More than any collection that code multiplies by a constant; sizes beyond it are rare enough not to be told of every time.
    private const double Count = 1 << 20;

    private const double Unknown = 2147483648d;

    // Deeper expressions are not looked into.
    private const int Deepest = 16;

    // A local that is written more often is not followed.
    private const int MostWrites = 8;

    private static readonly HashSet<string> Counts = ["Length", "Count", "Rank", "Capacity"];

    private static readonly Dictionary<string, double> Components = new()
    {
        ["Month"] = 12, ["Day"] = 31, ["Hour"] = 24, ["Minute"] = 60, ["Second"] = 60, ["Millisecond"] = 1000, ["Microsecond"] = 1000, ["Year"] = 9999,
        ["Hours"] = 24, ["Minutes"] = 60, ["Seconds"] = 60, ["Milliseconds"] = 1000, ["DayOfYear"] = 366, ["ProcessorCount"] = 4096,
    };

    // What a local is given; null of a local that is written in a way that is not followed.
    private readonly Dictionary<ISymbol, List<IOperation>?> _written = new(SymbolEqualityComparer.Default);

    // The greatest value of a variable that a loop counts up.
    private readonly Dictionary<ISymbol, IOperation> _bounds = new(SymbolEqualityComparer.Default);

    /// <summary>Learns what a body does with its variables.</summary>
    public Magnitudes(IEnumerable<IOperation> operations)
    {
        foreach (var operation in operations)
            Learn(operation);
    }

    /// <summary>The greatest magnitude that the value can have.</summary>
    public double Of(IOperation value) => Of(value, 0);

    /// <summary>The greatest magnitude of a product or shift.</summary>
    public double OfResult(IBinaryOperation operation) => OfResult(operation, 0);

    private double OfResult(IBinaryOperation operation, int depth) => operation.OperatorKind switch
    {
        BinaryOperatorKind.Multiply => Of(operation.LeftOperand, depth + 1) * Of(operation.RightOperand, depth + 1),
        BinaryOperatorKind.LeftShift => Of(operation.LeftOperand, depth + 1) * Math.Pow(2, Math.Min(63, Of(operation.RightOperand, depth + 1))),
        BinaryOperatorKind.Add or BinaryOperatorKind.Subtract => Of(operation.LeftOperand, depth + 1) + Of(operation.RightOperand, depth + 1),
        BinaryOperatorKind.Divide => ConstantOf(operation.RightOperand) is { } divisor and > 0 ? Of(operation.LeftOperand, depth + 1) / divisor : Of(operation.LeftOperand, depth + 1),
        BinaryOperatorKind.Remainder => Math.Min(Of(operation.LeftOperand, depth + 1), Of(operation.RightOperand, depth + 1)),
        BinaryOperatorKind.And => Math.Min(ConstantOf(operation.LeftOperand) ?? Unknown, ConstantOf(operation.RightOperand) ?? Unknown),
        BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift => Of(operation.LeftOperand, depth + 1) / Math.Pow(2, ConstantOf(operation.RightOperand) ?? 0),
        _ => Unknown,
    };

    private double Of(IOperation value, int depth)
    {
        var most = Unknown;
        while (true)
        {
            most = Math.Min(most, OfType(value.Type));
            if (ConstantOf(value) is { } constant)
                return constant;
            if (value is IConversionOperation { OperatorMethod: null } conversion)
                value = conversion.Operand;
            else if (value is IParenthesizedOperation parenthesized)
                value = parenthesized.Operand;
            else
                break;
        }

        return depth >= Deepest ? most : Math.Min(most, OfExpression(value, depth));
    }

    private double OfExpression(IOperation value, int depth)
    {
        switch (value)
        {
            case IBinaryOperation { OperatorMethod: null } binary:
                return OfResult(binary, depth);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus or UnaryOperatorKind.Plus, OperatorMethod: null } sign:
                return Of(sign.Operand, depth + 1);
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return Math.Max(Of(choice.WhenTrue, depth + 1), Of(otherwise, depth + 1));
            case IPropertyReferenceOperation { Property.Name: var name } when Counts.Contains(name):
                return Count;
            case IPropertyReferenceOperation { Property.Name: var name } when Components.TryGetValue(name, out var most):
                return most;
            case IInvocationOperation call:
                return OfCall(call, depth);
            case ILocalReferenceOperation { Local: var local } when _bounds.TryGetValue(local, out var bound):
                return Of(bound, depth + 1);
            case ILocalReferenceOperation { Local: var local } when _written.TryGetValue(local, out var values) && values is { Count: > 0 and <= MostWrites }:
                return values.Max(given => Of(given, depth + 4));
            default:
                return Unknown;
        }
    }

    private double OfCall(IInvocationOperation call, int depth)
    {
        if (!Stability.IsOfFramework(call.TargetMethod.ContainingType))
            return Unknown;
        return (call.TargetMethod.Name, call.Arguments.Length) switch
        {
            ("Count", _) => Count,
            ("Min", 2) => call.Arguments.Min(argument => Of(argument.Value, depth + 1)),
            ("Max", 2) => call.Arguments.Max(argument => Of(argument.Value, depth + 1)),
            ("Abs", 1) => Of(call.Arguments[0].Value, depth + 1),
            ("Clamp", 3) => Math.Max(Of(call.Arguments[1].Value, depth + 1), Of(call.Arguments[2].Value, depth + 1)),
            ("Next", 1 or 2) => call.Arguments.Max(argument => Of(argument.Value, depth + 1)),
            _ => Unknown,
        };
    }

    private static double OfType(ITypeSymbol? type) => type switch
    {
        // Of an enumeration the members count, not what its type could hold.
        { TypeKind: TypeKind.Enum } => short.MaxValue,
        { SpecialType: SpecialType.System_Byte } => byte.MaxValue,
        { SpecialType: SpecialType.System_SByte } => 128,
        { SpecialType: SpecialType.System_Int16 } => 32768,
        { SpecialType: SpecialType.System_UInt16 or SpecialType.System_Char } => ushort.MaxValue,
        { SpecialType: SpecialType.System_UInt32 } => uint.MaxValue,
        _ => Unknown,
    };

    private static double? ConstantOf(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: { } value }
        ? value switch
        {
            int number => Math.Abs((double)number),
            uint number => number,
            long number => Math.Abs((double)number),
            short number => Math.Abs((double)number),
            ushort number => number,
            byte number => number,
            sbyte number => Math.Abs((double)number),
            char sign => sign,
            _ => null,
        }
        : null;

    private void Learn(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator:
                // Without a value it is written later, or by a foreach.
                if (declarator.GetVariableInitializer() is { Value: { } value })
                    Give(declarator.Symbol, value);
                else
                    _written[declarator.Symbol] = null;
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment:
                Give(target.Local, assignment.Value);
                break;
            case IAssignmentOperation { Target: ILocalReferenceOperation target }:
                _written[target.Local] = null;
                break;
            case IIncrementOrDecrementOperation { Target: ILocalReferenceOperation target }:
                _written[target.Local] = null;
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: ILocalReferenceOperation target }:
                _written[target.Local] = null;
                break;
            case IForLoopOperation { Condition: IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual } condition }
                when Unwrapped.Of(condition.LeftOperand) is ILocalReferenceOperation counter:
                _bounds[counter.Local] = condition.RightOperand;
                break;
        }
    }

    private void Give(ISymbol local, IOperation value)
    {
        if (!_written.TryGetValue(local, out var values))
            _written.Add(local, values = []);
        values?.Add(value);
    }
}
