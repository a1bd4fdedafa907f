using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>Finds, in one body, where a thread waits for a task of which nobody knows that it has ended.</summary>
/// <param name="tasks">The tasks.</param>
/// <param name="report">Takes the waiting expression, the name in it that waits, and what to show of it.</param>
internal sealed class BlockingWalker(TaskTypes tasks, Action<SyntaxNode, SyntaxNode, string> report) : ScopedWalker(AskedFor)
{
    private static readonly KindSet AskedFor = KindSet.Of(
        OperationKind.PropertyReference, OperationKind.Invocation, OperationKind.Await, OperationKind.Loop, OperationKind.VariableDeclarator, OperationKind.SimpleAssignment);

    // Variables of tasks that were awaited, waited for or asked; or that take their tasks from such a collection.
    private readonly HashSet<ISymbol> _ended = new(SymbolEqualityComparer.Default);

    /// <summary>Whether anything in a body has the name of a member that blocks.</summary>
    public static bool MayFind(Body body)
    {
        for (var index = body.Next(OperationKind.Invocation, 0); index >= 0; index = body.Next(OperationKind.Invocation, index + 1))
        {
            if (body[index] is IInvocationOperation { TargetMethod.Name: "Wait" or "GetResult" })
                return true;
        }

        for (var index = body.Next(OperationKind.PropertyReference, 0); index >= 0; index = body.Next(OperationKind.PropertyReference, index + 1))
        {
            if (body[index] is IPropertyReferenceOperation { Property.Name: "Result" })
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    protected override bool Enter(IOperation operation)
    {
        switch (operation)
        {
            // A property pattern asks for the status beside it, and what stands behind the pattern knows.
            case IPropertyReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput } } asked:
                if (tasks.IsTask(asked.Property.ContainingType) && Matched(asked) is { } matched)
                    AddEnded(matched);
                return false;
            case IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } when tasks.IsTask(task.Type):
                Judge(operation, task, "Result");
                return false;
            case IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsCompletedSuccessfully" or "IsFaulted" or "IsCanceled" or "Status", Instance: { } task } when tasks.IsTask(task.Type):
                AddEnded(task);
                return false;
            case IInvocationOperation { TargetMethod.Name: "Wait", Instance: { } task } when tasks.IsTask(task.Type):
                Judge(operation, task, "Wait");
                AddEnded(task);
                return false;
            case IInvocationOperation { TargetMethod.Name: "GetResult", Instance: { } awaiter } when Awaited(awaiter) is { } task:
                Judge(operation, task, "GetResult");
                AddEnded(task);
                return false;
            case IInvocationOperation { TargetMethod: { IsStatic: true, Name: "WhenAll" or "WhenAny" or "WaitAll" or "WaitAny" or "WhenEach" } method } call when tasks.IsTask(method.ContainingType):
                foreach (var argument in call.Arguments)
                    AddEnded(argument.Value);
                return false;
            case IAwaitOperation awaiting:
                AddEnded(awaiting.Operation);
                return false;
            // What a continuation gets has ended.
            case IInvocationOperation { TargetMethod.Name: "ContinueWith" or "ContinueWhenAll" or "ContinueWhenAny" } call:
                AddParameters(call, all: true);
                return false;
            case IInvocationOperation call:
                AddParameters(call, all: false);
                return false;
            case IForEachLoopOperation loop when loop.Locals.Length == 1 && IsEnded(loop.Collection):
                _ended.Add(loop.Locals[0]);
                return false;
            // `var first = await Task.WhenAny(...)`
            case IVariableDeclaratorOperation { Initializer.Value: var value } declarator when tasks.IsTask(declarator.Symbol.Type) && IsAlreadyEnded(value):
                _ended.Add(declarator.Symbol);
                return false;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, Value: var value } when tasks.IsTask(target.Type) && IsAlreadyEnded(value):
                _ended.Add(target.Local);
                return false;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    protected override void Leave(IOperation operation)
    {
    }

    private void Judge(IOperation wait, IOperation task, string name)
    {
        if (IsAlreadyEnded(task) || IsPollOrName(wait))
            return;
        var syntax = wait.Syntax;
        var part = syntax.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault(node => node.Identifier.ValueText == name && !IsInArguments(node, syntax)) ?? syntax;
        report(syntax, part, name == "Result" ? name : name + "()");
    }

