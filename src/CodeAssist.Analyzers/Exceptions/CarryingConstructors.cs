using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Exceptions;

/// <summary>Tells whether an exception type can be created with what is passed now and an inner exception besides.</summary>
internal sealed class CarryingConstructors(ExceptionTypes types, Compilation compilation, ISymbol within)
{
    /// <summary>Whether a constructor that the code can name takes the same arguments and the caught exception.</summary>
    public bool Exist(IObjectCreationOperation creation, ITypeSymbol caught) =>
        creation.Type is INamedTypeSymbol type
        && type.InstanceConstructors.Any(constructor => Accessible(constructor) && Carries(constructor, creation, caught));

    private bool Accessible(IMethodSymbol constructor) =>
        compilation.IsSymbolAccessibleWithin(constructor, within.ContainingType ?? (ISymbol)compilation.Assembly);

    private bool Carries(IMethodSymbol constructor, IObjectCreationOperation creation, ITypeSymbol caught)
    {
        var inner = constructor.Parameters.FirstOrDefault(parameter => types.IsException(parameter.Type) && caught.IsOrDerivesFrom(parameter.Type));
        if (inner is null)
            return false;

        // What is passed now must have a place there too, or the repair would drop it.
        var rest = constructor.Parameters.Where(parameter => !SymbolEqualityComparer.Default.Equals(parameter, inner)).GetEnumerator();
        return creation.Arguments
            .Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter is not null)
            .OrderBy(argument => argument.Parameter!.Ordinal)
            .All(argument => Find(argument.Parameter!.Type));

        bool Find(ITypeSymbol wanted)
        {
            while (rest.MoveNext())
            {
                if (SymbolEqualityComparer.Default.Equals(rest.Current.Type, wanted))
                    return true;
            }

            return false;
        }
    }
}
