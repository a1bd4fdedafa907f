using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Operations;

/// <summary>Lambdas that are data: somebody reads them as an expression tree instead of running them.</summary>
internal static class ExpressionTrees
{
    /// <summary>Whether an operation stands in a lambda that becomes an expression tree.</summary>
    public static bool Hold(IOperation operation)
    {
        for (var above = operation.Parent; above is not null; above = above.Parent)
        {
            if (above is IAnonymousFunctionOperation lambda && IsTree(lambda))
                return true;
        }

        return false;
    }

    /// <summary>Whether a lambda becomes an expression tree.</summary>
    public static bool IsTree(IAnonymousFunctionOperation lambda)
    {
        var value = lambda.Parent;
        while (value is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
        {
            if (value is IConversionOperation { Type: { TypeKind: not TypeKind.Delegate } })
                return true;
            value = value.Parent;
        }

        return false;
    }
}
