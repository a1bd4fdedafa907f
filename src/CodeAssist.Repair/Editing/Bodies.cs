using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Editing;

/// <summary>Where a member's header ends and its body begins.</summary>
internal static class Bodies
{
    /// <summary>The node's own bodies: blocks, expression bodies, initialisers. Empty for abstract members and types.</summary>
    public static IReadOnlyList<SyntaxNode> Of(SyntaxNode node) => node switch
    {
        ConstructorDeclarationSyntax constructor => Some(constructor.Initializer, constructor.Body, constructor.ExpressionBody),
        BaseMethodDeclarationSyntax method => Some(method.Body, method.ExpressionBody),
        AccessorDeclarationSyntax accessor => Some(accessor.Body, accessor.ExpressionBody),
        LocalFunctionStatementSyntax function => Some(function.Body, function.ExpressionBody),
        PropertyDeclarationSyntax property => [.. Some(property.ExpressionBody, property.Initializer), .. OfAccessors(property.AccessorList)],
        IndexerDeclarationSyntax indexer => [.. Some(indexer.ExpressionBody), .. OfAccessors(indexer.AccessorList)],
        EventDeclarationSyntax @event => OfAccessors(@event.AccessorList),
        BaseFieldDeclarationSyntax fields => [.. fields.Declaration.Variables.Select(variable => variable.Initializer).OfType<SyntaxNode>()],
        EnumMemberDeclarationSyntax { EqualsValue: { } value } => [value],
        CompilationUnitSyntax unit => [.. unit.Members.OfType<GlobalStatementSyntax>()],
        _ => [],
    };

    /// <summary>
    /// The tokens of a member's header: what callers see. Whether a body is a block or an expression is no part of
    /// it, nor are semicolons.
    /// </summary>
    public static IEnumerable<SyntaxToken> HeaderTokens(SyntaxNode node)
    {
        if (node is CompilationUnitSyntax)
            return [];
        var bodies = Of(node);
        var tokens = node is BaseTypeDeclarationSyntax { OpenBraceToken.RawKind: not 0 } type
            ? type.DescendantTokens().TakeWhile(token => token.SpanStart < type.OpenBraceToken.SpanStart)
            : node.DescendantTokens();
        return tokens.Where(token => token.Text != ";" && token.Text.Length > 0 && !bodies.Any(body => body.FullSpan.Contains(token.Span)));
    }

    private static IReadOnlyList<SyntaxNode> OfAccessors(AccessorListSyntax? list) =>
        list is null ? [] : [.. list.Accessors.SelectMany(Of)];

    private static IReadOnlyList<SyntaxNode> Some(params SyntaxNode?[] nodes) => [.. nodes.OfType<SyntaxNode>()];
}
