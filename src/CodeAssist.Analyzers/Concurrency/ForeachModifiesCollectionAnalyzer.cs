using CodeAssist.Analyzers.Correctness;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>CDA2011: a foreach changes the collection that it runs over, and goes on: its next step throws.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForeachModifiesCollectionAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.ForeachModifiesCollection, Category.Concurrency, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        var changes = new CollectionChanges(context);
        context.OnOperationBlock(block => Analyze(context, changes, block));
    }

    private static void Analyze(RuleContext rule, CollectionChanges changes, OperationBlockAnalysisContext context)
    {
        foreach (var block in context.OperationBlocks)
        {
            if (!Body.Of(block).Has(OperationKind.Loop))
                continue;
            var walker = new ChangedWhileEnumeratedWalker(changes, (change, collection, loop) => rule.Report(context, new Finding(change)
            {
                Location = OneLine.Of(change, change.DescendantNodes().First()),
                AdditionalLocations = [loop.Syntax.GetFirstToken().GetLocation(), loop.Collection.Syntax.GetLocation()],
                Arguments = [StablePath.SymbolOf(collection)!.Name],
            }));
            walker.Walk(block, context.CancellationToken);
        }
    }
}
