using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>A sign that is glued to the assignment belongs to it: to part the two keeps what is wrong and hides it.</summary>
internal static class GluedSigns
{
    /// <summary>The assignment that is parted from its sign; null where there is none.</summary>
    public static CheckFinding? Find(RepairForm form) => form.Target.Id is not ("CDA1019" or "S2757") ? null
        : RepairForm.Appeared("EffectWrite", form.InNew<AssignmentExpressionSyntax>().FirstOrDefault(assignment => assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
            && assignment.Right is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression or (int)SyntaxKind.UnaryPlusExpression } signed
            && form.Tokens.ToOld(signed.OperatorToken.SpanStart) is { } start && form.Target.Location.SourceSpan.Contains(start))?.ToString());
}
