namespace Alerts;

public sealed class Notifier(Func<string, Task> send, int threshold)
{
    /// <summary>Sends a message where it is severe enough.</summary>
    public Task NotifyAsync(int severity, string message)
    {
        if (severity < threshold)
            return Task.CompletedTask;
        return send(message);
    }
}
