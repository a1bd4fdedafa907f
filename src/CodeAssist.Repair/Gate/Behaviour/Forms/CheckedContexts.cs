using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>The contexts in which an overflow throws or does not: a repair may add one that throws, and nothing else.</summary>
internal static class CheckedContexts
{
    /// <summary>A context that went, was turned or came unasked; null where there is none.</summary>
    public static CheckFinding? Find(RepairForm form)
    {
        var (before, after) = (Of(form.OldNode), Of(form.NewNode));
        return before != after && after != (before + " checked").Trim() && after != ("checked " + before).Trim()
            ? RepairForm.Appeared("EffectConversion", "checked, unchecked")
            : null;
    }

    private static string Of(SyntaxNode node) =>
        string.Join(" ", node.DescendantNodes().Where(inner => inner is CheckedExpressionSyntax or CheckedStatementSyntax).Select(inner => inner.GetFirstToken().Text));
}
