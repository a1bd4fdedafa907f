namespace CodeAssist.CodeFixes.Tool;

/// <summary>Waiting with an end, for tasks that cannot be cancelled themselves (reads and writes of pipes).</summary>
internal static class Deadline
{
    /// <summary>Whether the task ended in time; throws where it is cancelled, and what the task threw.</summary>
    public static async Task<bool> MetAsync(Task task, TimeSpan time, CancellationToken cancellation)
    {
        if (!task.IsCompleted)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var first = await Task.WhenAny(task, Task.Delay(time, stop.Token)).ConfigureAwait(false);
            stop.Cancel();
            cancellation.ThrowIfCancellationRequested();
            if (first != task)
                return false;
        }

        await task.ConfigureAwait(false);
        return true;
    }
}
