using Trading;

public static class PriceFeedTests
{
    public static void The_feed_itself_is_not_locked_while_it_asks()
    {
        PriceFeed? feed = null;
        var isFree = false;
        feed = new PriceFeed(() =>
        {
            isFree = OnAnotherThread(() => TryLock(feed!));
            return 5m;
        });
        Check.Equal(5m, feed.Refresh());
        Check.That(isFree);
    }

    public static void Two_threads_do_not_refresh_at_once()
    {
        var (inside, most) = (0, 0);
        var feed = new PriceFeed(() =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            Thread.Yield();
            Interlocked.Decrement(ref inside);
            return 1m;
        });
        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() => Repeat(50, () => feed.Refresh()))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Check.Equal(200, feed.Reads);
        Check.Equal(1, most);
    }

    private static void Repeat(int times, Action action)
    {
        for (var i = 0; i < times; i++)
            action();
    }

    private static bool TryLock(object gate)
    {
        if (!Monitor.TryEnter(gate))
            return false;
        Monitor.Exit(gate);
        return true;
    }

    private static bool OnAnotherThread(Func<bool> ask)
    {
        var answer = false;
        var thread = new Thread(() => answer = ask());
        thread.Start();
        thread.Join();
        return answer;
    }
}
