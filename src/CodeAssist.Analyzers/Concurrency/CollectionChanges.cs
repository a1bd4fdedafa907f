using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>Which calls change a collection of the framework in such a way that its running enumerations end with an exception.</summary>
internal sealed class CollectionChanges(RuleContext context)
{
    private static readonly HashSet<string> Namespaces =
        ["System.Collections", "System.Collections.Generic", "System.Collections.ObjectModel", "System.Collections.Specialized"];

    private static readonly HashSet<string> Changing =
    [
        "Add", "AddRange", "AddFirst", "AddLast", "AddAfter", "AddBefore", "TryAdd", "Append", "Insert", "InsertRange",
        "Remove", "RemoveAt", "RemoveAll", "RemoveRange", "RemoveFirst", "RemoveLast", "RemoveWhere", "Clear",
        "Enqueue", "Dequeue", "TryDequeue", "Push", "Pop", "TryPop", "Sort", "Reverse", "Move",
        "UnionWith", "ExceptWith", "IntersectWith", "SymmetricExceptWith",
    ];

    // Sequences that are computed while the loop runs, by operators that keep nothing.
    private static readonly HashSet<string> Lazy =
    [
        "Where", "Select", "SelectMany", "OfType", "Cast", "Skip", "SkipWhile", "Take", "TakeWhile", "Distinct", "DistinctBy",
        "AsEnumerable", "Append", "Prepend", "Index",
    ];

    private readonly INamedTypeSymbol? _enumerable = context.Type("System.Linq.Enumerable");
    private readonly INamedTypeSymbol? _list = context.Type("System.Collections.Generic.List`1");

    // Came with .NET Core 3.0, since which removals no longer end the enumerations of hash tables.
    private readonly bool _removalIsSafe = context.Type("System.Text.Rune") is not null;

    /// <summary>The collection that a loop enumerates: what a lazy sequence or the keys and values of a dictionary are taken from.</summary>
    public IOperation Source(IOperation enumerated)
    {
        while (true)
        {
            enumerated = enumerated.Unwrapped();
            switch (enumerated)
            {
                case IInvocationOperation { TargetMethod: { IsExtensionMethod: true } method, Arguments: { Length: > 0 } arguments }
                    when Lazy.Contains(method.Name) && SymbolEqualityComparer.Default.Equals(method.ContainingType, _enumerable):
                    enumerated = arguments[0].Value;
                    break;
                case IPropertyReferenceOperation { Property.Name: "Keys" or "Values", Instance: { } dictionary } when IsKnown(dictionary.Type):
                    enumerated = dictionary;
                    break;
                default:
                    return enumerated;
            }
        }
    }

    /// <summary>The collection that an operation changes, or null.</summary>
    public IOperation? ChangedBy(IOperation operation) => operation switch
    {
        IInvocationOperation { Instance: { } instance, TargetMethod: var method } when Changing.Contains(method.Name) && IsKnown(method.ContainingType) && !IsSafe(method, instance) =>
            instance.Unwrapped(),
        IAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { Type: { } type } list } }
            when SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, _list) => list.Unwrapped(),
        _ => null,
    };

    // What is declared as ICollection may be a hash set.
    private bool IsSafe(IMethodSymbol method, IOperation instance) =>
        _removalIsSafe && method.Name is "Remove" or "Clear"
        && instance.Unwrapped().Type?.Name is "Dictionary" or "IDictionary" or "HashSet" or "ISet" or "ICollection";

    private static bool IsKnown(ITypeSymbol? type) =>
        type is { ContainingNamespace: { } space } && Namespaces.Contains(space.ToDisplayString());
}
