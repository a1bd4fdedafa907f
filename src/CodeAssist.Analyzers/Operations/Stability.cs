using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Operations;

/// <summary>
/// Which properties and methods give the same value when they are asked twice in a row. A property does unless
/// its name or its getter says otherwise; a method does not unless it is known or its body shows it.
/// </summary>
internal sealed class Stability
{
    // What one rule has learned of a compilation's members is true for all.
    private static readonly ConditionalWeakTable<Compilation, Stability> Known = new();

    // Every method of these types gives the same for the same, but for the ones that say "new" or "random".
    private static readonly string[] StableTypes =
    [
        "System.Math", "System.MathF", "System.DateOnly", "System.TimeOnly", "System.TimeSpan", "System.DateTimeOffset",
        "System.Guid", "System.IO.Path", "System.Numerics.BigInteger", "System.Version", "System.Uri",
    ];

    private static readonly HashSet<string> UnstableMethods =
        ["NewGuid", "CreateVersion7", "GetRandomFileName", "GetTempFileName", "Exists"];

    // Of other types of the framework, the methods with these names only look.
    private static readonly HashSet<string> LookingMethods =
    [
        "Contains", "ContainsKey", "ContainsValue", "IndexOf", "LastIndexOf", "StartsWith", "EndsWith", "HasFlag", "Equals",
        "ReferenceEquals", "CompareTo", "GetHashCode", "GetType", "ToString", "GetValueOrDefault", "IsAssignableFrom",
    ];

    private static readonly HashSet<string> UnstableProperties =
    [
        "Now", "UtcNow", "Today", "IsCancellationRequested", "KeyAvailable", "DataAvailable", "Available", "WorkingSet", "StackTrace",
    ];

    private static readonly string[] UnstableBeginnings = ["Next", "Elapsed", "TickCount", "Random", "New"];

    private readonly HashSet<INamedTypeSymbol> _stableTypes;
    private readonly INamedTypeSymbol? _enumerable;
    private readonly ConcurrentDictionary<ISymbol, bool> _bodies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IPropertySymbol, bool> _properties = new(SymbolEqualityComparer.Default);
    private readonly Func<IPropertySymbol, bool> _hasStableGetter;

    private Stability(RuleContext context)
    {
        _stableTypes = new(StableTypes.Select(context.Type).OfType<INamedTypeSymbol>(), SymbolEqualityComparer.Default);
        _enumerable = context.Type("System.Linq.Enumerable");
        _hasStableGetter = HasStableGetter;
    }

    /// <summary>What is known of a compilation's members; the same for every rule.</summary>
    public static Stability Of(RuleContext context) => Known.GetValue(context.Compilation, _ => new Stability(context));

    /// <summary>Whether two reads in a row give the same value.</summary>
    public bool IsStable(IPropertySymbol property) => _properties.GetOrAdd(property.OriginalDefinition, _hasStableGetter);

    /// <summary>Whether the same call twice in a row gives the same value and does nothing else.</summary>
    public bool IsStable(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.ReturnsVoid || method.ContainingType is not { } type || UnstableMethods.Contains(method.Name))
            return false;
        if (IsValueOfFramework(type) || _stableTypes.Contains(type.OriginalDefinition))
            return true;
        if (method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "PureAttribute"))
            return true;
        if (SymbolEqualityComparer.Default.Equals(type, _enumerable))
            return call.Arguments.Length > 0 && IsCollection(Unwrapped.Of(call.Arguments[0].Value).Type);
        if (IsOfFramework(type))
            return LookingMethods.Contains(method.Name);
        return !method.IsVirtual && !method.IsAbstract && !method.IsOverride && !method.IsAsync
            && SyntaxOf(method) is { } body && HasStableBody(method, body);
    }

    /// <summary>Whether the type is declared in the namespace System or below it.</summary>
    public static bool IsOfFramework(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space is { Name: "System", IsGlobalNamespace: false };
    }

    private static bool IsValueOfFramework(INamedTypeSymbol type) => type.SpecialType
        is SpecialType.System_String or SpecialType.System_Enum or SpecialType.System_Nullable_T or SpecialType.System_DateTime
        or (>= SpecialType.System_Boolean and <= SpecialType.System_UIntPtr);

    // A lazy sequence may be another one each time it is enumerated.
    private static bool IsCollection(ITypeSymbol? type) =>
        type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String }
        || (type is not null && type.AllInterfaces.Concat([type]).Any(candidate => candidate.OriginalDefinition.SpecialType
            is SpecialType.System_Collections_Generic_ICollection_T or SpecialType.System_Collections_Generic_IReadOnlyCollection_T));

    private static bool IsUnstableName(string name) =>
        UnstableProperties.Contains(name)
        || UnstableBeginnings.Any(beginning => name.StartsWith(beginning, StringComparison.Ordinal)
            && (name.Length == beginning.Length || !char.IsLower(name[beginning.Length])));

    private static SyntaxNode? SyntaxOf(IMethodSymbol method) => method.DeclaringSyntaxReferences.Length == 1
        ? method.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            AccessorDeclarationSyntax accessor => (SyntaxNode?)accessor.Body ?? accessor.ExpressionBody,
            BaseMethodDeclarationSyntax declaration => (SyntaxNode?)declaration.Body ?? declaration.ExpressionBody,
            LocalFunctionStatementSyntax function => (SyntaxNode?)function.Body ?? function.ExpressionBody,
            ArrowExpressionClauseSyntax arrow => arrow,
            _ => null,
        }
        : null;

    private bool HasStableGetter(IPropertySymbol property) =>
        !IsUnstableName(property.Name)
        && (property.GetMethod is not { } getter || SyntaxOf(getter) is not { } body || HasStableBody(getter, body));

    private bool HasStableBody(IMethodSymbol method, SyntaxNode body) =>
        _bodies.GetOrAdd(method.OriginalDefinition, _ => !body.DescendantNodes(node => !IsLazyInitialisation(node)).Any(IsUnstable));

    private static bool IsLazyInitialisation(SyntaxNode node) => node.IsKind(SyntaxKind.CoalesceAssignmentExpression);

    private static bool IsUnstable(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax => !IsLazyInitialisation(node),
        PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax => node.Kind()
            is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression
            or SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
        InvocationExpressionSyntax call => call.Expression is not IdentifierNameSyntax { Identifier.Text: "nameof" },
        BaseObjectCreationExpressionSyntax or AwaitExpressionSyntax or YieldStatementSyntax => true,
        IdentifierNameSyntax name => IsUnstableName(name.Identifier.ValueText),
        _ => false,
    };
}
