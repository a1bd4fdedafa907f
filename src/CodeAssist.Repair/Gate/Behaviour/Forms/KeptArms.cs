using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>The arms and the cases of a switch stay, but for those that another one repeats.</summary>
internal static class KeptArms
{
    private static readonly string[] NeutralNames = ["none", "unknown", "default", "other", "empty", "neutral", "normal", "off"];

    /// <summary>An arm that is gone, and what it did with it; null where there is none.</summary>
    public static CheckFinding? FindArm(RepairForm form) =>
        form.Allowance.DeletesOnlyRepeated ? RepairForm.Vanished("EffectCondition", LostArm(form.OldNode, form.NewNode)) : null;

    /// <summary>What a case is for, where it is gone; null where there is none.</summary>
    public static CheckFinding? FindLabel(RepairForm form) =>
        form.Allowance.WritesCode ? RepairForm.Vanished("EffectCondition", LostLabel(form)) : null;

    /// <summary>A new arm that says what another one says of another value, or a case filled with what another one does; null where there is none.</summary>
    public static CheckFinding? FindRepeated(RepairForm form)
    {
        if (!form.Allowance.ArmsByName && !form.Allowance.WritesCode)
            return null;
        var before = new HashSet<string>(Arms(form.OldNode).Select(arm => arm.Result));
        return RepairForm.Appeared("EffectCondition", form.NewNode.DescendantNodes().FirstOrDefault(node => node switch
        {
            SwitchExpressionArmSyntax arm => form.StartsNew(arm) && arm.Expression is MemberAccessExpressionSyntax or LiteralExpressionSyntax && !IsNeutral(arm.Expression) && before.Contains(arm.Expression.ToString())
                || (arm is { Pattern: DiscardPatternSyntax, Expression: InterpolatedStringExpressionSyntax { Contents.Count: 0 } } && form.StartsNew(arm)),
            SwitchSectionSyntax section => section.Statements.Count > 0 && section.Statements.Any(statement => statement is ExpressionStatementSyntax && form.StartsNew(statement))
                && before.Contains(section.Statements.ToString()),
            _ => false,
        })?.ToString());
    }

    /// <summary>A value for what was left, which another branch has for something else; null where there is none.</summary>
    public static CheckFinding? FindRepeatedBranch(RepairForm form)
    {
        if (form.Target.Id != "CS0165")
            return null;
        var before = new HashSet<string>(form.InOld<AssignmentExpressionSyntax>().Where(assignment => assignment.Right is MemberAccessExpressionSyntax && !IsNeutral(assignment.Right)).Select(assignment => assignment.ToString()));
        return RepairForm.Appeared("EffectWrite", form.InNew<AssignmentExpressionSyntax>().FirstOrDefault(assignment => form.StartsNew(assignment) && before.Contains(assignment.ToString()))?.ToString());
    }

    private static bool IsNeutral(ExpressionSyntax result) => result is LiteralExpressionSyntax { Token.ValueText: "" or "0" or "null" or "true" or "false" or "default" }
        || (WantedName.LastName(result) is { } name && Array.Exists(NeutralNames, word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0));

    private static string? LostArm(SyntaxNode oldNode, SyntaxNode newNode)
    {
        var (patterns, results) = (Arms(newNode).Select(arm => arm.Pattern).ToList(), Arms(oldNode).GroupBy(arm => arm.Result).ToDictionary(group => group.Key, group => group.Count()));
        return Arms(oldNode).Where(arm => !patterns.Contains(arm.Pattern) && results[arm.Result] == 1).Select(arm => arm.Pattern).FirstOrDefault();
    }

    private static IEnumerable<(string Pattern, string Result)> Arms(SyntaxNode node) => node.DescendantNodes().Select(inner => inner switch
    {
        SwitchExpressionArmSyntax arm => (arm.Pattern.ToString() + arm.WhenClause, arm.Expression.ToString()),
        SwitchSectionSyntax section => (section.Labels.ToString(), section.Statements.ToString()),
        _ => (string.Empty, string.Empty),
    }).Where(arm => arm.Item1.Length > 0);

    // What a case is for stays, whatever is written into it.
    private static string? LostLabel(RepairForm form)
    {
        var labels = new HashSet<string>(form.InNew<SwitchLabelSyntax>().Select(label => label.ToString()));
        return form.InOld<SwitchLabelSyntax>().Select(label => label.ToString()).FirstOrDefault(label => !labels.Contains(label));
    }
}
