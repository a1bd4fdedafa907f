using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1010: the result of a method that does nothing else is dropped.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IgnoredPureResultAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    // A lambda that is given to one of these is run to see whether it throws.
    private static readonly string[] Assertions = ["Assert", "Throw", "Should", "Expect", "Record", "Catch", "Invoking", "DoesNotThrow", "Benchmark", "Measure"];

    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.IgnoredPureResult, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        var methods = new PureMethods(context);
        context.OnOperation(operation => Analyze(context, operation, methods), OperationKind.ExpressionStatement);
    }

    private static void Analyze(RuleContext rule, OperationAnalysisContext context, PureMethods methods)
    {
        var statement = (IExpressionStatementOperation)context.Operation;
        if (CallOf(statement.Operation) is { } call && methods.IsPure(call) && !IsCalledToThrow(statement, rule) && !IsMeasured(context.ContainingSymbol))
            rule.Report(context, statement.Operation.Syntax, NameOf(call.TargetMethod));
    }

    private static IInvocationOperation? CallOf(IOperation operation)
    {
        while (operation is IConditionalAccessOperation access)
            operation = access.WhenNotNull;
        return operation as IInvocationOperation;
    }

    private static bool IsCalledToThrow(IOperation statement, RuleContext rule)
    {
        for (var above = statement.Parent; above is not null; above = above.Parent)
        {
            switch (above)
            {
                // try { value.Substring(start); } catch: the call alone is tried.
                case IBlockOperation { Operations.Length: 1, Parent: ITryOperation { Catches.Length: > 0 } attempt } when ReferenceEquals(attempt.Body, above):
                    return true;
                case IAnonymousFunctionOperation lambda:
                    return rule.IsTestProject || IsOfAssertion(lambda);
                case ILocalFunctionOperation:
                    return false;
            }
        }

        return false;
    }

    // Also the setup of a mock: an expression tree is never run as it stands.
    private static bool IsOfAssertion(IAnonymousFunctionOperation lambda)
    {
        if (ExpressionTrees.IsTree(lambda))
            return true;
        var value = lambda.Parent;
        while (value is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
            value = value.Parent;
        return value is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } }
            && Assertions.Any(word => method.Name.StartsWith(word, StringComparison.Ordinal)
                || method.ContainingType?.Name.Contains(word) == true);
    }

    // A benchmark runs the call to see how long it takes.
    private static bool IsMeasured(ISymbol member) =>
        member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "BenchmarkAttribute")
        || member.ContainingType?.Name.EndsWith("Benchmarks", StringComparison.Ordinal) == true;

    private static string NameOf(IMethodSymbol method) => $"{method.ContainingType.Name}.{method.Name}";
}
