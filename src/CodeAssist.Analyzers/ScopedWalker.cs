using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Analyzers;

/// <summary>Walks a body in source order and says when the operations that it asks for are entered and left.</summary>
/// <param name="asksFor">The kinds of operations that it asks for, the others are passed over.</param>
internal abstract class ScopedWalker(KindSet asksFor)
{
    private readonly Stack<int> _open = new();

    /// <summary>Walks a body from its root.</summary>
    public void Walk(IOperation root, CancellationToken cancellation)
    {
        var body = Body.Of(root);
        if (!body.Has(asksFor))
            return;
        for (var index = 0; index < body.Count; index++)
        {
            if (!body.Passes(index, asksFor))
                continue;
            cancellation.ThrowIfCancellationRequested();
            LeaveUntil(index, body);
            if (Enter(body[index]))
                _open.Push(index);
        }

        LeaveUntil(body.Count, body);
    }

    /// <summary>Comes upon an operation, before what is below it; true where <see cref="Leave"/> is wanted for it.</summary>
    protected abstract bool Enter(IOperation operation);

    /// <summary>Everything below an operation has been walked.</summary>
    protected abstract void Leave(IOperation operation);

    private void LeaveUntil(int index, Body body)
    {
        while (_open.Count > 0 && body.EndOf(_open.Peek()) <= index)
            Leave(body[_open.Pop()]);
    }
}
