using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1029: a lambda is taken off an event to which it was never added, because every lambda is another delegate.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsubscribeLambdaAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.UnsubscribeLambda, Category.Correctness, DefaultPromise.Warning);

    /// <inheritdoc/>
    protected override void Register(RuleContext context) =>
        context.OnOperation(operation => Analyze(context, operation), OperationKind.EventAssignment);

    private static void Analyze(RuleContext rule, OperationAnalysisContext context)
    {
        var assignment = (IEventAssignmentOperation)context.Operation;
        if (!assignment.Adds
            && assignment.EventReference.Unwrapped() is IEventReferenceOperation { Event: var @event }
            && LambdaOf(assignment.HandlerValue) is { } lambda)
        {
            rule.Report(context, lambda.Syntax, @event.Name);
        }
    }

    // The lambda below casts, parentheses and `new EventHandler(...)`.
    private static IAnonymousFunctionOperation? LambdaOf(IOperation handler)
    {
        while (true)
        {
            switch (handler)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda;
                case IDelegateCreationOperation creation:
                    handler = creation.Target;
                    break;
                case IConversionOperation or IParenthesizedOperation:
                    handler = handler.Unwrapped();
                    if (handler is IConversionOperation)
                        return null;
                    break;
                default:
                    return null;
            }
        }
    }
}
