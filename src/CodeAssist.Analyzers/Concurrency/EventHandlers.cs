using Microsoft.CodeAnalysis;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>What makes a method or a delegate an event handler, for which <c>async void</c> is meant.</summary>
internal static class EventHandlers
{
    /// <summary>Whether parameters are those of a handler: one of them is the event's arguments.</summary>
    public static bool HasSignature(IMethodSymbol method) =>
        method.Parameters.Any(parameter => IsArguments(parameter.Type));

    private static bool IsArguments(ITypeSymbol type)
    {
        // Some frameworks have arguments of their own that only share the name.
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name.EndsWith("EventArgs", StringComparison.Ordinal))
                return true;
        }

        return type is ITypeParameterSymbol parameter
            && (parameter.Name.EndsWith("EventArgs", StringComparison.Ordinal) || parameter.ConstraintTypes.Any(IsArguments));
    }
}
