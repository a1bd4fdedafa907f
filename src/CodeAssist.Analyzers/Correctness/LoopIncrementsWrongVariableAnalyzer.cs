using System.Collections.Immutable;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1014: a for loop that tests the variable it sets up, and steps another one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoopIncrementsWrongVariableAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.LoopIncrementsWrongVariable, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        var stability = Stability.Of(context);
        context.OnOperation(operation => Analyze(context, operation, stability), OperationKind.Loop);
    }

    private static void Analyze(RuleContext rule, OperationAnalysisContext context, Stability stability)
    {
        if (context.Operation is not IForLoopOperation { Condition: { } condition } loop || loop.AtLoopBottom.IsEmpty)
            return;
        var tested = Tested(condition, loop);
        var outer = tested is null ? OfOuterLoop(condition, loop) : null;
        if (LoopStep.VariableOf(tested?.Variable ?? outer ?? condition) is not { } variable)
            return;
        var read = new HashSet<ISymbol>(condition.DescendantsAndSelf().Select(StablePath.SymbolOf).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        var steps = loop.AtLoopBottom.Select(LoopStep.Of).ToList();
        if (steps[0] is not { } wrong || steps.Exists(step => step is null || read.Contains(step.Variable)))
            return;
        if (new LoopChanges(loop, null, stability).MayChange(condition))
            return;
        if (outer is not null)
        {
            if (LoopTest.StartOf(wrong.Variable, loop) is not null)
                rule.Report(context, new Finding(outer.Syntax) { AdditionalLocations = [wrong.Operation.Syntax.GetLocation()], Arguments = [wrong.Variable.Name, variable.Name] });
            return;
        }

        rule.Report(context, new Finding(wrong.Operation.Syntax)
        {
            AdditionalLocations = [condition.Syntax.GetLocation()],
            Arguments = [wrong.Variable.Name, variable.Name],
            Properties = steps.Count == 1 && LeadsToBound(tested!, wrong)
                ? ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Replacement, variable.Name)
                : ImmutableDictionary<string, string?>.Empty,
        });
    }

    // Of the tested variable the same step would come to the end.
    private static bool LeadsToBound(LoopTest tested, LoopStep step) => tested.Kind switch
    {
        BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual => step.Difference > 0,
        BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual => step.Difference < 0,
        _ => false,
    };

    // for (var i...) for (var j = 0; i < n; j++): what the inner loop tests is the outer one's counter.
    private static IOperation? OfOuterLoop(IOperation condition, IForLoopOperation loop) =>
        Conditions.Operands(condition, BinaryOperatorKind.ConditionalAnd)
            .OfType<IBinaryOperation>()
            .Where(comparison => comparison is { OperatorMethod: null, OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual })
            .SelectMany(comparison => new[] { Unwrapped.Of(comparison.LeftOperand), Unwrapped.Of(comparison.RightOperand) })
            .FirstOrDefault(operand => LoopStep.VariableOf(operand) is { } variable && IsCounterAround(loop, variable));

    private static bool IsCounterAround(IForLoopOperation loop, ISymbol variable)
    {
        for (var above = loop.Parent; above is not null and not (IAnonymousFunctionOperation or ILocalFunctionOperation); above = above.Parent)
        {
            if (above is IForLoopOperation outer && outer.AtLoopBottom.Any(step => SymbolEqualityComparer.Default.Equals(LoopStep.Of(step)?.Variable, variable)))
                return true;
        }

        return false;
    }

    // The comparison of the variable that the loop sets up.
    private static LoopTest? Tested(IOperation condition, IForLoopOperation loop) =>
        Conditions.Operands(condition, BinaryOperatorKind.ConditionalAnd)
            .OfType<IBinaryOperation>()
            .Select(comparison => comparison.OperatorMethod is null ? LoopTest.Of(comparison, loop) : null)
            .FirstOrDefault(test => test?.Start is not null);
}
