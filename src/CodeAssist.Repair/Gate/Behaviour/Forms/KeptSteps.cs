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

    /// <summary>A return of a function that became a loop: it leaves the member now, not the turn. Null where there is none.</summary>
    public static CheckFinding? FindReturn(RepairForm form) =>
        form.Target.Id is not ("CDA2003" or "VSTHRD101" or "MA0147") ? null
        : RepairForm.Appeared("EffectJump", form.InNew<ReturnStatementSyntax>().FirstOrDefault(back => !form.StartsNew(back) && FunctionOf(back) == form.NewNode
            && form.Tokens.ToOld(back.SpanStart) is { } start && FunctionOf(form.OldRoot.FindToken(start).Parent!) is AnonymousFunctionExpressionSyntax)?.ToString());

    private static SyntaxNode? FunctionOf(SyntaxNode node) => node.Ancestors().FirstOrDefault(outer => outer is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax);

    private static int Steps(SyntaxNode node) => node.DescendantTokens().Count(token => token.Kind() is SyntaxKind.PlusPlusToken or SyntaxKind.MinusMinusToken
        or SyntaxKind.PlusToken or SyntaxKind.MinusToken or SyntaxKind.PlusEqualsToken or SyntaxKind.MinusEqualsToken);
}
