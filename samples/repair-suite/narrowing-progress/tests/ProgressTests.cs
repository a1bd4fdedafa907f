using Downloads;

public static class ProgressTests
{
    public static void Half_is_fifty_percent()
    {
        var progress = new Progress(8_000_000_000);
        progress.Add(4_000_000_000);
        Check.Equal(50, progress.Percent);
    }

    public static void Nothing_to_receive_is_done() => Check.Equal(100, new Progress(0).Percent);

    public static void The_start_is_zero() => Check.Equal(0, new Progress(10).Percent);
}
