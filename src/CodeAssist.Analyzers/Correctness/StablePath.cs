using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>Expressions that name one object wherever they stand: variables, and fields and properties of them.</summary>
internal static class StablePath
{
    /// <summary>Whether two expressions are paths, and the same one.</summary>
    public static bool Same(IOperation? one, IOperation? other)
    {
        while (true)
        {
            one = one?.Unwrapped();
            other = other?.Unwrapped();
            if (one is IInstanceReferenceOperation { ReferenceKind: var kind } && other is IInstanceReferenceOperation { ReferenceKind: var otherKind })
                return kind == otherKind;
            if (SymbolOf(one) is not { } symbol || !SymbolEqualityComparer.Default.Equals(symbol, SymbolOf(other)))
                return false;
            if (one is not IMemberReferenceOperation { Instance: { } instance })
                return true;
            one = instance;
            other = ((IMemberReferenceOperation)other!).Instance;
        }
    }

    /// <summary>The variable, field or property that an expression names, or null.</summary>
    public static ISymbol? SymbolOf(IOperation? operation) => operation?.Unwrapped() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation { Property.IsIndexer: false } property => property.Property,
        _ => null,
    };
}
