namespace Calculator;

public sealed class StackMachine
{
    private readonly Stack<int> _stack = new();

    public int Top => _stack.Peek();

    public int Depth => _stack.Count;

    public void Push(int value) => _stack.Push(value);

    public void Run(string command)
    {
        switch (command)
        {
            case "add":
                Push(_stack.Pop() + _stack.Pop());
                break;
            case "drop":
                _stack.Pop();
                break;
            case "dup":
                // TODO: push the top value once more
                break;
        }
    }
}
