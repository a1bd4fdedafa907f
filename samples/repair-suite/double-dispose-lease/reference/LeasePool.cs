namespace Scheduling;

public sealed class LeasePool(int slots)
{
    public int Free { get; private set; } = slots;

    public Lease Take()
    {
        Free--;
        return new Lease(this);
    }

    internal void Return() => Free++;
}

public sealed class Lease(LeasePool pool) : IDisposable
{
    public void Dispose() => pool.Return();
}

public sealed class Runner(LeasePool pool)
{
    public int Done { get; private set; }

    /// <summary>Runs a job while it holds a slot.</summary>
    public void Run(Action job)
    {
        using var lease = pool.Take();
        job();
        Done++;
    }
}
