using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>CDA2008: a thread blocks on a task by <c>Result</c>, <c>Wait</c> or <c>GetAwaiter().GetResult()</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SyncOverAsyncAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.SyncOverAsync, Category.Concurrency, DefaultPromise.Suggestion);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        if (!context.IsTestProject && TaskTypes.Of(context) is { } tasks)
            context.OnOperationBlock(block => Analyze(context, tasks, block));
    }

    private static void Analyze(RuleContext rule, TaskTypes tasks, OperationBlockAnalysisContext context)
    {
        foreach (var block in context.OperationBlocks)
        {
            if (!BlockingWalker.MayFind(Body.Of(block)))
                continue;
            if (context.OwningSymbol is IMethodSymbol method && MayBlock(method, tasks))
                return;
            Walk(rule, tasks, context, block);
        }
    }

    private static void Walk(RuleContext rule, TaskTypes tasks, OperationBlockAnalysisContext context, IOperation block)
    {
        var walker = new BlockingWalker(tasks, (wait, name, text) => rule.Report(context, new Finding(wait)
        {
            Location = OneLine.Of(wait, name),
            Arguments = [text],
        }));
        walker.Walk(block, context.CancellationToken);
    }

    // The entry point; methods that say they block; those that only hand on the end of a task.
    private static bool MayBlock(IMethodSymbol method, TaskTypes tasks) =>
        method is { IsStatic: true, Name: "Main" or "<Main>$" }
        || Naming.Words.AnyStartsWith(method.Name, ["Sync", "Block", "Wait"])
        || (method.Name == "GetResult" && method.Parameters.IsEmpty)
        || tasks.IsTask(method.ContainingType)
        || method.Parameters.Any(parameter => parameter.Type.Name == "IAsyncResult");
}