    private static bool IsInArguments(SyntaxNode node, SyntaxNode call) =>
        node.Ancestors().TakeWhile(ancestor => ancestor != call).Any(ancestor => ancestor is ArgumentListSyntax && ancestor.Parent == call);

    // `Wait(0)` only asks; nameof does nothing.
    private static bool IsPollOrName(IOperation wait) =>
        wait is IInvocationOperation { Arguments: [{ Value.ConstantValue: { HasValue: true, Value: 0 } }, ..] }
        || wait.Syntax.Ancestors().TakeWhile(ancestor => ancestor is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax)
            .Any(ancestor => ancestor is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } });

    // The value that a pattern is about.
    private static IOperation? Matched(IOperation pattern)
    {
        for (var parent = pattern.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IIsPatternOperation match:
                    return match.Value;
                case ISwitchOperation choice:
                    return choice.Value;
                case ISwitchExpressionOperation choice:
                    return choice.Value;
            }
        }

        return null;
    }

    // The task of `task.GetAwaiter()` and `task.ConfigureAwait(false).GetAwaiter()`.
    private IOperation? Awaited(IOperation awaiter)
    {
        if (awaiter.Unwrapped() is not IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } awaited })
            return null;
        awaited = awaited.Unwrapped();
        if (awaited is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } configured })
            awaited = configured.Unwrapped();
        return tasks.IsTask(awaited.Type) ? awaited : null;
    }

    private bool IsAlreadyEnded(IOperation task) => task.Unwrapped() switch
    {
        IInvocationOperation call when tasks.MakesEndedTask(call) => true,
        IPropertyReferenceOperation { Property: { Name: "CompletedTask", IsStatic: true } } => true,
        IAwaitOperation => true,
        IObjectCreationOperation { Arguments: [{ Value.Type: var type }] } => !tasks.IsTask(type),
        IInvocationOperation { TargetMethod.Name: "AsTask", Instance: { } inner } => IsAlreadyEnded(inner),
        var other => IsEnded(other),
    };

    private bool IsEnded(IOperation task) => RootOf(task) is { } root && _ended.Contains(root);

    private void AddEnded(IOperation operation)
    {
        foreach (var node in operation.DescendantsAndSelf())
        {
            if (RootOf(node) is { } root && node is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation)
                _ended.Add(root);
        }
    }

    // `tasks.Select(t => t.Result)` after an await of all.
    private void AddParameters(IInvocationOperation call, bool all)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Unwrapped() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda }
                && (all || call.Arguments.Any(other => other != argument && IsEnded(other.Value)) || (call.Instance is { } instance && IsEnded(instance))))
            {
                foreach (var parameter in lambda.Symbol.Parameters)
                    _ended.Add(parameter);
            }
        }
    }

    // The variable, field or property that an element, a conversion or a call on it comes from.
    private ISymbol? RootOf(IOperation operation)
    {
        while (true)
        {
            operation = operation.Unwrapped();
            switch (operation)
            {
                case ILocalReferenceOperation local:
                    return local.Local;
                case IParameterReferenceOperation parameter:
                    return parameter.Parameter;
                case IFieldReferenceOperation field:
                    return field.Field;
                // The tasks of a dictionary, and of a pair out of one.
                case IPropertyReferenceOperation { Property.Name: "Values" or "Value", Instance: { } instance } when !tasks.IsTask(instance.Type):
                    operation = instance;
                    break;
                case IPropertyReferenceOperation { Property.IsIndexer: false } property:
                    return property.Property;
                case IPropertyReferenceOperation { Instance: { } instance }:
                    operation = instance;
                    break;
                case IArrayElementReferenceOperation element:
                    operation = element.ArrayReference;
                    break;
                case IInvocationOperation { TargetMethod.Name: "First" or "Last" or "Single" or "ElementAt" or "AsTask" or "ToList" or "ToArray" or "Where" or "OfType" or "Cast" } call
                    when (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } receiver:
                    operation = receiver;
                    break;
                default:
                    return null;
            }
        }
    }
}
