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
        var named = NamedBy(given);
        var receiver = (named as IMemberReferenceOperation)?.Instance;
        return SymbolOf(named) is { } symbol && given.Type is { } type
            ? new NamedArgument(syntax, parameter, symbol, receiver is IInstanceReferenceOperation ? null : receiver, type)
            : null;
    }

    /// <summary>The name of what is passed, if it has one.</summary>
    public static string? NameIn(IArgumentOperation argument) => SymbolOf(NamedBy(argument.Value))?.Name;

    private static IOperation NamedBy(IOperation value)
    {
        var named = Unwrapped.OfCasts(value);
        return named is IDeclarationExpressionOperation { Expression: var declared } ? declared : named;
    }

    private static ISymbol? SymbolOf(IOperation named) => named switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation passed => passed.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation { Arguments.Length: 0 } property => property.Property,
        _ => null,
    };
}
