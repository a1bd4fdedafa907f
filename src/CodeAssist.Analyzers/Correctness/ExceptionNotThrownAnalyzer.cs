using CodeAssist.Analyzers.Exceptions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1016: an exception is created as a statement of its own, and not thrown.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExceptionNotThrownAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.ExceptionNotThrown, Category.Correctness, DefaultPromise.Warning);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        if (ExceptionTypes.Of(context) is { } types)
            context.OnOperation(operation => Analyze(context, types, operation), OperationKind.ExpressionStatement);
    }

    private static void Analyze(RuleContext rule, ExceptionTypes types, OperationAnalysisContext context)
    {
        // Tests of constructors create for the sake of creating.
        var statement = (IExpressionStatementOperation)context.Operation;
        if (statement.Operation.Unwrapped() is IObjectCreationOperation { Type: { } type } creation
            && types.IsException(type)
            && !SelfComparison.IsTestOfEquality(statement, context.ContainingSymbol, rule)
            && !IsPassedAsLambda(statement))
        {
            rule.Report(context, new Finding(creation.Syntax)
            {
                Location = CreationLocation.Of(creation.Syntax),
                Arguments = [type.Name],
            });
        }
    }

    // `Throws(() => new RangeException(null))`: the code that runs the lambda looks at what the constructor does.
    private static bool IsPassedAsLambda(IExpressionStatementOperation statement) =>
        statement.Parent is IBlockOperation { Operations.Length: <= 2, Parent: IAnonymousFunctionOperation { Parent: IDelegateCreationOperation { Parent: IArgumentOperation } } };
}
