using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>CDA2007: an async method makes a call that blocks, where an awaitable one takes the same arguments.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SyncCallInAsyncAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.SyncCallInAsync, Category.Concurrency, DefaultPromise.Suggestion);

    // Their twins are for other cases, or do something else: an awaited disposal is a using's business, a tracked
    // entity is added in memory, CancelAsync runs the callbacks elsewhere.
    private static readonly HashSet<string> Excepted = ["Dispose", "Cancel", "Add", "AddRange"];

    // Their Async methods throw unless the settings ask for them.
    private static readonly HashSet<string> ExceptedTypes = ["XmlReader", "XmlWriter"];

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        if (context.IsTestProject || TaskTypes.Of(context) is not { } tasks)
            return;
        var twins = new AwaitableTwins(tasks, context);
        context.OnOperation(operation => Analyze(context, twins, operation), OperationKind.Invocation);
    }

    private static void Analyze(RuleContext rule, AwaitableTwins twins, OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (Excepted.Contains(call.TargetMethod.Name) || AsyncCaller(call, context.ContainingSymbol) is not { } caller)
            return;
        var isSleep = call.TargetMethod is { Name: "Sleep", ContainingType: { Name: "Thread", ContainingNamespace.Name: "Threading" } };
        var twin = isSleep ? "Task.Delay" : twins.Of(call, caller)?.Name;
        if (twin is null || ExceptedTypes.Contains(call.TargetMethod.ContainingType.Name)
            || IsPoll(call) || IsInMemory(call, context.CancellationToken) || !MayAwait(call))
        {
            return;
        }

        var name = call.Syntax is InvocationExpressionSyntax invocation ? NameOf(invocation) : call.Syntax;
        rule.Report(context, new Finding(call.Syntax)
        {
            Location = OneLine.Of(call.Syntax, name),
            Properties = isSleep ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Replacement, twin),
            Arguments = [call.TargetMethod.Name, twin],
        });
    }

    private static SyntaxNode NameOf(InvocationExpressionSyntax invocation) => invocation.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name,
        MemberBindingExpressionSyntax member => member.Name,
        var expression => expression,
    };

    // The function that the call stands in, where it is async.
    private static IMethodSymbol? AsyncCaller(IOperation call, ISymbol container)
    {
        for (var parent = call.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol.IsAsync ? lambda.Symbol : null;
                case ILocalFunctionOperation function:
                    return function.Symbol.IsAsync ? function.Symbol : null;
            }
        }

        return container is IMethodSymbol { IsAsync: true } method ? method : null;
    }

    // A static method may get what it works on as an argument.
    private static bool IsInMemory(IInvocationOperation call, CancellationToken cancellation) =>
        call.Instance is { } instance
            ? InMemory.Is(instance, cancellation)
            : call.Arguments.Any(argument => InMemory.Is(argument.Value, cancellation));

    // `Wait(0)` asks and does not wait.
    private static bool IsPoll(IInvocationOperation call) =>
        call.Arguments is [{ Value: var first }, ..]
        && (first.ConstantValue is { HasValue: true, Value: 0 } || first.Unwrapped() is IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } });

    private static bool MayAwait(IInvocationOperation call)
    {
        if (call.Syntax.Ancestors().TakeWhile(ancestor => ancestor is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(ancestor =>
            ancestor is LockStatementSyntax or UnsafeStatementSyntax or FixedStatementSyntax or CatchFilterClauseSyntax or QueryExpressionSyntax))
        {
            return false;
        }

        for (var parent = call.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is INameOfOperation)
                return false;
        }

        return true;
    }
}
