using System.Diagnostics;

namespace CodeAssist.CodeFixes;

/// <summary>The border to the host: an IDE that shows an error bar for a fix that broke switches the whole provider off.</summary>
internal static class Guard
{
    /// <summary>Runs the work; whatever it throws but cancellation is traced and goes no further.</summary>
    public static async Task RunAsync(Func<Task> work, CancellationToken cancellation)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            Trace.TraceWarning("CodeAssist: " + exception);
        }
    }
}
