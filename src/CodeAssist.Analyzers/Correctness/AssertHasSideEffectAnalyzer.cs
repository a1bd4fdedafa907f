using System.Collections.Concurrent;
using CodeAssist.Analyzers.Naming;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1030: an effect inside a call that some builds leave out.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AssertHasSideEffectAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    // What is named so is there for the assertions alone.
    private static readonly string[] ForAssertions = ["debug", "assert", "trace", "dummy", "ignore", "unused", "check"];

    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.AssertHasSideEffect, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        var mutating = new MutatingCalls(context);
        var conditional = new ConcurrentDictionary<IMethodSymbol, bool>(SymbolEqualityComparer.Default);
        context.OnOperationBlock(block => Analyze(context, block, mutating, method => conditional.GetOrAdd(method, ConditionalCalls.Is)));
    }

    private static void Analyze(RuleContext rule, OperationBlockAnalysisContext context, MutatingCalls mutating, Func<IMethodSymbol, bool> isConditional)
    {
        List<(IInvocationOperation Call, IOperation Effect, ISymbol? Changed)>? found = null;
        var left = new HashSet<IOperation>();
        foreach (var operation in context.OfKind(OperationKind.Invocation))
        {
            if (operation is not IInvocationOperation { TargetMethod.ReturnsVoid: true, Arguments.IsEmpty: false } call || !isConditional(call.TargetMethod.OriginalDefinition))
                continue;
            left.Add(call);
            if (EffectIn(call, mutating) is var (effect, changed))
                (found ??= []).Add((call, effect, changed));
        }

        if (found is null)
            return;
        var needed = NeededVariables(context, left);
        foreach (var (call, effect, changed) in found)
        {
            if ((changed is ILocalSymbol && !needed.Contains(changed)) || Words.AnyStartsWith(changed?.Name, ForAssertions))
                continue;
            rule.Report(context, new Finding(effect.Syntax)
            {
                Location = OneLine.Of(effect.Syntax, FirstPart(effect)),
                Arguments = [$"{call.TargetMethod.ContainingType?.Name}.{call.TargetMethod.Name}", Snippet.Of(effect.Syntax)],
            });
        }
    }

    // The first effect of the arguments, and the variable or member that it changes. What a lambda does, it does when it is called.
    private static (IOperation Effect, ISymbol? Changed)? EffectIn(IInvocationOperation call, MutatingCalls mutating)
    {
        var pending = new Stack<IOperation>();
        foreach (var argument in call.Arguments.Reverse())
            pending.Push(argument);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            switch (operation)
            {
                case IAnonymousFunctionOperation or INameOfOperation:
                    continue;
                case ICompoundAssignmentOperation or ISimpleAssignmentOperation { Parent: not IObjectOrCollectionInitializerOperation }:
                    return (operation, StablePath.SymbolOf(((IAssignmentOperation)operation).Target));
                case IIncrementOrDecrementOperation step:
                    return (step, StablePath.SymbolOf(step.Target));
                case IInvocationOperation inner when OutTarget(inner) is { } target:
                    return (inner, target);
                case IInvocationOperation inner when mutating.Is(inner):
                    return (inner, ReceiverOf(inner));
            }

            foreach (var child in operation.ChildOperations.Reverse())
                pending.Push(child);
        }

        return null;
    }

    // A variable that was there before; one that is declared in the call is nowhere else.
    private static ISymbol? OutTarget(IInvocationOperation call) => call.Arguments
        .Where(argument => argument.Parameter?.RefKind == RefKind.Out && argument.Value is not (IDeclarationExpressionOperation or IDiscardOperation))
        .Select(argument => StablePath.SymbolOf(argument.Value))
        .FirstOrDefault(symbol => symbol is not null);

    private static ISymbol? ReceiverOf(IInvocationOperation call) => StablePath.SymbolOf(call.Instance);

    // The variables that are used beside calls that may be left out, or that hold what others hold too.
    private static HashSet<ISymbol> NeededVariables(OperationBlockAnalysisContext context, HashSet<IOperation> left)
    {
        var needed = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<IOperation>(context.OperationBlocks);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            if (left.Contains(operation))
                continue;
            if (operation is IVariableDeclaratorOperation { Symbol.Type.IsReferenceType: true, Initializer: { Value: var value } } declarator && Unwrapped.Of(value) is not (IObjectCreationOperation or { ConstantValue.HasValue: true }))
                needed.Add(declarator.Symbol);
            else if (operation is ILocalReferenceOperation or IParameterReferenceOperation)
                needed.Add(StablePath.SymbolOf(operation)!);
            foreach (var child in operation.ChildOperations)
                pending.Push(child);
        }

        return needed;
    }

    private static SyntaxNode FirstPart(IOperation effect) => effect switch
    {
        IAssignmentOperation assignment => assignment.Target.Syntax,
        IIncrementOrDecrementOperation step => step.Target.Syntax,
        IInvocationOperation { Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } } => access.Name,
        _ => effect.Syntax,
    };
}
