using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>
/// Finds, for CDA1006, the method beside a method that takes the same parameters and makes the same call in order:
/// the order of the two arguments is then what tells the two methods apart.
/// </summary>
internal static class TwinCalls
{
    /// <summary>Whether a sibling with the owner's parameters passes the two for the parameters of their own names.</summary>
    public static bool InOrder(ArgumentPair pair, ISymbol owner) =>
        owner is IMethodSymbol { ContainingType: { } type } method
        && SymbolEqualityComparer.Default.Equals(type, pair.Member.ContainingType)
        && pair.First.Symbol is IParameterSymbol && pair.Second.Symbol is IParameterSymbol
        && type.GetMembers().OfType<IMethodSymbol>().Any(sibling => AreTwins(method, sibling) && CallsInOrder(sibling, pair));

    private static bool AreTwins(IMethodSymbol method, IMethodSymbol sibling) =>
        !SymbolEqualityComparer.Default.Equals(method, sibling)
        && method.Name != sibling.Name
        && method.Parameters.Length == sibling.Parameters.Length
        && method.Parameters.Zip(sibling.Parameters, (one, other) => one.Name == other.Name && SymbolEqualityComparer.Default.Equals(one.Type, other.Type)).All(same => same);

    // By syntax: the sibling is another body, and names of parameters need no binding.
    private static bool CallsInOrder(IMethodSymbol sibling, ArgumentPair pair) =>
        sibling.DeclaringSyntaxReferences
            .SelectMany(reference => reference.GetSyntax().DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Any(call => NameOf(call.Expression) == pair.Member.Name
                && IsPassed(call, pair.First.Parameter.Ordinal, pair.Second.Symbol.Name)
                && IsPassed(call, pair.Second.Parameter.Ordinal, pair.First.Symbol.Name));

    private static bool IsPassed(InvocationExpressionSyntax call, int ordinal, string name) =>
        ordinal < call.ArgumentList.Arguments.Count
        && call.ArgumentList.Arguments[ordinal] is { NameColon: null, Expression: IdentifierNameSyntax identifier }
        && identifier.Identifier.ValueText == name;

    private static string? NameOf(ExpressionSyntax called) => called switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Name: var name } => name.Identifier.ValueText,
        _ => null,
    };
}
