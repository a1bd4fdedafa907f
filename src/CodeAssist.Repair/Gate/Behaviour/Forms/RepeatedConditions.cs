using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>A condition that repeats another one asks the same of another value, or the opposite of the same one, not both at once.</summary>
internal static class RepeatedConditions
{
    /// <summary>A comparison that is turned round and compares with something else as well; null where there is none.</summary>
    public static CheckFinding? Find(RepairForm form)
    {
        if (form.Target.Id is not ("CDA1002" or "S1862"))
            return null;
        foreach (var comparison in form.InNew<BinaryExpressionSyntax>().Where(binary => IsEquality(binary) && form.IsNew(binary.OperatorToken)))
        {
            if (form.Tokens.ToOld(comparison.Left.SpanStart) is { } start && form.OldRoot.FindToken(start).Parent?.AncestorsAndSelf().OfType<BinaryExpressionSyntax>().FirstOrDefault(IsEquality) is { } before
                && SyntaxFactory.AreEquivalent(before.Left, comparison.Left) && before.RawKind != comparison.RawKind && !SyntaxFactory.AreEquivalent(before.Right, comparison.Right))
            {
                return RepairForm.Appeared("EffectCondition", comparison.ToString());
            }
        }

        return null;
    }

    private static bool IsEquality(BinaryExpressionSyntax binary) => binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression;
}
