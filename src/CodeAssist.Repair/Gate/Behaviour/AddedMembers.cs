using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using CodeAssist.Repair.Editing;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>
/// A member that was missing is there once it does something with what it gets: its parameters, or the state of its object.
/// One that only throws, or says the same whatever it is asked, is a stub.
/// </summary>
internal static class AddedMembers
{
    /// <summary>Whether a member is a stub.</summary>
    public static bool IsStub(SyntaxNode member, SemanticModel model, CancellationToken cancellation)
    {
        var bodies = Bodies.Of(member);
        if (bodies.Count == 0)
            return false;
        var nodes = bodies.SelectMany(body => body.DescendantNodesAndSelf()).ToList();
        if (bodies.All(IsThrow))
            return true;

        // What is to be done and does nothing.
        if (member is MethodDeclarationSyntax { Body.Statements.Count: 0, Identifier.ValueText: var name }
            && (name is not ("Dispose" or "Close" or "DisposeAsync") || model.GetDeclaredSymbol(member, cancellation)?.ContainingType is { } owner && HoldsDisposables(owner, model.Compilation)))
        {
            return true;
        }

        var symbols = nodes.OfType<SimpleNameSyntax>().Select(name => model.GetSymbolInfo(name, cancellation).Symbol).Where(symbol => symbol is not null).Select(symbol => symbol!).ToList();
        var declared = model.GetDeclaredSymbol(member, cancellation);
        if (declared is IMethodSymbol { Name: "Dispose" or "DisposeAsync", Parameters.IsEmpty: true } && Made(declared.ContainingType, model, cancellation).Any(field => !symbols.Contains(field, SymbolEqualityComparer.Default)))
            return true;
        var parameters = Parameters(declared).Where(parameter => parameter.Type.Name is not ("CancellationToken" or "IFormatProvider")).ToList();
        if (parameters.Exists(parameter => !symbols.Contains(parameter, SymbolEqualityComparer.Default) && parameter.RefKind != RefKind.Out))
            return true;
        if (parameters.Count > 0 && !symbols.Exists(IsState) && (declared as IMethodSymbol)?.ReturnType.SpecialType != SpecialType.System_Boolean
            && nodes.OfType<SimpleNameSyntax>().Where(name => model.GetSymbolInfo(name, cancellation).Symbol is IParameterSymbol).All(IsOnlyTestedForNull))
        {
            return true;
        }

        if (parameters.Count == 0 && declared?.Name == "DisposeAsync" && !HasState(declared!.ContainingType))
            return false;
        if (declared?.Name is "GetHashCode" or "Equals")
            return !symbols.Exists(IsState);
        return parameters.Count == 0 && !symbols.Exists(symbol => IsState(symbol) || symbol is IMethodSymbol) && !nodes.Exists(IsNew) && !NamesItself(nodes, declared?.ContainingType)
            && (declared as IMethodSymbol)?.ReturnsVoid != true;
    }

