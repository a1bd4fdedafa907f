using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>A step that went must have become a sum or a difference.</summary>
internal static class KeptSteps
{
    /// <summary>A step of a statement by itself that is gone; null where there is none.</summary>
    public static CheckFinding? Find(RepairForm form) =>
        form.Target.Id == "CDA1020" && form.OldRoot.FindNode(form.Target.Location.SourceSpan).FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax
        && Steps(form.NewNode) < Steps(form.OldNode)
            ? RepairForm.Vanished("EffectOperator", "++")
            : null;

    private static int Steps(SyntaxNode node) => node.DescendantTokens().Count(token => token.Kind() is SyntaxKind.PlusPlusToken or SyntaxKind.MinusMinusToken
        or SyntaxKind.PlusToken or SyntaxKind.MinusToken or SyntaxKind.PlusEqualsToken or SyntaxKind.MinusEqualsToken);
}
