using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>CDA2010: a lock that some path through the method does not release.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LockNotReleasedAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.LockNotReleased, Category.Concurrency, DefaultPromise.Suggestion);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        var calls = new LockCalls(context);
        context.OnOperationBlock(block => Analyze(context, block, calls));
    }

    private static void Analyze(RuleContext rule, OperationBlockAnalysisContext context, LockCalls calls)
    {
        foreach (var block in context.OperationBlocks)
        {
            if (Found(Body.Of(block), calls) is not { } found || !found.Exists(call => call.Takes))
                continue;
            var uses = new LockUses(block, found, context.OwningSymbol);
            foreach (var taken in found.Where(call => call.Takes && uses.AreLocal(call)))
            {
                foreach (var graph in FlowGraphs.Of(context.GetControlFlowGraph(block), context.CancellationToken))
                {
                    if (new HeldLock(graph, taken.Call.Syntax, operation => Releases(operation, taken, calls)).Escapes(context.CancellationToken)
                        && !LockHandover.IsSeen(taken, found.FindAll(call => call.Undoes(taken)), context.CancellationToken))
                    {
                        Report(rule, context, taken);
                    }
                }
            }
        }
    }

    private static List<LockCall>? Found(Body body, LockCalls calls)
    {
        List<LockCall>? found = null;
        foreach (var operation in body.OfKind(OperationKind.Invocation))
        {
            if (calls.Of((IInvocationOperation)operation) is { } call)
                (found ??= []).Add(call);
        }

        return found;
    }

    // The release itself, or a call of a method that releases something: which, is not followed.
    private static bool Releases(IOperation operation, LockCall taken, LockCalls calls) =>
        operation is IInvocationOperation call
        && (calls.Of(call) is { } other ? other.Undoes(taken) : LockUses.ReleasesInside(call.TargetMethod));

    private static void Report(RuleContext rule, OperationBlockAnalysisContext context, LockCall taken) =>
        rule.Report(context, new Finding(taken.Call.Syntax) { Arguments = [Snippet.Of(taken.Lock.Syntax), taken.Release] });
}
