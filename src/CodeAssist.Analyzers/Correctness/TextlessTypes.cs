using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>Knows the types whose text is the name of the type and says nothing of the value.</summary>
internal sealed class TextlessTypes(RuleContext context)
{
    // Of an interface somebody's own type may have a text; these are made by queries.
    private static readonly string[] Sequences =
    [
        "System.Collections.Generic.IEnumerable`1", "System.Collections.IEnumerable", "System.Linq.IOrderedEnumerable`1", "System.Linq.IQueryable`1",
        "System.Linq.IOrderedQueryable`1", "System.Linq.IGrouping`2", "System.Collections.Generic.IAsyncEnumerable`1",
    ];

    private static readonly string[] Tasks =
        ["System.Threading.Tasks.Task", "System.Threading.Tasks.Task`1", "System.Threading.Tasks.ValueTask", "System.Threading.Tasks.ValueTask`1"];

    // What HttpUtility.ParseQueryString returns is a query string again, and is declared to be this.
    private const string ParsedQuery = "NameValueCollection";

    private readonly HashSet<ISymbol> _sequences = Find(context, Sequences);
    private readonly HashSet<ISymbol> _tasks = Find(context, Tasks);
    private readonly INamedTypeSymbol? _formattable = context.Type("System.IFormattable");

    /// <summary>Whether the text of a value of this type is no more than the type's name.</summary>
    public bool Contains(ITypeSymbol? type)
    {
        switch (type)
        {
            case IArrayTypeSymbol:
                return true;
            case INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable:
                return Contains(nullable.TypeArguments[0]);

            // The text of a ValueTask is that of its result, once that is there: before, it is empty.
            case INamedTypeSymbol named when _tasks.Contains(named.OriginalDefinition) || _sequences.Contains(named.OriginalDefinition):
                return true;
            case INamedTypeSymbol { IsAnonymousType: false, IsTupleType: false, IsRefLikeType: false, TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Delegate } named:
                return IsKnown(named) && !HasText(named);
            default:
                return false;
        }
    }

    // What is derived from an open type of somebody's own may have a text; of the framework's, values mostly are what they are declared to be.
    private static bool IsKnown(INamedTypeSymbol type) =>
        type.IsValueType || type.IsSealed
        || (!type.IsAbstract && Stability.IsOfFramework(type) && type.SpecialType != SpecialType.System_Object && type.Name != ParsedQuery);

    private bool HasText(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Error || (_formattable is not null && type.AllInterfaces.Contains(_formattable, SymbolEqualityComparer.Default)))
            return true;
        for (var current = type; current is { SpecialType: not SpecialType.System_Object and not SpecialType.System_ValueType }; current = current.BaseType)
        {
            if (current.IsRecord || current.TypeKind == TypeKind.Error || current.GetMembers("ToString").Any(member => member is IMethodSymbol { Parameters.IsEmpty: true, IsStatic: false }))
                return true;
        }

        return false;
    }

    private static HashSet<ISymbol> Find(RuleContext context, string[] names) =>
        new(names.Select(context.Type).OfType<ISymbol>(), SymbolEqualityComparer.Default);
}
