using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Eval.Mutating;

/// <summary>
/// The mutation operators. They write what people write by mistake; whether the result compiles, and whether a test
/// notices it, is for the caller to find out.
/// </summary>
public static class Mutations
{
    private static readonly Dictionary<SyntaxKind, (string Name, string Text)> Signs = new()
    {
        [SyntaxKind.LessThanToken] = ("off-by-one", "<="),
        [SyntaxKind.LessThanEqualsToken] = ("off-by-one", "<"),
        [SyntaxKind.GreaterThanToken] = ("off-by-one", ">="),
        [SyntaxKind.GreaterThanEqualsToken] = ("off-by-one", ">"),
        [SyntaxKind.EqualsEqualsToken] = ("inverted-condition", "!="),
        [SyntaxKind.ExclamationEqualsToken] = ("inverted-condition", "=="),
        [SyntaxKind.AmpersandAmpersandToken] = ("other-operator", "||"),
        [SyntaxKind.BarBarToken] = ("other-operator", "&&"),
        [SyntaxKind.PlusToken] = ("other-operator", "-"),
        [SyntaxKind.MinusToken] = ("other-operator", "+"),
        [SyntaxKind.AsteriskToken] = ("other-operator", "/"),
        [SyntaxKind.SlashToken] = ("other-operator", "*"),
        [SyntaxKind.PlusPlusToken] = ("other-operator", "--"),
        [SyntaxKind.MinusMinusToken] = ("other-operator", "++"),
        [SyntaxKind.PlusEqualsToken] = ("other-operator", "-="),
        [SyntaxKind.MinusEqualsToken] = ("other-operator", "+="),
    };

