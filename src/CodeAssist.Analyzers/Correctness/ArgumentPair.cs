using System.Collections.Immutable;
using CodeAssist.Analyzers.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>Two arguments of one call, in order.</summary>
/// <param name="Call">The call, creation or indexer.</param>
/// <param name="Member">What is called.</param>
/// <param name="First">The argument that stands first.</param>
/// <param name="Second">The argument that stands later.</param>
internal sealed record ArgumentPair(IOperation Call, ISymbol Member, NamedArgument First, NamedArgument Second)
{
    // Of longer lists the names are compared by a table.
    private const int FewArguments = 8;

    /// <summary>
    /// Whether any argument has the name of another one's parameter: false for nearly all calls, and said without
    /// making a name.
    /// </summary>
    public static bool MayBeSwapped(ImmutableArray<IArgumentOperation> arguments)
    {
        if (arguments.Length > FewArguments)
            return true;
        foreach (var argument in arguments)
        {
            if (NamedArgument.NameIn(argument) is not { } name)
                continue;
            foreach (var other in arguments)
            {
                if (!ReferenceEquals(other, argument) && other.Parameter is { } parameter && Stem.MayBeSame(name, parameter.Name))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether each argument has the name of the other one's parameter, and could be passed for it.</summary>
    public static IEnumerable<ArgumentPair> Swapped(IOperation call, ISymbol member, ImmutableArray<IArgumentOperation> arguments, Compilation compilation)
    {
        var named = arguments.Select(NamedArgument.Of).OfType<NamedArgument>().OrderBy(argument => argument.Syntax.SpanStart).ToList();
        if (named.Count < 2)
            yield break;
        var byParameter = new Dictionary<string, NamedArgument>();
        foreach (var argument in named)
            byParameter[Stem.Of(argument.Parameter.Name)] = argument;
        foreach (var first in named)
        {
            if (byParameter.TryGetValue(first.Stem, out var second)
                && second.Syntax.SpanStart > first.Syntax.SpanStart
                && second.Stem == Stem.Of(first.Parameter.Name)
                && Fits(first, second.Parameter, compilation)
                && Fits(second, first.Parameter, compilation))
            {
                yield return new ArgumentPair(call, member, first, second);
            }
        }
    }

    private static bool Fits(NamedArgument argument, IParameterSymbol parameter, Compilation compilation) =>
        argument.Parameter.RefKind == parameter.RefKind
        && (parameter.RefKind is RefKind.None or RefKind.In
            ? compilation.HasImplicitConversion(argument.Type, parameter.Type)
            : SymbolEqualityComparer.Default.Equals(argument.Type, parameter.Type));
}
