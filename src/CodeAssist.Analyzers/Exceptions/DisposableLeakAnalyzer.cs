using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Analyzers.Exceptions;

/// <summary>CDA3004: a disposable object is created for a local variable, and neither disposed of nor handed on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DisposableLeakAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.DisposableLeak, Category.Exceptions, DefaultPromise.Suggestion);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        // Tests end before what they leave behind matters.
        if (context.IsTestProject || context.Type("System.IDisposable") is null)
            return;
        var resources = new CreatedResources(context);
        context.OnOperationBlock(block => Analyze(context, resources, block));
    }

    private static void Analyze(RuleContext rule, CreatedResources resources, OperationBlockAnalysisContext context)
    {
        foreach (var block in context.OperationBlocks)
        {
            if (!Body.Of(block).OfKind(OperationKind.VariableDeclarator).Any(resources.IsCreatedIn))
                continue;
            var walker = new LeakWalker(resources, context.OwningSymbol);
            walker.Walk(block, context.CancellationToken);
            foreach (var (local, creation) in walker.Leaks)
            {
                rule.Report(context, new Finding(creation.Syntax)
                {
                    Location = CreationLocation.Of(creation.Syntax),
                    Arguments = [local.Name],
                });
            }
        }
    }
}
