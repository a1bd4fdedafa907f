using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>
/// Finds, for CDA1006, the method beside a method that takes the same parameters and differs from it in nothing but
/// which of the two stands where: the order of the two arguments is then what tells the two methods apart.
/// </summary>
internal static class TwinCalls
{
    /// <summary>Whether a sibling with the owner's parameters is the owner with the two exchanged.</summary>
    public static bool InOrder(ArgumentPair pair, ISymbol owner) =>
        owner is IMethodSymbol { ContainingType: { } type } method
        && SymbolEqualityComparer.Default.Equals(type, pair.Member.ContainingType)
        && pair.First.Symbol is IParameterSymbol && pair.Second.Symbol is IParameterSymbol
        && type.GetMembers().OfType<IMethodSymbol>().Any(sibling => HaveEqualParameters(method, sibling) && AreExchanged(method, sibling, pair));

    private static bool HaveEqualParameters(IMethodSymbol method, IMethodSymbol sibling) =>
        !SymbolEqualityComparer.Default.Equals(method, sibling)
        && method.Name != sibling.Name
        && method.Parameters.Length == sibling.Parameters.Length
        && method.Parameters.Zip(sibling.Parameters, (one, other) => one.Name == other.Name && SymbolEqualityComparer.Default.Equals(one.Type, other.Type)).All(same => same);

    // By syntax: the sibling is another body, and names of parameters need no binding.
    private static bool AreExchanged(IMethodSymbol method, IMethodSymbol sibling, ArgumentPair pair)
    {
        if (BodyOf(method) is not { } body || BodyOf(sibling) is not { } other)
            return false;
        var (first, second) = (pair.First.Symbol.Name, pair.Second.Symbol.Name);
        var exchanged = false;
        using var tokens = other.DescendantTokens().GetEnumerator();
        foreach (var token in body.DescendantTokens())
        {
            if (!tokens.MoveNext())
                return false;
            if (token.ValueText == tokens.Current.ValueText)
                continue;
            if ((token.ValueText, tokens.Current.ValueText) != (first, second) && (token.ValueText, tokens.Current.ValueText) != (second, first))
                return false;
            exchanged = true;
        }

        return exchanged && !tokens.MoveNext();
    }

    private static SyntaxNode? BodyOf(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is BaseMethodDeclarationSyntax declaration
            ? declaration.Body ?? (SyntaxNode?)declaration.ExpressionBody?.Expression
            : null;
}
