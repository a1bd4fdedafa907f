using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using CodeAssist.Analyzers.Correctness;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>
/// Knows which variables carry a resource at this point of a body (the resource itself, what wraps it, a task that
/// runs on it) and whether an expression's value does.
/// </summary>
internal sealed class Carriers(TaskTypes tasks)
{
    // Deeper expressions than these are nobody's handwriting.
    private const int DeepestExpression = 200;

    private readonly Dictionary<ISymbol, Resource> _carriers = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _ended = new(SymbolEqualityComparer.Default);
    private readonly Stack<List<ISymbol>> _scopes = new();

    /// <summary>Begins a scope: what is added until <see cref="Close"/> is forgotten there.</summary>
    public void Open() => _scopes.Push([]);

    /// <summary>Ends the innermost scope.</summary>
    public void Close()
    {
        foreach (var symbol in _scopes.Pop())
            _carriers.Remove(symbol);
    }

    /// <summary>From here on the variable carries the resource.</summary>
    public void Add(ISymbol symbol, Resource resource)
    {
        if (_carriers.ContainsKey(symbol) || _scopes.Count == 0)
            return;
        _carriers.Add(symbol, resource);
        _scopes.Peek().Add(symbol);
    }

    /// <summary>The variable is a task that somebody waited for, or asks whether it has ended.</summary>
    public void AddEnded(ISymbol symbol) => _ended.Add(symbol);

    /// <summary>Whether the variable is a task that somebody waited for or asked about.</summary>
    public bool IsEnded(ISymbol symbol) => _ended.Contains(symbol);

    /// <summary>The resource that an expression's value still needs, or null.</summary>
    public Resource? Of(IOperation? expression) => _carriers.Count == 0 ? null : Of(expression, false, 0);

    private Resource? Of(IOperation? expression, bool isReceiver, int depth)
    {
        if (expression is null || depth > DeepestExpression)
            return null;
        var value = expression.Unwrapped();
        depth++;
        if (value is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation })
        {
            var symbol = StablePath.SymbolOf(value)!;
            return _carriers.TryGetValue(symbol, out var carried) && !_ended.Contains(symbol) ? carried : null;
        }

        if (Holding.IsPlain(value.Type))
            return null;
        switch (value)
        {
            case IPropertyReferenceOperation property:
                return isReceiver || Holding.CanHold(property.Type, tasks) ? Of(property.Instance, isReceiver, depth) : null;
            case IFieldReferenceOperation field:
                return isReceiver || Holding.CanHold(field.Type, tasks) ? Of(field.Instance, isReceiver, depth) : null;
            case IArrayElementReferenceOperation element:
                return Of(element.ArrayReference, isReceiver, depth);
            case IInvocationOperation call:
                return OfCall(call, depth);
            case IObjectCreationOperation creation:
                return First(creation.Arguments.Select(argument => argument.Value), depth)
                    ?? First(creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Select(assignment => assignment.Value) ?? [], depth);
            case IConditionalOperation conditional:
                return Of(conditional.WhenTrue, isReceiver, depth) ?? Of(conditional.WhenFalse, isReceiver, depth);
            case ICoalesceOperation coalesce:
                return Of(coalesce.Value, isReceiver, depth) ?? Of(coalesce.WhenNull, isReceiver, depth);
            case IConditionalAccessOperation access:
                return isReceiver || Holding.CanHold(access.Type, tasks) ? Of(access.Operation, true, depth) : null;
            case ISwitchExpressionOperation @switch:
                return First(@switch.Arms.Select(arm => arm.Value), depth);
            case ISimpleAssignmentOperation assignment:
                return Of(assignment.Value, isReceiver, depth);
            case IDelegateCreationOperation { Target: IMethodReferenceOperation method }:
                return Of(method.Instance, isReceiver, depth);
            case IDelegateCreationOperation { Target: IAnonymousFunctionOperation function }:
                return Captured(function);
            case ITupleOperation or IAnonymousObjectCreationOperation or IArrayCreationOperation or IArrayInitializerOperation:
                return First(value.ChildOperations, depth);
            // A collection expression: its kind is younger than the Roslyn this is built against.
            case { Kind: OperationKind.None } or { Type: not null } when value.Syntax.RawKind == CollectionExpression:
                return First(value.ChildOperations, depth);
            default:
                return null;
        }
    }

    private const int CollectionExpression = (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.CollectionExpression;

    private Resource? OfCall(IInvocationOperation call, int depth)
    {
        if (tasks.MakesEndedTask(call) || Holding.IsCopy(call))
            return null;
        var makesTask = tasks.IsTask(call.Type);
        if (!makesTask && !Holding.CanHold(call.Type, tasks) && !Holding.Provides(call) && !Holding.IsQuery(call))
            return null;
        if (call.Instance is not null && Of(call.Instance, makesTask, depth) is { } received)
            return received;
        for (var at = 0; at < call.Arguments.Length; at++)
        {
            var isReceiver = makesTask && at == 0 && call.TargetMethod.IsExtensionMethod;
            if (Of(call.Arguments[at].Value, isReceiver, depth) is { } passed)
                return passed;
        }

        return null;
    }

    private Resource? First(IEnumerable<IOperation> values, int depth) =>
        values.Select(value => Of(value, false, depth)).FirstOrDefault(resource => resource is not null);

    // A lambda holds what it names; it runs whenever the task does.
    private Resource? Captured(IOperation function) =>
        function.Descendants().Select(StablePath.SymbolOf)
            .Select(symbol => symbol is not null && _carriers.TryGetValue(symbol, out var resource) ? resource : null)
            .FirstOrDefault(resource => resource is not null);
}
