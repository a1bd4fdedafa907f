using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>CDA2006: a method that is not async returns null in place of a task; whoever awaits it fails.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NullTaskReturnedAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.NullTaskReturned, Category.Concurrency, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        if (TaskTypes.Of(context) is { } tasks)
            context.OnOperation(operation => Analyze(context, tasks, operation), OperationKind.Return);
    }

    private static void Analyze(RuleContext rule, TaskTypes tasks, OperationAnalysisContext context)
    {
        if (((IReturnOperation)context.Operation).ReturnedValue is not { } returned)
            return;
        foreach (var value in Values(returned))
        {
            if (IsNull(value) && PromisesTask(context, tasks) is { } type)
                rule.Report(context, value.Syntax, type.ToMinimalDisplayString(context.Operation.SemanticModel!, value.Syntax.SpanStart));
        }
    }

    // What may come out of the expression: the branches of a condition by themselves.
    private static IEnumerable<IOperation> Values(IOperation returned)
    {
        var open = new Stack<IOperation>();
        open.Push(returned);
        while (open.Count > 0)
        {
            var value = open.Pop().Unwrapped();
            switch (value)
            {
                case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                    open.Push(whenFalse);
                    open.Push(conditional.WhenTrue);
                    break;
                case ICoalesceOperation coalesce:
                    open.Push(coalesce.WhenNull);
                    break;
                case ISwitchExpressionOperation @switch:
                    foreach (var arm in @switch.Arms.Reverse())
                        open.Push(arm.Value);
                    break;
                default:
                    yield return value;
                    break;
            }
        }
    }

    private static bool IsNull(IOperation value) =>
        value is ILiteralOperation { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation { Type: null or { IsReferenceType: true } };

    // The function's return type, where it is a task of which nobody says that it may be null.
    private static ITypeSymbol? PromisesTask(OperationAnalysisContext context, TaskTypes tasks)
    {
        IMethodSymbol? function = null;
        for (var parent = context.Operation.Parent; parent is not null && function is null; parent = parent.Parent)
        {
            if (parent is ILocalFunctionOperation local)
                function = local.Symbol;
            else if (parent is IAnonymousFunctionOperation lambda)
                return PromisesTask(lambda, tasks);
        }

        function ??= context.ContainingSymbol as IMethodSymbol;
        return function is { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ExplicitInterfaceImplementation, IsAsync: false }
            && IsPromise(function.ReturnType, tasks)
            && !function.GetReturnTypeAttributes().Any(attribute => attribute.AttributeClass?.Name is "MaybeNullAttribute" or "CanBeNullAttribute")
                ? function.ReturnType
                : null;
    }

    private static ITypeSymbol? PromisesTask(IAnonymousFunctionOperation lambda, TaskTypes tasks)
    {
        if (lambda.Symbol.IsAsync || !IsPromise(lambda.Symbol.ReturnType, tasks)
            || lambda.Parent is not IDelegateCreationOperation { Type: INamedTypeSymbol { DelegateInvokeMethod: { } invoke } } creation
            || !IsPromise(invoke.ReturnType, tasks))
        {
            return null;
        }

        // The type that was written, which knows whether its task may be null.
        var target = creation.ParentBeyondConversions().Parent switch
        {
            IArgumentOperation argument => argument.Parameter?.Type,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol.Type,
            IAssignmentOperation assignment => assignment.Target.Type,
            IFieldInitializerOperation field => field.InitializedFields.FirstOrDefault()?.Type,
            IPropertyInitializerOperation property => property.InitializedProperties.FirstOrDefault()?.Type,
            _ => null,
        };
        return target is INamedTypeSymbol { DelegateInvokeMethod.ReturnType: { } declared } && declared.NullableAnnotation == NullableAnnotation.Annotated
            ? null
            : invoke.ReturnType;
    }

    private static bool IsPromise(ITypeSymbol type, TaskTypes tasks) =>
        tasks.IsTask(type) && type is { IsReferenceType: true, NullableAnnotation: not NullableAnnotation.Annotated };
}
