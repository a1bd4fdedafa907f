using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>What is newly tested for null, and what takes its place.</summary>
internal static class NullTests
{
    private static readonly HashSet<string> Places = ["Path", "File", "Directory", "FileInfo", "DirectoryInfo", "Uri", "Process"];

    /// <summary>A test of something that the flagged statement does not name; null where there is none.</summary>
    public static string? FindForeign(Diagnostic target, SyntaxNode oldRoot, SyntaxNode newNode, TokenMap tokens)
    {
        var flagged = oldRoot.FindNode(target.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<SyntaxNode>(node => node is StatementSyntax or MemberDeclarationSyntax or ArrowExpressionClauseSyntax);
        if (flagged is null)
            return null;
        var names = new HashSet<string>(flagged.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText));
        return newNode.DescendantNodes().Select(Tested).OfType<ExpressionSyntax>()
            .FirstOrDefault(tested => tokens.ToOld(tested.GetLastToken().GetNextToken().SpanStart) is null && tested is IdentifierNameSyntax or MemberAccessExpressionSyntax
                && !tested.DescendantTokens().Any(token => names.Contains(token.ValueText)))?.ToString();
    }

    /// <summary>An empty text in the place of a missing one that says where something is; null where there is none.</summary>
    public static string? FindEmptyPlace(SyntaxNode newNode, TokenMap tokens) =>
        newNode.DescendantNodes().OfType<BinaryExpressionSyntax>()
            .FirstOrDefault(coalesce => coalesce.IsKind(SyntaxKind.CoalesceExpression) && tokens.ToOld(coalesce.OperatorToken.SpanStart) is null && coalesce.Right.ToString() is "\"\"" or "string.Empty" or "String.Empty"
                && coalesce.Parent is ArgumentSyntax { Parent.Parent: var call } && Places.Contains(NameOf(call)))?.ToString();

    private static string NameOf(SyntaxNode? call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var type } } => WantedName.LastName(type) ?? string.Empty,
        ObjectCreationExpressionSyntax { Type: var type } => type.ToString(),
        _ => string.Empty,
    };

    private static ExpressionSyntax? Tested(SyntaxNode node) => node switch
    {
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } or UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } } } test => test.Expression,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression, Right.RawKind: (int)SyntaxKind.NullLiteralExpression } test => test.Left,
        _ => null,
    };
}
