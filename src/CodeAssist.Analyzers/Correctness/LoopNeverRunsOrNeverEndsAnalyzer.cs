using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1013: a for loop whose condition is false at once, or whose step leads away from its bound.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoopNeverRunsOrNeverEndsAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.LoopNeverRunsOrNeverEnds, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        var stability = Stability.Of(context);
        var same = new SameValue(stability);
        context.OnOperation(operation => Analyze(context, operation, stability, same), OperationKind.Loop);
    }

    private static void Analyze(RuleContext rule, OperationAnalysisContext context, Stability stability, SameValue same)
    {
        if (context.Operation is not IForLoopOperation { Condition: { } condition } loop || loop.AtLoopBottom.IsEmpty)
            return;
        var parts = Conditions.Operands(condition, BinaryOperatorKind.ConditionalAnd);
        foreach (var part in parts)
        {
            if (part is not IBinaryOperation { OperatorMethod: null } comparison || LoopTest.Of(comparison, loop) is not { } test)
                continue;
            if (test.IsFalseAtOnce(same))
            {
                Report(rule, context, comparison, comparison, test.Start!);
                return;
            }

            if (test.LeadsAway && !test.IsOverflowMeant && !IsUnchecked(loop) && !IsBoundedElsewhere(parts, part, test)
                && new LoopChanges(loop, test.Step!.Operation, stability) is var changes
                && !changes.MayChange(test.Variable) && !changes.MayChange(test.Bound))
            {
                Report(rule, context, test.Step!.Operation, comparison, test.Step.Operation);
                return;
            }
        }
    }

    // In `i < n && i >= 0` the other end may be the one that is come to.
    private static bool IsBoundedElsewhere(List<IOperation> parts, IOperation part, LoopTest test) => parts.Exists(
        other => other != part && other.DescendantsAndSelf().Any(node => SymbolEqualityComparer.Default.Equals(StablePath.SymbolOf(node), test.Step!.Variable)));

    private static void Report(RuleContext rule, OperationAnalysisContext context, IOperation wrong, IOperation comparison, IOperation cause) =>
        rule.Report(context, new Finding(wrong.Syntax)
        {
            AdditionalLocations = [ReferenceEquals(wrong, comparison) ? cause.Syntax.GetLocation() : comparison.Syntax.GetLocation()],
            Arguments = [Snippet.Of(comparison.Syntax), Snippet.Of(cause.Syntax)],
        });

    private static bool IsUnchecked(IOperation loop) =>
        loop.Syntax.Ancestors().Any(node => node.IsKind(SyntaxKind.UncheckedStatement));
}
