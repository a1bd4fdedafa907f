using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1025: a loop whose index may reach the length of what it indexes, and <c>a[a.Length]</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IndexPastEndAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.IndexPastEnd, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        var elements = new Elements(context);
        context.OnOperation(operation => AnalyzeLoop(context, elements, operation), OperationKind.Loop);
        context.OnOperation(operation => AnalyzeElement(context, elements, operation), OperationKind.ArrayElementReference, OperationKind.PropertyReference);
    }

    private static void AnalyzeLoop(RuleContext rule, Elements elements, OperationAnalysisContext context)
    {
        var (condition, body) = context.Operation switch
        {
            IForLoopOperation loop => (loop.Condition, loop.Body),
            IWhileLoopOperation loop => (loop.Condition, loop.Body),
            _ => (null, null),
        };
        if (condition is null || body is null)
            return;
        var conditions = LoopBound.Conjuncts(condition);
        for (var at = 0; at < conditions.Count; at++)
        {
            if (LoopBound.Of(conditions[at], elements) is not { } bound)
                continue;
            if (new LoopScan(bound, elements).Find(conditions, at, body) is not { } access)
                continue;
            rule.Report(context, new Finding(bound.Comparison.Syntax)
            {
                AdditionalLocations = [access.Element.Syntax.GetLocation()],
                Arguments = [bound.Length.Syntax.ToString(), bound.Collection.Syntax.ToString()],
                // The last pass always fails before it does anything else: to leave it out loses nothing.
                Properties = access.IsCertain ? Replacement(bound.IndexIsLeft ? "<" : ">") : ImmutableDictionary<string, string?>.Empty,
            });
            return;
        }
    }

    private static void AnalyzeElement(RuleContext rule, Elements elements, OperationAnalysisContext context)
    {
        if (elements.AccessOf(context.Operation) is not var (collection, index)
            || elements.MeasuredBy(index) is not { } measured
            || !StablePath.Same(collection, measured))
        {
            return;
        }

        var isRead = !IsWritten(context.Operation);
        if ((!isRead && !elements.RefusesToGrow(collection.Type)) || IsMeantToFail(context.Operation, rule))
            return;
        var length = index.Unwrapped().Syntax;
        rule.Report(context, new Finding(length)
        {
            Arguments = [length.ToString(), collection.Syntax.ToString()],
            // Who writes there may have meant to append.
            Properties = isRead ? Replacement($"{length} - 1") : ImmutableDictionary<string, string?>.Empty,
        });
    }

    private static ImmutableDictionary<string, string?> Replacement(string text) =>
        ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Replacement, text);

    private static bool IsWritten(IOperation element)
    {
        var (parent, child) = element.ParentBeyondConversions();
        return parent switch
        {
            IAssignmentOperation assignment => assignment.Target == child,
            IIncrementOrDecrementOperation or ITupleOperation or IAddressOfOperation => true,
            IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => true,
            _ => false,
        };
    }

    // The lambda of an assertion that it throws, or a try that waits for just this failure.
    private static bool IsMeantToFail(IOperation element, RuleContext rule)
    {
        for (var operation = element; operation.Parent is { } parent; operation = parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return rule.IsTestProject;
                case ITryOperation @try when @try.Body == operation && @try.Catches.Any(clause => clause.ExceptionType.Name is "IndexOutOfRangeException" or "ArgumentOutOfRangeException"):
                    return true;
            }
        }

        return false;
    }
}
