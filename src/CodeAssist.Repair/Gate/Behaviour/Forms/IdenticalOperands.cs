using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>Of two operands that are the same one is wrong: the other one stays.</summary>
internal static class IdenticalOperands
{
    /// <summary>The finding where both operands were changed; null where one stays.</summary>
    public static CheckFinding? Find(RepairForm form)
    {
        if (form.Target.Id is not ("CDA1001" or "CS1717" or "CS1718" or "S1764" or "MA0172" or "CA2245"))
            return null;
        var (left, right) = form.FlaggedNode switch
        {
            BinaryExpressionSyntax binary => (binary.Left, binary.Right),
            AssignmentExpressionSyntax assignment => (assignment.Left, assignment.Right),
            _ => (null, (ExpressionSyntax?)null),
        };
        return left is not null && right is not null && SyntaxFactory.AreEquivalent(left, right) && IsChanged(form, left) && IsChanged(form, right)
            ? CheckFinding.Failed("BothSidesChanged")
            : null;
    }

    // Changed in its tokens, or in what stands before them.
    private static bool IsChanged(RepairForm form, ExpressionSyntax side) =>
        side.DescendantTokens().Any(token => form.Tokens.ToNew(token.SpanStart) is null)
        || (form.Tokens.ToNew(side.SpanStart) is { } start && form.Tokens.NewTokens.FirstOrDefault(token => token.SpanStart == start).GetPreviousToken() is var previous
            && previous.Text == "." && form.OldRoot.FindToken(side.SpanStart).GetPreviousToken().Text != ".");
}
