using CodeAssist.Analyzers.Correctness;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>Finds, in one body, the tasks that are returned from inside a using or try that ends before they do.</summary>
internal sealed class OutlivingTaskWalker : ScopedWalker
{
    private static readonly KindSet AskedFor = KindSet.Of(
        OperationKind.AnonymousFunction, OperationKind.LocalFunction, OperationKind.Block, OperationKind.Using, OperationKind.UsingDeclaration, OperationKind.Try, OperationKind.PropertyReference, OperationKind.Invocation,
        OperationKind.Return, OperationKind.VariableDeclarator, OperationKind.SimpleAssignment);

    private readonly TaskTypes _tasks;
    private readonly Action<SyntaxNode, string, Location> _report;
    private readonly Carriers _carriers;
    private readonly Stack<Function> _functions = new();
    private readonly Dictionary<ISymbol, ITryOperation> _startedIn = new(SymbolEqualityComparer.Default);
    private int _functionCount;

    /// <param name="tasks">The tasks.</param>
    /// <param name="method">The method that the body belongs to; null of a field's initialiser.</param>
    /// <param name="report">Takes the task, the name of what it outlives, and where that is.</param>
    public OutlivingTaskWalker(TaskTypes tasks, IMethodSymbol? method, Action<SyntaxNode, string, Location> report)
        : base(AskedFor)
    {
        _tasks = tasks;
        _report = report;
        _carriers = new Carriers(tasks);
        Push(method);
    }

    /// <inheritdoc/>
    protected override bool Enter(IOperation operation)
    {
        switch (operation)
        {
            case IAnonymousFunctionOperation function:
                Push(function.Symbol);
                return true;
            case ILocalFunctionOperation function:
                Push(function.Symbol);
                return true;
            case IBlockOperation block:
                _carriers.Open();
                if (block.Parent is ITryOperation owner && owner.Body == block && _functions.Peek().ReturnsTask && Releases.Handles(owner, _tasks))
                    _functions.Peek().Tries.Push(owner);
                return true;
            case IUsingOperation @using:
                _carriers.Open();
                AddResources(@using.Resources);
                return true;
            case IUsingDeclarationOperation declaration:
                AddResources(declaration.DeclarationGroup);
                return false;
            case ITryOperation @try:
                _carriers.Open();
                foreach (var released in @try.Finally is { } final ? Releases.In(final) : [])
                    Add(released, released.Syntax);
                return true;
            case IPropertyReferenceOperation { Instance: { } task, Property.Name: "Result" or "IsCompleted" or "IsCompletedSuccessfully" or "Status" }:
                AddEnded(task);
                return false;
            case IInvocationOperation { Instance: { } task, TargetMethod.Name: "Wait" or "GetAwaiter" or "RunSynchronously" }:
                AddEnded(task);
                return false;
            case IInvocationOperation { TargetMethod: { Name: "WaitAll", IsStatic: true } } wait:
                foreach (var task in wait.Descendants())
                    AddEnded(task);
                return false;
            default:
                return operation is IReturnOperation or IVariableDeclaratorOperation or ISimpleAssignmentOperation;
        }
    }

