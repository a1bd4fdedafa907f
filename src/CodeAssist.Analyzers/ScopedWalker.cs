using Microsoft.CodeAnalysis;

namespace CodeAssist.Analyzers;

/// <summary>
/// Walks operations in source order and says when each is entered and left. It keeps its own stack, so that
/// deep nesting costs memory and not the thread.
/// </summary>
internal abstract class ScopedWalker
{
    private readonly Stack<(IOperation Operation, bool Leave)> _work = new();

    /// <summary>Walks an operation and what is below it.</summary>
    public void Walk(IOperation root, CancellationToken cancellation)
    {
        _work.Push((root, false));
        while (_work.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var (operation, leave) = _work.Pop();
            if (leave)
            {
                Leave(operation);
                continue;
            }

            if (Enter(operation))
                _work.Push((operation, true));
            foreach (var child in operation.ChildOperations.Reverse())
                _work.Push((child, false));
        }
    }

    /// <summary>Comes upon an operation, before what is below it; true where <see cref="Leave"/> is wanted for it.</summary>
    protected abstract bool Enter(IOperation operation);

    /// <summary>Everything below an operation has been walked.</summary>
    protected abstract void Leave(IOperation operation);
}
