using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>The framework's tasks.</summary>
internal sealed class TaskTypes
{
    private readonly HashSet<ISymbol?> _tasks = new(SymbolEqualityComparer.Default);

    private TaskTypes(RuleContext context, INamedTypeSymbol task)
    {
        _tasks.Add(task);
        foreach (var name in (string[])["System.Threading.Tasks.Task`1", "System.Threading.Tasks.ValueTask", "System.Threading.Tasks.ValueTask`1"])
        {
            if (context.Type(name) is { } type)
                _tasks.Add(type);
        }
    }

    /// <summary>The types of a compilation; null where it has no tasks.</summary>
    public static TaskTypes? Of(RuleContext context) =>
        context.Type("System.Threading.Tasks.Task") is { } task ? new TaskTypes(context, task) : null;

    /// <summary>Whether a type is one of the tasks.</summary>
    public bool IsTask(ITypeSymbol? type) => type is not null && _tasks.Contains(type.OriginalDefinition);

    /// <summary>Whether a method that is not async returns a task: one that it may return before it has ended.</summary>
    public bool ReturnsRunningTask(IMethodSymbol method) => !method.IsAsync && IsTask(method.ReturnType);

    /// <summary>Whether a call makes a task that has ended already: <c>FromResult</c>, <c>FromException</c>, <c>FromCanceled</c>.</summary>
    public bool MakesEndedTask(IInvocationOperation call) =>
        call.TargetMethod.IsStatic && IsTask(call.TargetMethod.ContainingType)
        && call.TargetMethod.Name is "FromResult" or "FromException" or "FromCanceled";
}
