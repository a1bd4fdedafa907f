using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>CDA2001: a task is returned from inside a using or try that ends before the task does.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaskReturnedInsideUsingAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.TaskReturnedInsideUsing, Category.Concurrency, DefaultPromise.WarningCandidate);

    private static readonly KindSet Ending = KindSet.Of(OperationKind.Using, OperationKind.UsingDeclaration, OperationKind.Try);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        if (TaskTypes.Of(context) is { } tasks)
            context.OnOperationBlock(block => Analyze(context, tasks, block));
    }

    private static void Analyze(RuleContext rule, TaskTypes tasks, OperationBlockAnalysisContext context)
    {
        foreach (var block in context.OperationBlocks)
        {
            if (!Body.Of(block).Has(Ending))
                continue;
            var walker = new OutlivingTaskWalker(tasks, context.OwningSymbol as IMethodSymbol, (task, name, place) => rule.Report(context, new Finding(task)
            {
                AdditionalLocations = [place],
                Arguments = [name],
            }));
            walker.Walk(block, context.CancellationToken);
        }
    }
}
