using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>Knows the methods whose whole work is their result.</summary>
internal sealed class PureMethods(RuleContext context)
{
    private static readonly string[] PureTypes =
    [
        "System.DateTime", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.TimeSpan",
        "System.Math", "System.MathF", "System.IO.Path",
    ];

    // They write a file, keep the string for good, fill a buffer or call back.
    private static readonly HashSet<string> Effective =
        ["GetTempFileName", "Intern", "CopyTo", "TryCopyTo", "TryFormat", "GetEnumerator", "GetPinnableReference"];

    // They are called to see them throw: a test of their argument.
    private static readonly string[] Validating = ["Parse", "FromBinary", "GetFullPath"];

    // They run through a sequence, or throw where it is not as expected.
    private static readonly HashSet<string> Enumerating =
    [
        "ToList", "ToArray", "ToHashSet", "ToDictionary", "ToLookup", "Count", "LongCount", "Any", "All", "Aggregate", "Sum", "Min", "Max", "Average",
        "MinBy", "MaxBy", "Contains", "SequenceEqual", "FirstOrDefault", "LastOrDefault", "SingleOrDefault", "ElementAtOrDefault", "TryGetNonEnumeratedCount",
    ];

    private static readonly HashSet<string> Demanding = ["First", "Last", "Single", "ElementAt"];

    private readonly HashSet<INamedTypeSymbol> _pureTypes =
        new(PureTypes.Select(context.Type).OfType<INamedTypeSymbol>(), SymbolEqualityComparer.Default);

    private readonly INamedTypeSymbol? _enumerable = context.Type("System.Linq.Enumerable");
    private readonly INamedTypeSymbol? _queryable = context.Type("System.Linq.Queryable");
    private readonly INamedTypeSymbol? _pure = context.Type("System.Diagnostics.Contracts.PureAttribute");

    /// <summary>Whether the call does nothing but give its result.</summary>
    public bool IsPure(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.ReturnsVoid || method.ReturnType.TypeKind == TypeKind.Error || method.ContainingType is not { } type
            || method.Parameters.Any(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out))
        {
            return false;
        }

        if (Is(type, _enumerable) || Is(type, _queryable))
            return IsPureQuery(call);
        if (_pure is not null && method.GetAttributes().Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, _pure)))
            return true;
        if (Effective.Contains(method.Name) || Validating.Any(beginning => method.Name.StartsWith(beginning, StringComparison.Ordinal)))
            return false;
        return (type.SpecialType == SpecialType.System_String && method.Name != "Create")
            || type.SpecialType == SpecialType.System_DateTime
            || _pureTypes.Contains(type)
            || (IsImmutableCollection(type) && !method.Name.StartsWith("ToImmutable", StringComparison.Ordinal));
    }

    private static bool Is(INamedTypeSymbol type, INamedTypeSymbol? wanted) => wanted is not null && SymbolEqualityComparer.Default.Equals(type, wanted);

    // What gives another sequence does nothing until that is enumerated. What enumerates may be called for just that,
    // unless there is nothing in the sequence or the lambdas that could have an effect.
    private static bool IsPureQuery(IInvocationOperation call)
    {
        if (Demanding.Contains(call.TargetMethod.Name))
            return false;
        return !Enumerating.Contains(call.TargetMethod.Name)
            || (call.Arguments.Length > 0 && IsInMemory(Unwrapped.OfCasts(call.Arguments[0].Value).Type) && call.Arguments.Skip(1).All(argument => !MayAct(argument)));
    }

    private static bool IsInMemory(ITypeSymbol? type) =>
        type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String }
        || (type is not null && type.AllInterfaces.Concat([type]).Any(candidate => candidate.OriginalDefinition.SpecialType
            is SpecialType.System_Collections_Generic_ICollection_T or SpecialType.System_Collections_Generic_IReadOnlyCollection_T));

    private static bool MayAct(IOperation argument) => argument.DescendantsAndSelf().Any(node =>
        node is IInvocationOperation or IAssignmentOperation or IIncrementOrDecrementOperation or IMethodReferenceOperation or IObjectCreationOperation
        || (node.Type?.TypeKind == TypeKind.Delegate && node is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation));

    // Their builders change, and so does what ImmutableInterlocked is given.
    private static bool IsImmutableCollection(INamedTypeSymbol type) =>
        type is { ContainingType: null, ContainingNamespace: { Name: "Immutable", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } } }
        && type.Name != "ImmutableInterlocked"
        && (type.Name.StartsWith("Immutable", StringComparison.Ordinal) || type.Name.StartsWith("IImmutable", StringComparison.Ordinal));
}
