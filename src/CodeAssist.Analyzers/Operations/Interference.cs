using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Operations;

/// <summary>What evaluating an expression may do to values that were read before.</summary>
internal enum Interference
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It calls code that is not known: fields and properties may have changed, locals have not.</summary>
    Calls,

    /// <summary>It writes, or calls code that can reach locals.</summary>
    Writes,
}

/// <summary>Finds what an expression interferes with.</summary>
internal static class Interferences
{
    /// <summary>What evaluating the expression may do.</summary>
    public static Interference Of(IOperation operation, Stability stability)
    {
        var worst = Interference.None;
        foreach (var node in new Subtree(operation))
        {
            var own = OfNode(node, stability);
            if (own == Interference.Writes)
                return own;
            if (own > worst)
                worst = own;
        }

        return worst;
    }

    /// <summary>Whether the expression reads locals and parameters of simple types alone, so that a call cannot change its value.</summary>
    public static bool ReadsOnlyLocals(IOperation operation)
    {
        foreach (var node in new Subtree(operation))
        {
            if (!ReadsOnlyLocal(node))
                return false;
        }

        return true;
    }

    private static bool ReadsOnlyLocal(IOperation node) => node switch
    {
        ILocalReferenceOperation local => IsSimple(local.Type) && local.Local.RefKind == RefKind.None,
        IParameterReferenceOperation parameter => IsSimple(parameter.Type) && parameter.Parameter.RefKind == RefKind.None,
        _ => node is ILiteralOperation or IBinaryOperation or IUnaryOperation or IConversionOperation or IIsPatternOperation or IConstantPatternOperation
            or IRelationalPatternOperation or INegatedPatternOperation or IBinaryPatternOperation or IFieldReferenceOperation { Field.IsConst: true },
    };

    private static Interference OfNode(IOperation node, Stability stability) => node switch
    {
        IAssignmentOperation or IIncrementOrDecrementOperation => Interference.Writes,
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction or MethodKind.DelegateInvoke } => Interference.Writes,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: not IDeclarationExpressionOperation and not IDiscardOperation } => Interference.Writes,
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation => Interference.Writes,
        IInvocationOperation call => stability.IsStable(call) ? Interference.None : Interference.Calls,
        IPropertyReferenceOperation property => stability.IsStable(property.Property) ? Interference.None : Interference.Calls,
        IObjectCreationOperation or IAwaitOperation => Interference.Calls,
        { Kind: OperationKind.None or OperationKind.Invalid } => Interference.Writes,
        _ => Interference.None,
    };

    private static bool IsSimple(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Enum } or { SpecialType: SpecialType.System_String }
        || type?.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double;
}
