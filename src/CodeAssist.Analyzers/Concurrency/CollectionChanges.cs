using CodeAssist.Analyzers.Correctness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        IAssignmentOperation assignment => ElementOfList(assignment.Target),
        IIncrementOrDecrementOperation step => ElementOfList(step.Target),
        _ => null,
    };

    private IOperation? ElementOfList(IOperation target) =>
        target is IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { Type: { } type } list } && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, _list)
            ? list.Unwrapped()
            : null;

    private bool IsSafe(IMethodSymbol method, IOperation instance) =>
        _removalIsSafe && method.Name is "Remove" or "Clear"
        && (instance.Unwrapped().Type?.Name is "Dictionary" or "IDictionary" or "HashSet" or "ISet"
            || (instance.Unwrapped().Type?.Name is "ICollection" && !IsMadeAsList(instance.Unwrapped())));

    // What is declared as ICollection may be a hash set, unless it is seen to be made as a list and nothing else.
    private bool IsMadeAsList(IOperation collection)
    {
        if (StablePath.SymbolOf(collection) is not { DeclaringSyntaxReferences: [var declaration] } member
            || member is not (IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null }))
        {
            return false;
        }

        var value = declaration.GetSyntax() switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var made } => made,
            PropertyDeclarationSyntax { Initializer.Value: var made } => made,
            _ => null,
        };
        return value is CollectionExpressionSyntax
            || (value?.SyntaxTree == collection.Syntax.SyntaxTree && SymbolEqualityComparer.Default.Equals(collection.SemanticModel!.GetTypeInfo(value!).Type?.OriginalDefinition, _list));
    }

    private static bool IsKnown(ITypeSymbol? type) =>
        type is { ContainingNamespace: { } space } && Namespaces.Contains(space.ToDisplayString());
}
