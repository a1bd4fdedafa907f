using System.Collections.Immutable;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>The elements of one collection that were written one after the other, and that nothing has read since.</summary>
internal sealed class ElementWrites(Stability stability, SameValue same, INamedTypeSymbol? observed)
{
    private readonly Dictionary<int, List<IOperation>> _elements = [];
    private IOperation? _collection;

    /// <summary>Forgets them: something else may have read them.</summary>
    public void Clear()
    {
        _elements.Clear();
        _collection = null;
    }

    /// <summary>Adds an assignment.</summary>
    /// <returns>The element of an earlier assignment that this one overwrites, or null.</returns>
    public IOperation? Add(ISimpleAssignmentOperation assignment)
    {
        if (ElementOf(assignment.Target) is not var (collection, keys))
        {
            Clear();
            return null;
        }

        var path = new HashSet<ISymbol>(collection.DescendantsAndSelf().Select(StablePath.SymbolOf).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        var interference = Interference.None;
        var isLocal = IsLocal(collection);
        foreach (var operand in keys.Add(assignment.Value))
        {
            var own = Interferences.Of(operand, stability);
            interference = own > interference ? own : interference;
            if (Mentions(operand, path) || (!isLocal && MayRead(operand)))
                Clear();
        }

        // What a call does with a field's collection is not known; a local's it cannot reach.
        var isUnread = interference == Interference.None || (interference == Interference.Calls && isLocal);
        if (!isUnread || (_collection is not null && !same.Holds(_collection, collection)))
            Clear();
        if (interference == Interference.Writes)
            return null;
        _collection = collection;
        var hash = SameValue.HashOf(assignment.Target);
        if (!_elements.TryGetValue(hash, out var elements))
            _elements.Add(hash, elements = []);
        var earlier = elements.Find(element => same.Holds(element, assignment.Target));
        if (earlier is not null)
            elements.Remove(earlier);
        elements.Add(assignment.Target);
        return earlier;
    }

    private (IOperation Collection, ImmutableArray<IOperation> Keys)? ElementOf(IOperation target) => target switch
    {
        IArrayElementReferenceOperation element => (element.ArrayReference, element.Indices),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { Type: { } type } instance } element when IsPlain(type) =>
            (instance, element.Arguments.Select(argument => argument.Value).ToImmutableArray()),
        _ => null,
    };

    // Collections of the framework keep what is written and do nothing else. Of the concurrent ones another thread may
    // have read the element, and of the observed ones whoever listens.
    private bool IsPlain(ITypeSymbol type)
    {
        var space = type.ContainingNamespace?.ToDisplayString();
        return (space is "System.Collections" or "System.Collections.Generic" or "System.Collections.ObjectModel" || type is { Name: "Span", ContainingNamespace.Name: "System" })
            && !(observed is not null && type.AllInterfaces.Contains(observed, SymbolEqualityComparer.Default));
    }

    private static bool IsLocal(IOperation collection)
    {
        while (true)
        {
            switch (collection)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    collection = conversion.Operand;
                    break;
                case IArrayElementReferenceOperation element:
                    collection = element.ArrayReference;
                    break;
                default:
                    return collection is ILocalReferenceOperation or IParameterReferenceOperation;
            }
        }
    }

    // Code of the project's own may read a field's collection without changing anything.
    private static bool MayRead(IOperation operand) => operand.DescendantsAndSelf().Any(node => node switch
    {
        IInvocationOperation call => !Stability.IsOfFramework(call.TargetMethod.ContainingType),
        IPropertyReferenceOperation property => !Stability.IsOfFramework(property.Property.ContainingType),
        _ => false,
    });

    // Whether the operand has to do with the collection in another way than by asking how long it is.
    private static bool Mentions(IOperation operand, HashSet<ISymbol> path) =>
        operand.DescendantsAndSelf().Any(node => StablePath.SymbolOf(node) is { } symbol && path.Contains(symbol)
            && node.Parent is not IPropertyReferenceOperation { Property: { IsIndexer: false, Name: "Length" or "Count" } });
}
