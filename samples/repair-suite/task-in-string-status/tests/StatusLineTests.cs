using Monitoring;

public static class StatusLineTests
{
    public static async Task The_number_of_jobs_is_written() =>
        Check.Equal("mail: 3 waiting", await new StatusLine(() => Task.FromResult(3)).WriteAsync("mail"));

    public static async Task Jobs_are_counted_once()
    {
        var asked = 0;
        await new StatusLine(() => Task.FromResult(++asked)).WriteAsync("mail");
        Check.Equal(1, asked);
    }
}
