using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>What is newly tested for null, and what takes its place.</summary>
internal static class NullTests
{
    private static readonly HashSet<string> Places = ["File", "Directory", "FileInfo", "DirectoryInfo", "Uri", "Process"];

    /// <summary>A test of something that the flagged statement does not name; null where there is none.</summary>
    public static CheckFinding? FindForeign(RepairForm form)
    {
        if (!form.Allowance.FallbackAtDeclaration)
            return null;
        var flagged = form.FlaggedNode.FirstAncestorOrSelf<SyntaxNode>(node => node is StatementSyntax or MemberDeclarationSyntax or ArrowExpressionClauseSyntax);
        if (flagged is null)
            return null;
        var names = new HashSet<string>(flagged.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText));
        return RepairForm.Appeared("EffectCondition", form.NewNode.DescendantNodes().Select(Tested).OfType<ExpressionSyntax>()
            .FirstOrDefault(tested => form.IsNew(tested.GetLastToken().GetNextToken()) && tested is IdentifierNameSyntax or MemberAccessExpressionSyntax
                && !tested.DescendantTokens().Any(token => names.Contains(token.ValueText)))?.ToString());
    }

    /// <summary>An empty text in the place of a missing one that says where something is; null where there is none.</summary>
    public static CheckFinding? FindEmptyPlace(RepairForm form) =>
        form.Allowance.FallbackAtDeclaration
            ? RepairForm.Appeared("EffectCondition", form.InNew<BinaryExpressionSyntax>()
                .FirstOrDefault(coalesce => coalesce.IsKind(SyntaxKind.CoalesceExpression) && form.IsNew(coalesce.OperatorToken) && coalesce.Right.ToString() is "\"\"" or "string.Empty" or "String.Empty"
                    && coalesce.Parent is ArgumentSyntax { Parent.Parent: var call } && Places.Contains(NameOf(call)))?.ToString())
            : null;

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
