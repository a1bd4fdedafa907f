using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1002: an arm whose condition an earlier arm has already tested.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DuplicateConditionAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.DuplicateCondition, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        var stability = Stability.Of(context);
        var same = new SameValue(stability);
        context.OnOperation(
            operation => Analyze(context, operation, stability, same),
            OperationKind.Conditional,
            OperationKind.Switch,
            OperationKind.SwitchExpression);
    }

    private static void Analyze(RuleContext rule, OperationAnalysisContext context, Stability stability, SameValue same)
    {
        // Most conditionals have no second arm that asks anything.
        if (!HasSeveralConditions(context.Operation))
            return;
        var tests = new EarlierTests(stability, same);
        foreach (var (condition, pattern) in Conditions(context.Operation))
        {
            if (tests.Add(condition, pattern) is not { } earlier)
                continue;
            rule.Report(context, new Finding(condition.Syntax)
            {
                AdditionalLocations = [earlier.Syntax.GetLocation()],
                Arguments = [Snippet.Of(condition.Syntax)],
            });
        }
    }

    private static bool HasSeveralConditions(IOperation operation) => operation switch
    {
        IConditionalOperation conditional => ConditionalChain.Next(conditional) is not null && !ConditionalChain.IsPartOfLarger(conditional),
        _ => true,
    };

    // The conditions of the arms, in the order in which they are tested; those of a switch with their patterns.
    private static IEnumerable<(IOperation Condition, IPatternOperation? Pattern)> Conditions(IOperation operation) => operation switch
    {
        IConditionalOperation conditional => ConditionalChain.Links(conditional).Select(link => (link.Condition, (IPatternOperation?)null)),
        ISwitchOperation @switch =>
            from section in @switch.Cases
            from clause in section.Clauses.OfType<IPatternCaseClauseOperation>()
            where clause.Guard is not null
            select (clause.Guard, (IPatternOperation?)clause.Pattern),
        ISwitchExpressionOperation @switch =>
            from arm in @switch.Arms
            where arm.Guard is not null
            select (arm.Guard, (IPatternOperation?)arm.Pattern),
        _ => [],
    };
}
