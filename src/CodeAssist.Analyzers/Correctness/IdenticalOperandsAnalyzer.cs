using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1001: both sides of an operator are the same expression.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IdenticalOperandsAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.IdenticalOperands, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context) =>
        context.OnOperation(operation => Analyze(context, operation), OperationKind.Binary);

    private static void Analyze(RuleContext rule, OperationAnalysisContext context)
    {
        var binary = (IBinaryOperation)context.Operation;
        if (binary.LeftOperand.Syntax.IsEquivalentTo(binary.RightOperand.Syntax, topLevel: false))
            rule.Report(context, binary.Syntax, binary.LeftOperand.Syntax.ToString());
    }
}
