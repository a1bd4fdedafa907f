namespace Messaging;

public sealed class BoundedQueue
{
    private readonly Queue<string> _messages = new();
    private int _capacity = 1;

    public BoundedQueue(int capacity)
    {
        _capacity = capacity;
    }

    public int Capacity
    {
        get => _capacity;
        set => _capacity = value;
    }

    public bool TryAdd(string message)
    {
        if (_messages.Count >= _capacity)
            return false;
        _messages.Enqueue(message);
        return true;
    }
}
