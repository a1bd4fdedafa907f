using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Policy;

/// <summary>
/// Silence instead of repair: attributes, <c>!</c>, a discard of what was flagged. Pragmas are directives, which the
/// check <c>scope</c> holds.
/// </summary>
internal sealed class Suppressions : IBan
{
    public string? Find(PolicySubject subject)
    {
        var attribute = PolicySubject.Added(Attributes(subject.OldNodes<AttributeSyntax>()), Attributes(subject.AllNewNodes<AttributeSyntax>())).FirstOrDefault();
        if (attribute is not null)
            return Messages.Get("AttributeAdded", Describe.Source(attribute));

        // Where it stands counts: `return null!` is not `FromResult(null!)`.
        if (PolicySubject.Added(Forgiven(subject.OldNodes<PostfixUnaryExpressionSyntax>()), Forgiven(subject.AllNewNodes<PostfixUnaryExpressionSyntax>())).Any())
            return Messages.Get("NullForgiven");

        var discard = PolicySubject.Added(Discards(subject.OldNodes<SyntaxNode>()), Discards(subject.AllNewNodes<SyntaxNode>())).FirstOrDefault();
        return discard is null ? null : Messages.Get("Discarded", Describe.Source(discard));
    }

    private static IEnumerable<string> Attributes(IEnumerable<AttributeSyntax> attributes) => attributes.Select(PolicySubject.Normal);

    private static IEnumerable<string> Forgiven(IEnumerable<PostfixUnaryExpressionSyntax> expressions) =>
        expressions.Where(expression => expression.IsKind(SyntaxKind.SuppressNullableWarningExpression))
            .Select(expression => (expression.Operand is LiteralExpressionSyntax or DefaultExpressionSyntax ? expression.Parent?.Kind().ToString() : string.Empty) + PolicySubject.Normal(expression));

    private static IEnumerable<string> Discards(IEnumerable<SyntaxNode> nodes) =>
        nodes.Where(node => node switch
        {
            AssignmentExpressionSyntax assignment => IsDiscard(assignment.Left),
            VariableDeclaratorSyntax { Initializer: not null } variable => variable.Identifier.Text == "_",
            _ => false,
        }).Select(PolicySubject.Normal);

    private static bool IsDiscard(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.Text == "_",
        ParenthesizedExpressionSyntax inner => IsDiscard(inner.Expression),
        TupleExpressionSyntax tuple => tuple.Arguments.All(argument => IsDiscard(argument.Expression)),
        DeclarationExpressionSyntax declaration => declaration.Designation.DescendantTokens().All(token => token.Text is "_" or "(" or ")" or ","),
        _ => false,
    };
}
