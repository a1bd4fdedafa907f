using CodeAssist.Analyzers.Naming;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>A positional argument that is a plain variable, field or property, and so has a name.</summary>
/// <param name="Syntax">The argument.</param>
/// <param name="Parameter">The parameter that it is passed for.</param>
/// <param name="Symbol">What is passed.</param>
/// <param name="Receiver">Of what object it is a member; null for variables, members of <c>this</c> and static ones.</param>
/// <param name="Type">The argument's type, before the conversion to the parameter's.</param>
internal sealed record NamedArgument(ArgumentSyntax Syntax, IParameterSymbol Parameter, ISymbol Symbol, IOperation? Receiver, ITypeSymbol Type)
{
    /// <summary>The stem of the argument's name.</summary>
    public string Stem { get; } = Naming.Stem.Of(Symbol.Name);

    /// <summary>The named argument that an argument is, or null.</summary>
    public static NamedArgument? Of(IArgumentOperation argument)
    {
        if (argument is not { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter, Syntax: ArgumentSyntax { NameColon: null } syntax })
            return null;
        var given = Unwrapped.Of(argument.Value);
        var named = Unwrapped.OfCasts(given);
        if (named is IDeclarationExpressionOperation { Expression: var declared })
            named = declared;
        var (symbol, receiver) = named switch
        {
            ILocalReferenceOperation local => ((ISymbol)local.Local, (IOperation?)null),
            IParameterReferenceOperation passed => (passed.Parameter, null),
            IFieldReferenceOperation field => (field.Field, field.Instance),
            IPropertyReferenceOperation { Arguments.Length: 0 } property => (property.Property, property.Instance),
            _ => default,
        };
        return symbol is not null && given.Type is { } type
            ? new NamedArgument(syntax, parameter, symbol, receiver is IInstanceReferenceOperation ? null : receiver, type)
            : null;
    }
}
