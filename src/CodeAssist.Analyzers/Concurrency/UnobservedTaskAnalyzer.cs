using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>CDA2002: a task is dropped in code that is not async, where the compiler's CS4014 does not look.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnobservedTaskAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.UnobservedTask, Category.Concurrency, DefaultPromise.Suggestion);

    // Names that say that nobody waits.
    private static readonly string[] ForgettingWords = ["Forget", "NoWait", "NoAwait", "Background", "Unobserved"];

    // Libraries whose calls describe a call and do not make it.
    private static readonly string[] MockNamespaces = ["NSubstitute", "FakeItEasy", "Moq", "Rhino", "Telerik"];

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        if (TaskTypes.Of(context) is { } tasks)
            context.OnOperation(operation => Analyze(context, tasks, operation), OperationKind.ExpressionStatement);
    }

    private static void Analyze(RuleContext rule, TaskTypes tasks, OperationAnalysisContext context)
    {
        var dropped = ((IExpressionStatementOperation)context.Operation).Operation.Unwrapped();
        var last = dropped;
        while (last is IConditionalAccessOperation access)
            last = access.WhenNotNull.Unwrapped();
        if (last is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } configured } && tasks.IsTask(configured.Type))
            last = configured.Unwrapped();
        if (last is not IInvocationOperation call || !tasks.IsTask(call.Type)
            || IsFluent(call, tasks) || tasks.MakesEndedTask(call)
            || ForgettingWords.Any(word => call.TargetMethod.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            || IsMocked(call) || IsSeenByCompiler(context))
        {
            return;
        }

        rule.Report(context, new Finding(dropped.Syntax)
        {
            Location = OneLine.Of(dropped.Syntax, NameOf(call)),
            Arguments = [call.TargetMethod.MethodKind == MethodKind.DelegateInvoke ? Snippet.Of(call.Syntax) : call.TargetMethod.Name],
        });
    }

    private static SyntaxNode NameOf(IInvocationOperation call) => call.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax member } => member.Name,
        InvocationExpressionSyntax { Expression: var expression } => expression,
        var syntax => syntax,
    };

    // What a method on a task returns is that task's affair: ContinueWith, LogFailures()...
    private static bool IsFluent(IInvocationOperation call, TaskTypes tasks) =>
        (call.Instance is { } instance && tasks.IsTask(instance.Type))
        || (call.TargetMethod is { IsExtensionMethod: true } && call.Arguments.Any(argument => argument.Parameter?.Ordinal == 0 && tasks.IsTask(argument.Value.Unwrapped().Type)))
        || (call.Instance is IConditionalAccessInstanceOperation && tasks.IsTask(call.Instance.Type));

    // In an async function the compiler warns itself; in an expression tree nothing is called.
    private static bool IsSeenByCompiler(OperationAnalysisContext context)
    {
        for (var parent = context.Operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol.IsAsync
                        || lambda.Parent is not IDelegateCreationOperation creation
                        || (creation.ParentBeyondConversions().Parent is IArgumentOperation { Parent: IInvocationOperation taker } && IsOfMocks(taker.TargetMethod));
                case ILocalFunctionOperation function:
                    return function.Symbol.IsAsync;
            }
        }

        return context.ContainingSymbol is IMethodSymbol { IsAsync: true };
    }

    // `service.Received().SaveAsync()`
    private static bool IsMocked(IInvocationOperation call) =>
        call.Instance?.Unwrapped() is IInvocationOperation receiver && IsOfMocks(receiver.TargetMethod);

    private static bool IsOfMocks(IMethodSymbol method)
    {
        var space = method.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space is not null && MockNamespaces.Contains(space.Name);
    }
}
