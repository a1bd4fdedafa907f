using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>Which types of values can hold on to what they were made from.</summary>
internal static class Holding
{
    // Values that look into an object which somebody may dispose of.
    private static readonly HashSet<string> Views =
        ["CancellationToken", "Memory", "ReadOnlyMemory", "ReadOnlySequence", "ArraySegment", "JsonElement", "JsonProperty", "CancellationTokenRegistration"];

    /// <summary>Whether values of the type are data and nothing else: numbers, text, points in time, arrays of them.</summary>
    public static bool IsPlain(ITypeSymbol? type) => type switch
    {
        null => false,
        IArrayTypeSymbol array => IsPlain(array.ElementType),
        { SpecialType: not SpecialType.None and not SpecialType.System_Object and not SpecialType.System_IDisposable } => IsPlainSpecial(type.SpecialType),
        { TypeKind: TypeKind.Enum } => true,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsPlain(nullable.TypeArguments[0]),
        { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } =>
            type.Name is "Guid" or "TimeSpan" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "Uri" or "Version" or "Half" or "Int128" or "UInt128" or "Index" or "Range",
        _ => false,
    };

    /// <summary>
    /// Whether what a call or property gives may still need the object that gave it: something to dispose of, a
    /// task, a delegate, a view into memory, a container. Data of whatever class or interface does not.
    /// </summary>
    public static bool CanHold(ITypeSymbol? type, TaskTypes tasks) => type switch
    {
        null => false,
        _ when tasks.IsTask(type) => true,
        { TypeKind: TypeKind.Delegate } => true,
        { TypeKind: TypeKind.TypeParameter } => false,
        IArrayTypeSymbol array => CanHold(array.ElementType, tasks),
        { IsValueType: true, Name: var name } when Views.Contains(name) => true,
        INamedTypeSymbol { TypeArguments.IsEmpty: false } generic when generic.TypeArguments.Any(tasks.IsTask) => true,
        _ => IsProvider(type) || IsDisposable(type),
    };

    /// <summary>Whether a call makes a query that has yet to run: LINQ that gives a sequence.</summary>
    public static bool IsQuery(IInvocationOperation call) =>
        call.TargetMethod.ContainingType is { Name: "Enumerable" or "Queryable", ContainingNamespace.Name: "Linq" }
        && call.Type is { TypeKind: TypeKind.Interface };

    /// <summary>Whether a call gives a copy that stands on its own.</summary>
    public static bool IsCopy(IInvocationOperation call) => call.TargetMethod.Name is "Clone" or "Copy" or "DeepClone";

    /// <summary>Whether a call asks a container for a service, which lives as long as the container.</summary>
    public static bool Provides(IInvocationOperation call) =>
        IsProvider(call.Instance?.Type) || (call.TargetMethod.IsExtensionMethod && IsProvider(call.TargetMethod.Parameters[0].Type));

    private static bool IsProvider(ITypeSymbol? type) => type?.Name is "IServiceProvider" or "IServiceScope";

    // What is disposable in name only is data.
    private static bool IsDisposable(ITypeSymbol type) =>
        type.Name is not ("DataTable" or "DataSet")
        && type.AllInterfaces.Append(type).Any(contract => contract.Name is "IDisposable" or "IAsyncDisposable" or "IQueryable"
            && contract.ContainingNamespace?.Name is "System" or "Linq");

    private static bool IsPlainSpecial(SpecialType type) => type is
        SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_String or SpecialType.System_DateTime
        or (>= SpecialType.System_SByte and <= SpecialType.System_Double) or SpecialType.System_Decimal
        or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;
}
