using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>Code that does or asks nothing: what is given its own value, what is always the same.</summary>
internal static class Tautologies
{
    /// <summary>A new assignment of something to itself; null where there is none.</summary>
    public static CheckFinding? FindSelfAssignment(RepairForm form) => RepairForm.Appeared("EffectWrite", form.InNew<AssignmentExpressionSyntax>()
        .FirstOrDefault(assignment => assignment is { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: not InitializerExpressionSyntax }
            && SyntaxFactory.AreEquivalent(assignment.Left, assignment.Right) && !WasThere(form, assignment))?.ToString());

    /// <summary>A new test whose answer is a constant; null where there is none.</summary>
    public static CheckFinding? FindConstant(RepairForm form) => RepairForm.Appeared("EffectOperator", form.InNew<BinaryExpressionSyntax>()
        .FirstOrDefault(binary => form.NewModel.GetConstantValue(binary, form.Cancellation) is { HasValue: true, Value: bool } && !WasThere(form, binary))?.ToString());

    private static bool WasThere(RepairForm form, SyntaxNode node) => form.OldNode.DescendantNodes().Any(old => SyntaxFactory.AreEquivalent(old, node));
}
