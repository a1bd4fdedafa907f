using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>A caller that passes null is told, not served with nothing.</summary>
internal static class GuardedArguments
{
    /// <summary>A way out without an exception; null where there is none.</summary>
    public static CheckFinding? Find(RepairForm form) => form.Target.Id is not ("CA1062" or "S3900") ? null
        : RepairForm.Appeared("EffectJump", form.NewNode.DescendantNodes().FirstOrDefault(node => (node is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax && form.StartsNew(node))
            || (node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: not ThrowExpressionSyntax } coalesce && form.IsNew(coalesce.OperatorToken)))?.ToString());
}
