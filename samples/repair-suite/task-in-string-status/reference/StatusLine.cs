namespace Monitoring;

public sealed class StatusLine(Func<Task<int>> countJobs)
{
    /// <summary>One line about the queue.</summary>
    public async Task<string> WriteAsync(string queue)
    {
        var jobs = countJobs();
        await Task.Yield();
        return $"{queue}: {await jobs} waiting";
    }
}
