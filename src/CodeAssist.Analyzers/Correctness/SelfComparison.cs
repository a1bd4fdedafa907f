using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>Comparisons with itself that CDA1001 leaves alone: the compiler's, the NaN idiom, and tests of equality.</summary>
internal static class SelfComparison
{
    private static readonly HashSet<string> TestAttributes =
        ["FactAttribute", "TheoryAttribute", "TestAttribute", "TestCaseAttribute", "TestMethodAttribute", "DataTestMethodAttribute", "PropertyAttribute"];

    private static readonly string[] TestTypeEndings = ["Test", "Tests", "Spec", "Specs", "Fixture"];

    private static readonly string[] Assertions = ["Assert", "Should", "Expect", "Verify"];

    /// <summary>
    /// Whether the compiler reports CS1718 on this comparison: both sides are the same local, parameter, field or
    /// event, reached through such from <c>this</c> or a type, with no conversion that needs a cast.
    /// </summary>
    public static bool IsReportedByCompiler(IOperation left, IOperation right)
    {
        while (true)
        {
            left = WithoutWidening(left);
            right = WithoutWidening(right);
            switch (left, right)
            {
                case (ILocalReferenceOperation, ILocalReferenceOperation):
                case (IParameterReferenceOperation, IParameterReferenceOperation):
                case (IInstanceReferenceOperation, IInstanceReferenceOperation):
                case (IMemberReferenceOperation { Instance: null } and (IFieldReferenceOperation or IEventReferenceOperation), _):
                    return true;
                case (IFieldReferenceOperation or IEventReferenceOperation, IFieldReferenceOperation or IEventReferenceOperation)
                    when ((IMemberReferenceOperation)left).Instance is { } one && ((IMemberReferenceOperation)right).Instance is { } other:
                    (left, right) = (one, other);
                    continue;
                default:
                    return false;
            }
        }
    }

    /// <summary>Whether a value of the type may be unequal to itself: floats, and what is made of them.</summary>
    public static bool MayBeUnequalToItself(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        return IsFloat(type)
            || type is ITypeParameterSymbol
            || (type is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.Any(element => MayBeUnequalToItself(element.Type)))
            || (type is { IsValueType: true, TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } && type.GetMembers().Any(member => member switch
            {
                IFieldSymbol { IsStatic: false } field => IsFloat(field.Type),
                IPropertySymbol { IsStatic: false } property => IsFloat(property.Type),
                _ => false,
            }));
    }

    /// <summary>Whether the operation tests an overloaded operator, or stands in an assertion about the result.</summary>
    public static bool IsTestOfArithmetic(IBinaryOperation binary, ISymbol container, RuleContext rule) =>
        binary.OperatorMethod is null ? IsAsserted(binary) : IsTestOfEquality(binary, container, rule);

    /// <summary>Whether the comparison tests equality itself: it stands in a test, or in an assertion.</summary>
    public static bool IsTestOfEquality(IOperation comparison, ISymbol container, RuleContext rule)
    {
        if (rule.IsTestProject)
            return true;
        for (var symbol = container; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol is INamedTypeSymbol && TestTypeEndings.Any(ending => symbol.Name.Length > ending.Length && symbol.Name.EndsWith(ending, StringComparison.Ordinal)))
                return true;
            if (symbol is IMethodSymbol && symbol.GetAttributes().Any(attribute => TestAttributes.Contains(attribute.AttributeClass?.Name ?? string.Empty)))
                return true;
        }

        return IsAsserted(comparison);
    }

    private static IOperation WithoutWidening(IOperation operation)
    {
        while (operation is IConversionOperation { IsTryCast: false, Conversion: { IsImplicit: true, IsUserDefined: false } } conversion)
            operation = conversion.Operand;
        return operation;
    }

    private static bool IsAsserted(IOperation comparison)
    {
        for (var parent = comparison.Parent; parent is not null and not IExpressionStatementOperation; parent = parent.Parent)
        {
            if (parent is IInvocationOperation { TargetMethod: var method }
                && Assertions.Any(word => method.Name.StartsWith(word, StringComparison.Ordinal)
                    || method.ContainingType?.Name.StartsWith(word, StringComparison.Ordinal) == true))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFloat(ITypeSymbol? type) =>
        type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double
        || type is { Name: "Half" or "NFloat", ContainingNamespace: { Name: "System" or "InteropServices" } };
}
