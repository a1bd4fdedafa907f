using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>Only a handler that was put on an event is taken off it.</summary>
internal static class Subscriptions
{
    /// <summary>A handler that is taken off and that nothing of the type puts on the same event; null where there is none.</summary>
    public static CheckFinding? Find(RepairForm form) =>
        form.Allowance.OnlySubscribed ? RepairForm.Found("HandlerNotSubscribed", Unsubscribed(form.OldNode, form.NewNode)) : null;

    private static string? Unsubscribed(SyntaxNode oldNode, SyntaxNode newNode)
    {
        var before = new HashSet<string>(HandlersOf(oldNode, SyntaxKind.SubtractAssignmentExpression));
        var put = new HashSet<string>(HandlersOf(newNode.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault() ?? newNode, SyntaxKind.AddAssignmentExpression));
        return HandlersOf(newNode, SyntaxKind.SubtractAssignmentExpression).FirstOrDefault(text => !before.Contains(text) && !put.Contains(text));
    }

    private static IEnumerable<string> HandlersOf(SyntaxNode node, SyntaxKind kind) =>
        node.DescendantNodes().OfType<AssignmentExpressionSyntax>().Where(assignment => assignment.IsKind(kind))
            .Select(assignment => WantedName.LastName(assignment.Left) + " " + assignment.Right.ToString().Replace("this.", string.Empty));
}
