using Microsoft.CodeAnalysis;

namespace CodeAssist.Analyzers.Operations;

/// <summary>Methods whose calls the compiler leaves out where a symbol is not defined.</summary>
internal static class ConditionalCalls
{
    /// <summary>Whether the method, or the one that it overrides, is marked <c>[Conditional]</c>.</summary>
    public static bool Is(IMethodSymbol method)
    {
        for (var current = method; current is not null; current = current.OverriddenMethod)
        {
            if (current.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "ConditionalAttribute", ContainingNamespace: { Name: "Diagnostics", ContainingNamespace.Name: "System" } }))
                return true;
        }

        return false;
    }
}
