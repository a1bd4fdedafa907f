using Messaging;

public static class BoundedQueueTests
{
    public static void The_capacity_is_the_one_that_was_asked_for()
    {
        var queue = new BoundedQueue(2);
        Check.Equal(2, queue.Capacity);
        Check.That(queue.TryAdd("a"));
        Check.That(queue.TryAdd("b"));
        Check.That(!queue.TryAdd("c"));
    }
}
