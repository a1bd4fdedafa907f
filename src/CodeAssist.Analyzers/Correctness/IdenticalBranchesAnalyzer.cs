using System.Collections.Immutable;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1003: whatever the condition, the same is done.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IdenticalBranchesAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.IdenticalBranches, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        context.OnOperation(operation => AnalyzeConditional(context, operation), OperationKind.Conditional);
        context.OnOperation(operation => AnalyzeSwitch(context, operation), OperationKind.Switch);
        context.OnOperation(operation => AnalyzeSwitchExpression(context, operation), OperationKind.SwitchExpression);
    }

    private static void AnalyzeConditional(RuleContext rule, OperationAnalysisContext context)
    {
        var top = (IConditionalOperation)context.Operation;
        if (ConditionalChain.IsPartOfLarger(top))
            return;
        switch (top.Syntax)
        {
            case IfStatementSyntax statement:
                if (Branches.IsClosed(top) && AreAllTheSame(Branches.Of(top)))
                    Report(rule, context, statement, statement.IfKeyword.GetLocation());
                break;
            case ConditionalExpressionSyntax:
                AnalyzeExpression(rule, context, top);
                break;
        }
    }

    // Of `a ? x : b ? y : y` the later conditional is wrong, of `a ? y : b ? y : y` the whole.
    private static void AnalyzeExpression(RuleContext rule, OperationAnalysisContext context, IConditionalOperation top)
    {
        var links = ConditionalChain.Links(top).ToList();
        var last = links[links.Count - 1];
        if (last.WhenFalse is not { } otherwise)
            return;
        IConditionalOperation? wrong = null;
        for (var index = links.Count - 1; index >= 0 && SameCode.Holds([Unwrapped.Of(links[index].WhenTrue)], [Unwrapped.Of(otherwise)]); index--)
            wrong = links[index];
        wrong ??= links.Find(link => link.WhenFalse is { } rest && SameCode.Holds([Unwrapped.Of(link.WhenTrue)], [Unwrapped.Of(rest)]));
        if (wrong is not null)
            Report(rule, context, wrong.Syntax, null);
    }

    private static void AnalyzeSwitch(RuleContext rule, OperationAnalysisContext context)
    {
        var @switch = (ISwitchOperation)context.Operation;
        if (@switch.Syntax is SwitchStatementSyntax statement
            && Branches.IsClosed(@switch)
            && AreAllTheSame(Branches.Of(@switch)))
        {
            Report(rule, context, statement, statement.SwitchKeyword.GetLocation());
        }
    }

    private static void AnalyzeSwitchExpression(RuleContext rule, OperationAnalysisContext context)
    {
        var @switch = (ISwitchExpressionOperation)context.Operation;
        if (@switch.Syntax is SwitchExpressionSyntax expression
            && @switch.Arms.Any(arm => arm is { Pattern: IDiscardPatternOperation, Guard: null })
            && AreAllTheSame(@switch.Arms.Select(arm => ImmutableArray.Create(arm.Value)).ToList()))
        {
            Report(rule, context, expression, expression.SwitchKeyword.GetLocation());
        }
    }

    private static bool AreAllTheSame(IReadOnlyList<ImmutableArray<IOperation>> branches) =>
        branches.Count > 1 && branches[0].Length > 0
        && branches.Skip(1).All(branch => SameCode.Holds(branches[0], branch));

    private static void Report(RuleContext rule, OperationAnalysisContext context, SyntaxNode whole, Location? location)
    {
        if (!Comments.AreIn(whole))
            rule.Report(context, new Finding(whole) { Location = location, Arguments = [Snippet.Of(Deciding(whole))] });
    }

    // What the branches pretend to depend on.
    private static SyntaxNode Deciding(SyntaxNode whole) => whole switch
    {
        IfStatementSyntax statement => statement.Condition,
        ConditionalExpressionSyntax expression => expression.Condition,
        SwitchStatementSyntax statement => statement.Expression,
        SwitchExpressionSyntax expression => expression.GoverningExpression,
        _ => whole,
    };
}
