namespace CodeAssist.Repair;

/// <summary>
/// Gives a cancelled caller control back at once. Binding and analyzers look at their token only now and then, some
/// for seconds not at all: their work is left to end by itself, and its result is dropped.
/// </summary>
internal static class Abandoned
{
    /// <summary>Runs work away from the caller; the result of the work, or the cancellation, whichever comes first.</summary>
    public static async Task<T> WhenCancelledAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var running = Task.Run(work, cancellation);
        if (!cancellation.CanBeCanceled)
            return await running.ConfigureAwait(false);

        // Whoever cancels, perhaps the thread of an editor's window, must not be made to run what the caller does next.
        var cancelled = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellation.Register(() => cancelled.TrySetCanceled(cancellation)))
        {
            var first = await Task.WhenAny(running, cancelled.Task).ConfigureAwait(false);
            if (first != running)
                Forget(running);
            return await first.ConfigureAwait(false);
        }
    }

    // Nobody else looks at what it ends with.
    private static void Forget(Task running) =>
        running.ContinueWith(ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
