using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>A member that called itself says something of its object, not the same of all.</summary>
internal static class OwnProperties
{
    /// <summary>A literal in place of the call; null where there is none.</summary>
    public static CheckFinding? Find(RepairForm form) => form.Target.Id is not ("CDA1012" or "S2190") ? null
        : RepairForm.Appeared("EffectLiteral", form.InNew<ArrowExpressionClauseSyntax>().Select(arrow => arrow.Expression).Concat(form.InNew<ReturnStatementSyntax>().Select(back => back.Expression!))
            .FirstOrDefault(value => value is LiteralExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } && form.StartsNew(value))?.ToString());
}
