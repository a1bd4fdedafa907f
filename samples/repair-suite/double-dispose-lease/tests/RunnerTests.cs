using Scheduling;

public static class RunnerTests
{
    public static void A_slot_is_given_back_once()
    {
        var pool = new LeasePool(2);
        var runner = new Runner(pool);
        runner.Run(() => Check.Equal(1, pool.Free));
        Check.Equal(2, pool.Free);
        Check.Equal(1, runner.Done);
    }

    public static void A_slot_is_given_back_where_the_job_fails()
    {
        var pool = new LeasePool(2);
        Check.Throws<TimeoutException>(() => new Runner(pool).Run(() => throw new TimeoutException()));
        Check.Equal(2, pool.Free);
    }
}
