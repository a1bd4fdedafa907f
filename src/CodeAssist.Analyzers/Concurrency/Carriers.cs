using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
            case { Kind: CollectionExpression }:
            case { Kind: OperationKind.None } when value.Syntax.RawKind == (int)SyntaxKind.CollectionExpression:
                return First(value.ChildOperations, depth);
            default:
                return null;
        }
    }

    // Collection expressions, and what is passed for a params parameter that is no array: younger than the Roslyn this is
    // built against, where they have no kind.
    private const OperationKind CollectionExpression = (OperationKind)127;

    private Resource? OfCall(IInvocationOperation call, int depth)
    {
        if (tasks.MakesEndedTask(call) || Holding.IsCopy(call))
            return null;
        var makesTask = tasks.IsTask(call.Type);
        if (!makesTask && !Holding.CanHold(call.Type, tasks) && !Holding.Provides(call) && !Holding.IsQuery(call))
            return null;
        if (call.Instance is not null && Of(call.Instance, makesTask, depth) is { } received)
            return received;
        if (call.TargetMethod.MethodKind == MethodKind.LocalFunction && LocalFunctionOf(call) is { } function && Captured(function) is { } captured)
            return captured;
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

    private static IOperation? LocalFunctionOf(IInvocationOperation call)
    {
        for (var parent = call.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IBlockOperation block
                && block.Operations.FirstOrDefault(statement => statement is ILocalFunctionOperation function
                    && SymbolEqualityComparer.Default.Equals(function.Symbol, call.TargetMethod.OriginalDefinition)) is { } declared)
            {
                return declared;
            }
        }

        return null;
    }

    // A lambda holds what it names, a local function too; it runs whenever the task does.
    private Resource? Captured(IOperation function) =>
        function.Descendants().Select(StablePath.SymbolOf)
            .Select(symbol => symbol is not null && _carriers.TryGetValue(symbol, out var resource) ? resource : null)
            .FirstOrDefault(resource => resource is not null);
}
