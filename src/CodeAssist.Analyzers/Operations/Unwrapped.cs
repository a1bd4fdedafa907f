using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Operations;

/// <summary>Operations without the conversions that the compiler put around them.</summary>
internal static class Unwrapped
{
    /// <summary>The operation below all implicit conversions.</summary>
    public static IOperation Of(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true } conversion)
            operation = conversion.Operand;
        return operation;
    }

    /// <summary>The operation below all conversions that give null for null alone: not below <c>as</c>.</summary>
    public static IOperation OfSureCasts(IOperation operation)
    {
        while (operation is IConversionOperation { IsTryCast: false } conversion)
            operation = conversion.Operand;
        return operation;
    }

    /// <summary>The operation below all conversions, casts included.</summary>
    public static IOperation OfCasts(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation;
    }
}
