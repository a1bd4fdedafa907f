using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1028: a sequence is sorted, and at once sorted anew by something else.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OrderByTwiceAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.OrderByTwice, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        string[] names = ["System.Linq.Enumerable", "System.Linq.Queryable", "System.Linq.ParallelEnumerable"];
        var sorters = new HashSet<INamedTypeSymbol>(names.Select(context.Type).OfType<INamedTypeSymbol>(), SymbolEqualityComparer.Default);
        if (sorters.Count > 0)
            context.OnOperation(operation => Analyze(context, sorters, operation), OperationKind.Invocation);
    }

    private static void Analyze(RuleContext rule, HashSet<INamedTypeSymbol> sorters, OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("OrderBy" or "OrderByDescending") || !IsSort(call, sorters) || Source(call) is not IInvocationOperation earlier || !IsSort(earlier, sorters))
            return;
        var name = NameOf(call.Syntax);
        rule.Report(context, new Finding(name)
        {
            Arguments = [call.TargetMethod.Name, earlier.TargetMethod.Name],
            AdditionalLocations = [NameOf(earlier.Syntax).GetLocation()],
        });
    }

    private static bool IsSort(IInvocationOperation call, HashSet<INamedTypeSymbol> sorters) =>
        call.TargetMethod.Name is "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Order" or "OrderDescending"
        && sorters.Contains(call.TargetMethod.ContainingType);

    private static IOperation? Source(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value.Unwrapped();

    // The name of the method; in a query, the ordering.
    private static SyntaxNode NameOf(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name,
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => name,
        _ => call,
    };
}
