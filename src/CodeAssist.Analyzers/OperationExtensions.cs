using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers;

/// <summary>Small questions about operations that several rules ask.</summary>
internal static class OperationExtensions
{
    /// <summary>The operation without the conversions and parentheses around it.</summary>
    public static IOperation Unwrapped(this IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>The nearest operation above that is no conversion and no parenthesis, and the child of it that leads here.</summary>
    public static (IOperation? Parent, IOperation Child) ParentBeyondConversions(this IOperation operation)
    {
        var child = operation;
        while (child.Parent is IConversionOperation or IParenthesizedOperation)
            child = child.Parent;
        return (child.Parent, child);
    }

    /// <summary>Whether a type is another one or derives from it.</summary>
    public static bool IsOrDerivesFrom(this ITypeSymbol? type, ITypeSymbol? ancestor)
    {
        for (var current = type; current is not null && ancestor is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, ancestor))
                return true;
        }

        return false;
    }
}