    /// <summary>Whether a property can be written although nothing asks for that.</summary>
    public static bool IsWider(MemberDeclarationSyntax member, SemanticModel model, CancellationToken cancellation) =>
        model.GetDeclaredSymbol(member, cancellation) is IPropertySymbol { SetMethod.IsInitOnly: false } property
        && property.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers().OfType<IPropertySymbol>())
            .Where(wanted => SymbolEqualityComparer.Default.Equals(property.ContainingType.FindImplementationForInterfaceMember(wanted), property))
            .ToList() is { Count: > 0 } asked
        && asked.TrueForAll(wanted => wanted.SetMethod is null);

    private static IEnumerable<IParameterSymbol> Parameters(ISymbol? symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => Enumerable.Empty<IParameterSymbol>(),
    };

    private static bool IsState(ISymbol symbol) => symbol is IFieldSymbol { IsStatic: false, IsConst: false } or IPropertySymbol { IsStatic: false } || IsOfPrimaryConstructor(symbol);

    private static bool IsOfPrimaryConstructor(ISymbol symbol) =>
        symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } && constructor.DeclaringSyntaxReferences.Any(part => part.GetSyntax() is TypeDeclarationSyntax);

    /// <summary>Whether a comparison asks how the other one compares to this one.</summary>
    public static bool IsTurned(SyntaxNode member, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetDeclaredSymbol(member, cancellation) is not IMethodSymbol { Name: "CompareTo", Parameters: [var other] })
            return false;
        return Bodies.Of(member).SelectMany(body => body.DescendantNodesAndSelf()).OfType<InvocationExpressionSyntax>().Any(call => WantedName.LastName(call) switch
        {
            "CompareTo" when call is { Expression: MemberAccessExpressionSyntax { Expression: var first }, ArgumentList.Arguments: [{ Expression: var second }] } => IsOfOther(first) && !IsOfOther(second),
            "Compare" when call.ArgumentList.Arguments is [{ Expression: var first }, { Expression: var second }, ..] => IsOfOther(first) && !IsOfOther(second),
            _ => false,
        });

        bool IsOfOther(ExpressionSyntax expression) =>
            expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, other));
    }

    // What a primary constructor is given is state as well.
    private static bool HasState(INamedTypeSymbol type) =>
        type.GetMembers().Any(member => !member.IsImplicitlyDeclared && IsState(member))
        || type.DeclaringSyntaxReferences.Any(part => part.GetSyntax() is TypeDeclarationSyntax { ParameterList.Parameters.Count: > 0 });

    // Whether something is there at all is not yet what it is for.
    private static bool IsOnlyTestedForNull(SimpleNameSyntax name) => name.Parent switch
    {
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } or UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } } } => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression, Right.RawKind: (int)SyntaxKind.NullLiteralExpression } => true,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => WantedName.LastName(call) is "ThrowIfNull" or "nameof",
        _ => false,
    };

    // The fields of an object that hold what it made and what can be disposed of.
    private static IEnumerable<IFieldSymbol> Made(INamedTypeSymbol type, SemanticModel model, CancellationToken cancellation)
    {
        var disposable = model.Compilation.GetSpecialType(SpecialType.System_IDisposable);
        var tree = model.SyntaxTree;
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(field => field is { IsStatic: false, IsImplicitlyDeclared: false } && field.Type.AllInterfaces.Contains(disposable, SymbolEqualityComparer.Default)))
        {
            if (field.Type.Name is "Task" or "ValueTask" or "CancellationTokenRegistration")
                continue;
            var declarators = field.DeclaringSyntaxReferences.Where(part => part.SyntaxTree == tree).Select(part => part.GetSyntax(cancellation)).OfType<VariableDeclaratorSyntax>().ToList();
            var written = declarators.SelectMany(declarator => declarator.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.DescendantNodes().OfType<AssignmentExpressionSyntax>() ?? [])
                .Where(assignment => assignment.Left.ToString() is var name && (name == field.Name || name == "this." + field.Name)).Select(assignment => assignment.Right);
            if (declarators.Select(declarator => declarator.Initializer?.Value).Concat(written).Any(value => value is BaseObjectCreationExpressionSyntax))
                yield return field;
        }
    }

    // A field of what can be disposed of, or of many of it.
    private static bool HoldsDisposables(INamedTypeSymbol type, Compilation compilation)
    {
        var disposable = compilation.GetSpecialType(SpecialType.System_IDisposable);
        return type.GetMembers().OfType<IFieldSymbol>().Any(field => !field.IsStatic && (IsDisposable(field.Type)
            || (field.Type is IArrayTypeSymbol array && IsDisposable(array.ElementType)) || (field.Type is INamedTypeSymbol { TypeArguments: { IsEmpty: false } elements } && elements.Any(IsDisposable))));

        bool IsDisposable(ITypeSymbol held) => held.Name is not ("Task" or "ValueTask") && (SymbolEqualityComparer.Default.Equals(held, disposable) || held.AllInterfaces.Contains(disposable, SymbolEqualityComparer.Default));
    }

    private static bool IsThrow(SyntaxNode body) => body switch
    {
        ArrowExpressionClauseSyntax { Expression: ThrowExpressionSyntax } => true,
        BlockSyntax { Statements: [ThrowStatementSyntax] } => true,
        _ => false,
    };

    private static bool IsNew(SyntaxNode node) => node is BaseObjectCreationExpressionSyntax or YieldStatementSyntax;

    private static bool NamesItself(List<SyntaxNode> nodes, INamedTypeSymbol? type) =>
        nodes.OfType<LiteralExpressionSyntax>().Any(literal => literal.IsKind(SyntaxKind.StringLiteralExpression) && string.Equals(literal.Token.ValueText, type?.Name, StringComparison.OrdinalIgnoreCase));
}
