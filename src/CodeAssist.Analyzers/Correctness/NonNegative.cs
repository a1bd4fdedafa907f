using CodeAssist.Analyzers.Naming;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>Tells which integers of a body are known, or said by their names, not to be negative.</summary>
internal sealed class NonNegative
{
    // What these count or place does not fall below zero.
    private static readonly string[] CountingWords =
    [
        "index", "idx", "count", "counter", "length", "len", "size", "row", "col", "line", "page", "position", "pos", "offset", "year", "month", "day", "hour", "minute", "second",
        "level", "depth", "width", "height", "digit", "iteration", "tick", "frame",
    ];

    private static readonly HashSet<string> CountingMethods = ["Abs", "Count", "LongCount", "Next", "NextInt64", "GetLength", "PopCount", "LeadingZeroCount", "TrailingZeroCount", "BitCount"];

    private static readonly HashSet<string> CountingProperties =
        ["Length", "LongLength", "Count", "Capacity", "Year", "Month", "Day", "DayOfYear", "Hour", "Minute", "Second", "Millisecond", "TickCount64", "Rank"];

    // What a local is given, besides steps up; null of a local that is written in a way that is not followed.
    private readonly Dictionary<ISymbol, List<IOperation>?> _written = new(SymbolEqualityComparer.Default);

    // Where a variable is compared with a number or checked to be at least zero.
    private readonly Dictionary<ISymbol, int> _guarded = new(SymbolEqualityComparer.Default);

    /// <summary>Learns what a body does with its variables.</summary>
    public NonNegative(IEnumerable<IOperation> operations)
    {
        foreach (var operation in operations)
            Learn(operation);
    }

    /// <summary>Whether the value is not negative, as far as can be seen.</summary>
    public bool Holds(IOperation value)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<IOperation>();
        pending.Push(value);
        while (pending.Count > 0)
        {
            var next = Unwrapped.OfCasts(pending.Pop());
            if (IsUnsigned(next.Type) || next.ConstantValue is { HasValue: true, Value: int and >= 0 or long and >= 0 } || IsNamedSo(next) || IsGuarded(next))
                continue;
            switch (next)
            {
                case IParenthesizedOperation parenthesized:
                    pending.Push(parenthesized.Operand);
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide or BinaryOperatorKind.Or } sum:
                    pending.Push(sum.LeftOperand);
                    pending.Push(sum.RightOperand);
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.RightShift or BinaryOperatorKind.Remainder } part:
                    pending.Push(part.LeftOperand);
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.UnsignedRightShift }:
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.And } mask:
                    pending.Push(mask.LeftOperand.ConstantValue.HasValue ? mask.LeftOperand : mask.RightOperand);
                    break;
                case ILocalReferenceOperation { Local: var local } when _written.TryGetValue(local, out var values) && values is not null:
                    if (seen.Add(local))
                    {
                        foreach (var given in values)
                            pending.Push(given);
                    }

                    break;
                case IInvocationOperation { TargetMethod.Name: var name } when CountingMethods.Contains(name):
                case IPropertyReferenceOperation { Property.Name: var property } when CountingProperties.Contains(property):
                    break;

                // (item, index) => of a query.
                case IParameterReferenceOperation { Parameter: { Ordinal: 1, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } }:
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private static bool IsUnsigned(ITypeSymbol? type) => type?.SpecialType
        is SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64 or SpecialType.System_UIntPtr or SpecialType.System_Char;

    private static bool IsNamedSo(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local.Name is "i" or "j" or "k" || Words.AnyStartsWith(local.Local.Name, CountingWords),
        IParameterReferenceOperation parameter => Words.AnyStartsWith(parameter.Parameter.Name, CountingWords),
        IMemberReferenceOperation member => Words.AnyStartsWith(member.Member.Name, CountingWords),
        _ => false,
    };

    private bool IsGuarded(IOperation operation) =>
        StablePath.SymbolOf(operation) is { } symbol && _guarded.TryGetValue(symbol, out var position) && position < operation.Syntax.SpanStart;

    private void Learn(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Initializer.Value: { } value } declarator:
                Give(declarator.Symbol, value);
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment:
                Give(target.Local, assignment.Value);
                break;
            case ICompoundAssignmentOperation { Target: ILocalReferenceOperation target, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide or BinaryOperatorKind.RightShift } compound:
                Give(target.Local, compound.Value);
                break;
            case IAssignmentOperation { Target: ILocalReferenceOperation target }:
                _written[target.Local] = null;
                break;
            case IIncrementOrDecrementOperation { Kind: OperationKind.Decrement, Target: ILocalReferenceOperation target }:
                _written[target.Local] = null;
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: ILocalReferenceOperation target }:
                _written[target.Local] = null;
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual } comparison:
                Guard(comparison.LeftOperand);
                Guard(comparison.RightOperand);
                break;
            case IIsPatternOperation match when match.Pattern.DescendantsAndSelf().Any(part => part is IRelationalPatternOperation):
                Guard(match.Value);
                break;
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: var name } } argument when name.StartsWith("ThrowIf", StringComparison.Ordinal):
                Guard(argument.Value);
                break;
        }
    }

    private void Give(ISymbol local, IOperation value)
    {
        if (!_written.TryGetValue(local, out var values))
            _written.Add(local, values = []);
        values?.Add(value);
    }

    private void Guard(IOperation value)
    {
        if (StablePath.SymbolOf(Unwrapped.OfCasts(value)) is { } symbol && !_guarded.ContainsKey(symbol))
            _guarded.Add(symbol, value.Syntax.SpanStart);
    }
}
