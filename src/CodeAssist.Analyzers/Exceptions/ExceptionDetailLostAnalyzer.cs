using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Analyzers.Exceptions;

/// <summary>CDA3002: a catch of a general exception throws a new one that does not carry what was caught.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExceptionDetailLostAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.ExceptionDetailLost, Category.Exceptions, DefaultPromise.Suggestion);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        if (ExceptionTypes.Of(context) is { } types)
            context.OnOperationBlock(block => Analyze(context, types, block));
    }

    private static void Analyze(RuleContext rule, ExceptionTypes types, OperationBlockAnalysisContext context)
    {
        foreach (var block in context.OperationBlocks)
        {
            if (!Body.Of(block).Has(OperationKind.CatchClause))
                continue;
            var constructors = new CarryingConstructors(types, context.Compilation, context.OwningSymbol);
            var walker = new LostExceptionWalker(types, constructors, (creation, type) => rule.Report(context, new Finding(creation)
            {
                Location = CreationLocation.Of(creation),
                Arguments = [type.Name],
            }));
            walker.Walk(block, context.CancellationToken);
        }
    }
}
