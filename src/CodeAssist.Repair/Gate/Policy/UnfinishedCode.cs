using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Policy;

/// <summary>A stub in the place of a repair.</summary>
internal sealed class UnfinishedCode : IBan
{
    public string? Find(PolicySubject subject)
    {
        if (Stubs(subject.NewNodes) > Stubs([subject.OldNode]))
            return Messages.Get("Stub");
        var emptied = subject.NewNodes[0] is { } node && IsEmptied(subject.OldNode, node);
        return emptied ? Messages.Get("BodyEmptied", subject.Change.Region.Name) : null;
    }

    private static int Stubs(IEnumerable<SyntaxNode> nodes) =>
        nodes.SelectMany(node => node.DescendantNodes()).Count(node =>
            node is IdentifierNameSyntax { Identifier.ValueText: "NotImplementedException" }
            || node is ThrowStatementSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } }
            || node is ThrowExpressionSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } });

    private static bool IsEmptied(SyntaxNode before, SyntaxNode after) =>
        BodyOf(before) is { Statements.Count: > 0 } && BodyOf(after) is { } body && body.Statements.All(statement => statement is EmptyStatementSyntax);

    private static BlockSyntax? BodyOf(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => method.Body,
        AccessorDeclarationSyntax accessor => accessor.Body,
        LocalFunctionStatementSyntax function => function.Body,
        _ => null,
    };
}
