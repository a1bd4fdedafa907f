using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>The one branch of a decision that an edit changes.</summary>
/// <param name="Before">The branch's body before.</param>
/// <param name="After">The same after.</param>
internal sealed record BranchChange(TextSpan Before, TextSpan After)
{
    /// <summary>
    /// Finds the changed branch of the decision that a span flags by its keyword, or else holds; null where another number
    /// of branches than one changed, or branches came or went.
    /// </summary>
    public static BranchChange? Find(SyntaxNode oldRoot, SyntaxNode newRoot, TextSpan span, TokenMap tokens)
    {
        if (DecisionOf(oldRoot.FindNode(span, getInnermostNodeForTie: true), span) is not { } decision
            || tokens.ToNew(decision.SpanStart) is not { } start)
        {
            return null;
        }

        var same = newRoot.FindToken(start).Parent?.AncestorsAndSelf().TakeWhile(node => node.SpanStart == start).FirstOrDefault(node => node.RawKind == decision.RawKind);
        if (same is null)
            return null;
        var (before, after) = (BranchesOf(decision), BranchesOf(same));
        if (before.Count != after.Count)
            return null;
        var changed = Enumerable.Range(0, before.Count).Where(index => !before[index].Text.SequenceEqual(after[index].Text)).ToList();
        return changed.Count == 1 ? new BranchChange(before[changed[0]].Span, after[changed[0]].Span) : null;
    }

    private static SyntaxNode? DecisionOf(SyntaxNode node, TextSpan span)
    {
        SyntaxNode? decision = node switch
        {
            ConditionalExpressionSyntax choice => choice,
            IfStatementSyntax @if when @if.IfKeyword.Span == span => @if,
            SwitchStatementSyntax @switch when @switch.SwitchKeyword.Span == span => @switch,
            SwitchExpressionSyntax @switch when @switch.SwitchKeyword.Span == span => @switch,
            _ => node.Ancestors().FirstOrDefault(ancestor => ancestor is ConditionalExpressionSyntax or IfStatementSyntax or SwitchStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax),
        };
        while (decision is IfStatementSyntax { Parent: ElseClauseSyntax { Parent: IfStatementSyntax outer } })
            decision = outer;
        return decision is ConditionalExpressionSyntax or IfStatementSyntax or SwitchStatementSyntax or SwitchExpressionSyntax ? decision : null;
    }

    private static List<(TextSpan Span, List<string> Text)> BranchesOf(SyntaxNode decision)
    {
        var branches = new List<(TextSpan Span, List<string> Text)>();
        switch (decision)
        {
            case IfStatementSyntax first:
                for (var link = first; link is not null; link = link.Else?.Statement as IfStatementSyntax)
                {
                    Add(link.Statement);
                    if (link.Else is { Statement: not IfStatementSyntax and var otherwise })
                        Add(otherwise);
                }

                break;
            case ConditionalExpressionSyntax choice:
                Add(choice.WhenTrue);
                Add(choice.WhenFalse);
                break;
            case SwitchStatementSyntax @switch:
                foreach (var section in @switch.Sections.Where(section => section.Statements.Count > 0))
                    branches.Add((TextSpan.FromBounds(section.Statements[0].SpanStart, section.Span.End), section.Statements.SelectMany(TextOf).ToList()));
                break;
            case SwitchExpressionSyntax @switch:
                foreach (var arm in @switch.Arms)
                    Add(arm.Expression);
                break;
        }

        return branches;

        void Add(SyntaxNode body) => branches.Add((body.Span, TextOf(body).ToList()));
    }

    private static IEnumerable<string> TextOf(SyntaxNode node) => node.DescendantTokens().Select(token => token.Text);
}