    /// <summary>The mutations of a member, in the order of their places.</summary>
    /// <param name="model">Tells which names fit in place of which.</param>
    /// <param name="member">The member; what stands in it is mutated.</param>
    public static IEnumerable<Mutation> Of(SemanticModel model, SyntaxNode member)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(member);
        return member.DescendantNodesAndSelf().SelectMany(node => At(model, node));
    }

    private static IEnumerable<Mutation> At(SemanticModel model, SyntaxNode node) => node switch
    {
        ArgumentListSyntax list => Swapped(list),
        BinaryExpressionSyntax binary => Sign(binary.OperatorToken),
        PrefixUnaryExpressionSyntax unary => Sign(unary.OperatorToken),
        PostfixUnaryExpressionSyntax unary => Sign(unary.OperatorToken),
        AssignmentExpressionSyntax assignment => Sign(assignment.OperatorToken),
        IfStatementSyntax statement => [Inverted(statement.Condition)],
        WhileStatementSyntax statement => [Inverted(statement.Condition)],
        ConditionalExpressionSyntax conditional => [Inverted(conditional.Condition)],
        AwaitExpressionSyntax await => [Mutation.Of("dropped-await", TextSpan.FromBounds(await.AwaitKeyword.SpanStart, await.Expression.SpanStart), string.Empty)],
        LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } local => [DroppedDispose(local)],
        ExpressionStatementSyntax { Parent: BlockSyntax } statement => [Mutation.Of("dropped-statement", statement.Span, string.Empty)],
        LiteralExpressionSyntax literal => Literal(literal),
        ObjectCreationExpressionSyntax { ArgumentList: { Arguments.Count: > 1 } list } => LostInner(model, list),
        ReturnStatementSyntax { Expression: { } expression } when !expression.IsKind(SyntaxKind.DefaultLiteralExpression) => [Mutation.Of("returns-default", expression.Span, "default")],
        ArrowExpressionClauseSyntax { Expression: { } expression } when expression is not ThrowExpressionSyntax => [Mutation.Of("returns-default", expression.Span, "default")],
        IdentifierNameSyntax name => OtherName(model, name),
        _ => [],
    };

    private static IEnumerable<Mutation> Sign(SyntaxToken token) =>
        Signs.TryGetValue(token.Kind(), out var other) ? [Mutation.Of(other.Name, token.Span, other.Text)] : [];

    // a, b => b, a
    private static IEnumerable<Mutation> Swapped(ArgumentListSyntax list)
    {
        for (var i = 0; i + 1 < list.Arguments.Count; i++)
        {
            var (one, other) = (list.Arguments[i], list.Arguments[i + 1]);
            if (one.NameColon is null && other.NameColon is null && !one.IsEquivalentTo(other))
                yield return new Mutation("swapped-arguments", [new TextChange(one.Span, other.ToString()), new TextChange(other.Span, one.ToString())]);
        }
    }

    private static Mutation Inverted(ExpressionSyntax condition) =>
        condition is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not
            ? Mutation.Of("inverted-condition", condition.Span, not.Operand.ToString())
            : Mutation.Of("inverted-condition", condition.Span, $"!({condition})");

    private static Mutation DroppedDispose(LocalDeclarationStatementSyntax local) =>
        Mutation.Of("dropped-dispose", TextSpan.FromBounds(local.SpanStart, local.Declaration.SpanStart), string.Empty);

    private static IEnumerable<Mutation> Literal(LiteralExpressionSyntax literal)
    {
        switch (literal.Token.Value)
        {
            case int number:
                yield return Mutation.Of("other-literal", literal.Span, number == 0 ? "1" : "0");
                yield return Mutation.Of("off-by-one", literal.Span, FormattableString.Invariant($"{(number == int.MaxValue ? number - 1 : number + 1)}"));
                break;
            case string { Length: > 0 }:
                yield return Mutation.Of("other-literal", literal.Span, "\"\"");
                break;
            case bool value:
                yield return Mutation.Of("other-literal", literal.Span, value ? "false" : "true");
                break;
        }
    }

    // new ImportException("...", ex) => new ImportException("...")
    private static IEnumerable<Mutation> LostInner(SemanticModel model, ArgumentListSyntax list)
    {
        var last = list.Arguments[^1];
        for (var type = model.GetTypeInfo(last.Expression).Type; type is not null; type = type.BaseType)
        {
            if (type is { Name: nameof(Exception), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } })
                return [Mutation.Of("lost-inner-exception", TextSpan.FromBounds(list.Arguments[^2].Span.End, last.Span.End), string.Empty)];
        }

        return [];
    }

    // Another variable, field or property of the same type that is in scope: the one whose name comes next.
    private static IEnumerable<Mutation> OtherName(SemanticModel model, IdentifierNameSyntax name)
    {
        if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
            return OtherMember(model, access);
        if (name.Parent is NameColonSyntax or MemberBindingExpressionSyntax || TypeOf(model.GetSymbolInfo(name).Symbol) is not { } type)
            return [];
        var others = model.LookupSymbols(name.SpanStart)
            .Where(symbol => !symbol.IsImplicitlyDeclared && symbol.CanBeReferencedByName && SymbolEqualityComparer.Default.Equals(TypeOf(symbol), type) && IsDeclaredBefore(symbol, name));
        return Next(others, name.Identifier);
    }

    private static IEnumerable<Mutation> OtherMember(SemanticModel model, MemberAccessExpressionSyntax access)
    {
        if (TypeOf(model.GetSymbolInfo(access.Name).Symbol) is not { } type || model.GetTypeInfo(access.Expression).Type is not { } owner)
            return [];
        return Next(
            owner.GetMembers().Where(member => !member.IsStatic && member.CanBeReferencedByName && model.IsAccessible(access.SpanStart, member) && SymbolEqualityComparer.Default.Equals(TypeOf(member), type)),
            access.Name.Identifier);
    }

    private static IEnumerable<Mutation> Next(IEnumerable<ISymbol> others, SyntaxToken name)
    {
        var names = others.Select(other => other.Name).Where(other => other != name.ValueText).Distinct().Order(StringComparer.Ordinal).ToList();
        var next = names.Find(other => string.CompareOrdinal(other, name.ValueText) > 0) ?? names.FirstOrDefault();
        return next is null ? [] : [Mutation.Of("other-variable", name.Span, next)];
    }

    private static bool IsDeclaredBefore(ISymbol symbol, SyntaxNode use) =>
        symbol is not ILocalSymbol || symbol.DeclaringSyntaxReferences.All(reference => reference.Span.End <= use.SpanStart);

    private static ITypeSymbol? TypeOf(ISymbol? symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol { IsIndexer: false } property => property.Type,
        _ => null,
    };
}
