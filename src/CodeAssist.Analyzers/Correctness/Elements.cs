using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>Knows the collections whose indices run from zero to one less than their length, and how code asks them.</summary>
internal sealed class Elements(RuleContext context)
{
    private readonly INamedTypeSymbol? _list = context.Type("System.Collections.IList");
    private readonly INamedTypeSymbol? _span = context.Type("System.Span`1");
    private readonly INamedTypeSymbol? _readOnlySpan = context.Type("System.ReadOnlySpan`1");
    private readonly INamedTypeSymbol? _builder = context.Type("System.Text.StringBuilder");
    private readonly INamedTypeSymbol? _enumerable = context.Type("System.Linq.Enumerable");
    private readonly INamedTypeSymbol? _ofList = context.Type("System.Collections.Generic.List`1");

    /// <summary>The collection and the index of an element access with one number; null of anything else.</summary>
    public (IOperation Collection, IOperation Index)? AccessOf(IOperation operation) => operation switch
    {
        IArrayElementReferenceOperation { Indices.Length: 1 } element when IsNumber(element.Indices[0]) =>
            (element.ArrayReference, element.Indices[0]),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance, Arguments.Length: 1 } element
            // Of a keyed collection the number is a key: its parameter is no int where it was declared.
            when element.Property.OriginalDefinition.Parameters[0].Type.SpecialType == SpecialType.System_Int32 && IsListLike(instance.Type) =>
            (instance, element.Arguments[0].Value),
        _ => null,
    };

    /// <summary>The collection whose length an expression is; null of anything else.</summary>
    public IOperation? MeasuredBy(IOperation operation) => operation.Unwrapped() switch
    {
        IPropertyReferenceOperation { Property: { IsIndexer: false, Name: "Length" or "Count" or "LongLength" }, Instance: { } instance } => instance,
        IInvocationOperation { TargetMethod.Name: "Count", Arguments.Length: 1 } call
            when _enumerable is not null && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, _enumerable) => call.Arguments[0].Value,
        _ => null,
    };

    /// <summary>Whether the collection keeps its length while the variable that names it keeps its value.</summary>
    public bool IsOfFixedLength(ITypeSymbol? type) =>
        type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String } || Is(type, _span) || Is(type, _readOnlySpan);

    /// <summary>Whether writing at the length is known to fail; a list of somebody's own may take it as an addition.</summary>
    public bool RefusesToGrow(ITypeSymbol? type) => IsOfFixedLength(type) || Is(type, _ofList) || Is(type, _builder);

    private static bool IsNumber(IOperation index) =>
        index.Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_UInt64;

    private bool IsListLike(ITypeSymbol? type) =>
        IsOfFixedLength(type)
        || Is(type, _builder)
        || IsListInterface(type)
        || (type?.AllInterfaces.Any(IsListInterface) ?? false);

    private bool IsListInterface(ITypeSymbol? type) =>
        type?.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IList_T or SpecialType.System_Collections_Generic_IReadOnlyList_T
        || Is(type, _list);

    private static bool Is(ITypeSymbol? type, INamedTypeSymbol? wanted) =>
        wanted is not null && SymbolEqualityComparer.Default.Equals(type?.OriginalDefinition, wanted);
}
