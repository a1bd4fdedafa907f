using Microsoft.CodeAnalysis;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>What a type test says about another one.</summary>
internal static class TypeTests
{
    /// <summary>Whether a value of the first type is always one of the second.</summary>
    public static bool IsAlways(ITypeSymbol type, ITypeSymbol other) =>
        type.IsOrDerivesFrom(other) || (other.TypeKind == TypeKind.Interface && type.AllInterfaces.Contains(other, SymbolEqualityComparer.Default));
}
