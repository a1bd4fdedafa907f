using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>What an explicit conversion of a number may lose.</summary>
internal static class NumericLoss
{
    /// <summary>
    /// In words that tell conversions apart: <c>narrowing</c> where the number may be cut, <c>then T</c> where it loses on
    /// its way what the type that it ends in would have kept; empty where nothing is lost.
    /// </summary>
    public static string Of(IConversionOperation conversion)
    {
        if (!conversion.Conversion.IsNumeric || conversion.Operand.Type is not { } from || conversion.Type is not { } to)
            return string.Empty;
        var end = EndOf(conversion);
        return (MayCut(conversion) ? " narrowing" : string.Empty)
            + (Loses(from, to) && !SymbolEqualityComparer.Default.Equals(to, end) ? " then " + end.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : string.Empty);
    }

    /// <summary>Whether the number may not fit into the type.</summary>
    public static bool MayCut(IConversionOperation conversion) => conversion.Conversion is { IsNumeric: true, IsImplicit: false };

    // The type that the arithmetic ends in, of which the converted number is a part.
    private static ITypeSymbol EndOf(IConversionOperation conversion)
    {
        var type = conversion.Type!;
        for (IOperation? child = conversion, parent = conversion.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                case IConversionOperation { IsImplicit: true, Conversion.IsNumeric: true, Type: { } converted }:
                    type = converted;
                    break;
                case IBinaryOperation { Type: { } sum } binary when Rank(sum) > 0 && (binary.LeftOperand == child || binary.OperatorKind is not (BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift)):
                    type = sum;
                    break;
                case IUnaryOperation or IParenthesizedOperation:
                    break;
                case IConditionalOperation choice when choice.Condition != child:
                    break;
                default:
                    return type;
            }
        }

        return type;
    }

    // A type keeps all numbers of one of a lower rank, and of its own; unsigned ones fit into the next signed rank.
    private static bool Loses(ITypeSymbol from, ITypeSymbol to)
    {
        if (SymbolEqualityComparer.Default.Equals(from, to))
            return false;
        var isFloating = to.SpecialType is SpecialType.System_Single or SpecialType.System_Double;
        var digits = to.SpecialType switch { SpecialType.System_Single => 24, SpecialType.System_Double => 53, SpecialType.System_Decimal => 96, _ => 0 };
        if (digits == 0)
            return Rank(to) == 0 || Rank(from) > 64 || Rank(from) > Rank(to) || (IsSigned(from) && !IsSigned(to)) || (Rank(from) == Rank(to) && IsSigned(from) != IsSigned(to));
        return from.SpecialType switch
        {
            SpecialType.System_Single => !isFloating,
            SpecialType.System_Double or SpecialType.System_Decimal => true,
            _ => Rank(from) > digits,
        };
    }

    private static bool IsSigned(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_IntPtr;

    private static int Rank(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_SByte or SpecialType.System_Byte => 8,
        SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Char => 16,
        SpecialType.System_Int32 or SpecialType.System_UInt32 => 32,
        SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr => 64,
        SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal => 100,
        _ => 0,
    };
}