    /// <inheritdoc/>
    protected override void Leave(IOperation operation)
    {
        switch (operation)
        {
            case IAnonymousFunctionOperation or ILocalFunctionOperation:
                _functions.Pop();
                break;
            case IBlockOperation block:
                if (_functions.Peek().Tries is { Count: > 0 } tries && tries.Peek() == block.Parent)
                    tries.Pop();
                _carriers.Close();
                break;
            case IUsingOperation or ITryOperation:
                _carriers.Close();
                break;
            case IVariableDeclaratorOperation { Initializer.Value: var value } declarator:
                Assign(declarator.Symbol, value);
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment:
                Assign(target.Local, assignment.Value);
                break;
            case IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value } when _functions.Peek().ReturnsTask:
                Judge(value);
                break;
        }
    }

    private void Push(IMethodSymbol? method) =>
        _functions.Push(new Function(++_functionCount, method is not null && _tasks.ReturnsRunningTask(method)));

    private void AddResources(IOperation resources)
    {
        if (resources is IVariableDeclarationGroupOperation group)
        {
            foreach (var declarator in group.Declarations.SelectMany(declaration => declaration.Declarators))
                _carriers.Add(declarator.Symbol, new Resource(declarator.Symbol.Name, PlaceOf(declarator.Syntax), _functions.Peek().Number));
        }
        else
        {
            Add(resources.Unwrapped() is ISimpleAssignmentOperation assignment ? assignment.Target : resources, resources.Syntax);
        }
    }

    private void Add(IOperation resource, SyntaxNode syntax)
    {
        if (resource.Unwrapped() is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation })
        {
            var symbol = StablePath.SymbolOf(resource)!;
            _carriers.Add(symbol, new Resource(symbol.Name, syntax.GetLocation(), _functions.Peek().Number));
        }
    }

    private static Location PlaceOf(SyntaxNode declarator) =>
        declarator is VariableDeclaratorSyntax { Identifier: var name } ? name.GetLocation() : declarator.GetLocation();

    private void AddEnded(IOperation task)
    {
        if (_tasks.IsTask(task.Unwrapped().Type) && StablePath.SymbolOf(task) is { } symbol)
            _carriers.AddEnded(symbol);
    }

    private void Assign(ILocalSymbol local, IOperation value)
    {
        if (_carriers.Of(value) is { } resource)
            _carriers.Add(local, resource);
        if (_functions.Peek().Tries is { Count: > 0 } tries && IsStart(value.Unwrapped()))
            _startedIn[local] = tries.Peek();
    }

    // One report for a return: on the part that makes the task.
    private void Judge(IOperation returned)
    {
        var function = _functions.Peek();
        foreach (var task in Alternatives(returned))
        {
            if (_carriers.Of(task) is { } resource && resource.Function == function.Number)
            {
                _report(task.Syntax, resource.Name, resource.Place);
                return;
            }

            if (function.Tries.Count > 0 && IsStartedIn(task, function))
            {
                var @try = (TryStatementSyntax)function.Tries.Peek().Syntax;
                _report(task.Syntax, @try.TryKeyword.Text, @try.TryKeyword.GetLocation());
                return;
            }
        }
    }

    private static IEnumerable<IOperation> Alternatives(IOperation returned)
    {
        var work = new Stack<IOperation>();
        work.Push(returned);
        while (work.Count > 0)
        {
            var value = work.Pop().Unwrapped();
            switch (value)
            {
                case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                    work.Push(whenFalse);
                    work.Push(conditional.WhenTrue);
                    break;
                case ICoalesceOperation coalesce:
                    work.Push(coalesce.WhenNull);
                    work.Push(coalesce.Value);
                    break;
                case ISwitchExpressionOperation @switch:
                    foreach (var arm in @switch.Arms.Reverse())
                        work.Push(arm.Value);
                    break;
                default:
                    yield return value;
                    break;
            }
        }
    }

    private bool IsStartedIn(IOperation task, Function function) =>
        task is ILocalReferenceOperation { Local: var local }
            ? !_carriers.IsEnded(local) && _startedIn.TryGetValue(local, out var @try) && function.Tries.Contains(@try)
            : IsStart(task);

    private bool IsStart(IOperation value) =>
        value is IInvocationOperation call && _tasks.IsTask(call.Type) && !_tasks.MakesEndedTask(call) && !GoesOnWithTask(call);

    // if (!pending.IsCompleted) return Awaited(pending): what takes over a task that has not ended takes over its failures too.
    private bool GoesOnWithTask(IInvocationOperation call) => call.Arguments.Any(
        argument => argument.Value.Unwrapped() is ILocalReferenceOperation or IParameterReferenceOperation
            && StablePath.SymbolOf(argument.Value) is { } task && _carriers.IsEnded(task));

    private sealed class Function(int number, bool returnsTask)
    {
        public int Number { get; } = number;

        public bool ReturnsTask { get; } = returnsTask;

        /// <summary>The tries whose body is open and whose catch handles failures.</summary>
        public Stack<ITryOperation> Tries { get; } = new();
    }
}
