using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>The members of a type that say when two objects are equal, and the data that they say it by.</summary>
internal static class EqualityMembers
{
    // These compare what they are given, or ask for no data.
    private static readonly HashSet<string> Comparing = ["Equals", "ReferenceEquals", "SequenceEqual", "SetEquals", "Compare", "CompareOrdinal", "GetType", "nameof"];

    /// <summary>Whether the member compares the object with another one.</summary>
    public static bool IsEquals(ISymbol member) =>
        member is IMethodSymbol { IsStatic: false, IsImplicitlyDeclared: false, Parameters: [var other], ReturnType.SpecialType: SpecialType.System_Boolean } method
        && (method.Name == "Equals" || (method.MethodKind == MethodKind.ExplicitInterfaceImplementation && method.Name.EndsWith(".Equals", StringComparison.Ordinal)))
        && (other.Type.SpecialType == SpecialType.System_Object || SymbolEqualityComparer.Default.Equals(other.Type.OriginalDefinition, method.ContainingType.OriginalDefinition));

    /// <summary>Whether the member is the object's hash code.</summary>
    public static bool IsGetHashCode(ISymbol member) => member is IMethodSymbol { Name: "GetHashCode", IsOverride: true, Parameters.IsEmpty: true, IsImplicitlyDeclared: false };

    /// <summary>The names of a type's own instance fields and automatic properties.</summary>
    public static IReadOnlyList<string> StateOf(INamedTypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>()
        .Where(field => field is { IsStatic: false, IsConst: false } && field.AssociatedSymbol is null or IPropertySymbol)
        .Select(field => field.AssociatedSymbol?.Name ?? field.Name)
        .Where(name => !name.Contains('<'))
        .ToList();

    /// <summary>Whether nobody else can make objects of the type, or it keeps the one that there is.</summary>
    public static bool IsSingleton(INamedTypeSymbol type) =>
        type.InstanceConstructors.All(constructor => constructor.DeclaredAccessibility == Accessibility.Private)
        || type.GetMembers().Any(member => member is IFieldSymbol { IsStatic: true, IsReadOnly: true } field && SymbolEqualityComparer.Default.Equals(field.Type, type));

    /// <summary>The field or automatic property whose value a member gives; null where it computes one.</summary>
    public static ISymbol? DataOf(ISymbol member, CancellationToken cancellation) => member switch
    {
        IFieldSymbol field => field.AssociatedSymbol ?? field,
        IPropertySymbol property when IsAutomatic(property) => property,
        IPropertySymbol { DeclaringSyntaxReferences: [var reference] } property
            when reference.GetSyntax(cancellation) is PropertyDeclarationSyntax declaration && Returned(declaration) is { } name =>
            property.ContainingType.GetMembers(name).OfType<IFieldSymbol>().FirstOrDefault(),
        _ => null,
    };

    /// <summary>The data that the type's Equals read; null where there is none, or where they ask other code.</summary>
    public static HashSet<ISymbol>? ReadByEquals(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var read = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var bodies = type.GetMembers()
            .Where(member => IsEquals(member) || member is IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator, Name: "op_Equality" })
            .SelectMany(member => member.DeclaringSyntaxReferences)
            .Select(reference => reference.GetSyntax(cancellation))
            .OfType<BaseMethodDeclarationSyntax>()
            .ToList();
        if (!bodies.Exists(body => body is MethodDeclarationSyntax))
            return null;
        foreach (var node in bodies.SelectMany(body => body.DescendantNodes()))
        {
            if (IsOpaque(node))
                return null;
            if (node is not IdentifierNameSyntax name)
                continue;
            foreach (var member in type.GetMembers(name.Identifier.ValueText))
            {
                if (member is not (IFieldSymbol or IPropertySymbol) || member.IsStatic)
                    continue;
                if (DataOf(member, cancellation) is not { } data)
                    return null;
                read.Add(data);
            }
        }

        return read;
    }

    // Code that is asked about the whole object, and may look at anything in it.
    private static bool IsOpaque(SyntaxNode node) => node switch
    {
        BaseExpressionSyntax => true,
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => !Comparing.Contains(name.Identifier.ValueText),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } } => !Comparing.Contains(name.Identifier.ValueText),
        ThisExpressionSyntax => !IsCompared(node),
        _ => false,
    };

    private static bool IsCompared(SyntaxNode self)
    {
        var above = self.Parent;
        while (above is CastExpressionSyntax or ParenthesizedExpressionSyntax)
            above = above.Parent;
        return above switch
        {
            MemberAccessExpressionSyntax or BinaryExpressionSyntax => true,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: var called } } => called switch
            {
                SimpleNameSyntax name => Comparing.Contains(name.Identifier.ValueText),
                MemberAccessExpressionSyntax { Name: var name } => Comparing.Contains(name.Identifier.ValueText),
                _ => false,
            },
            _ => false,
        };
    }

    private static bool IsAutomatic(IPropertySymbol property) => property.ContainingType.GetMembers().OfType<IFieldSymbol>()
        .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    // The one name that a getter returns.
    private static string? Returned(PropertyDeclarationSyntax property)
    {
        var getter = property.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration));
        var value = property.ExpressionBody?.Expression ?? getter?.ExpressionBody?.Expression
            ?? (getter?.Body is { Statements: [ReturnStatementSyntax { Expression: { } returned }] } ? returned : null);
        return value switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax name } => name.Identifier.ValueText,
            _ => null,
        };
    }
}
