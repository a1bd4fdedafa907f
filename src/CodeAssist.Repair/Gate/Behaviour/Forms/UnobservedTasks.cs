using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>A task that nobody observed is observed after the repair.</summary>
internal static class UnobservedTasks
{
    /// <summary>The missing await, where nothing observes the task still; null where something does.</summary>
    public static CheckFinding? Find(RepairForm form) =>
        form.Target.Id is "CDA2002" or "CS4014" or "VSTHRD110" or "MA0134" && IsStillUnobserved(form)
            ? CheckFinding.Failed("EffectMissing", Messages.Get("EffectAwait"))
            : null;

    // The flagged call stands by itself as before.
    private static bool IsStillUnobserved(RepairForm form) =>
        form.OldRoot.FindToken(form.Target.Location.SourceSpan.Start) is var first && form.Tokens.ToNew(first.SpanStart) is { } start && form.NewNode.FullSpan.Contains(start)
        && form.NewNode.FindToken(start).Parent?.FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax } statement && statement.SpanStart == start
        && first.Parent?.FirstAncestorOrSelf<StatementSyntax>()?.ToString() == statement.ToString();
}
