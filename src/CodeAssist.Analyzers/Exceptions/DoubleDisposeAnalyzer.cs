using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Exceptions;

/// <summary>CDA3005: one object is disposed of twice on one path.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DoubleDisposeAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.DoubleDispose, Category.Exceptions, DefaultPromise.Suggestion);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        // Tests dispose twice to see that nothing happens.
        if (context.IsTestProject || context.Type("System.IDisposable") is null)
            return;
        var calls = new DisposeCalls(context);
        context.OnOperationBlock(block => Analyze(context, calls, block));
    }

    private static void Analyze(RuleContext rule, DisposeCalls calls, OperationBlockAnalysisContext context)
    {
        foreach (var block in context.OperationBlocks)
        {
            if (!Body.Of(block).OfKind(OperationKind.Invocation).Any(call => calls.Contain((IInvocationOperation)call)))
                continue;
            var walker = new DisposalWalker(calls, context.OwningSymbol);
            walker.Walk(block, context.CancellationToken);
            foreach (var (disposal, first) in walker.Repeated())
            {
                rule.Report(context, new Finding(disposal.Syntax)
                {
                    Arguments = [disposal.Subject.Name],
                    AdditionalLocations = [first.GetLocation()],
                });
            }
        }
    }
}
