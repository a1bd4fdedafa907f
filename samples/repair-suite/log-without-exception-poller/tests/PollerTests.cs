using log4net;
using Monitoring;

public static class PollerTests
{
    public static void The_exception_is_logged()
    {
        var log = new Log();
        var timeout = new TimeoutException("5 s");
        var poller = new Poller(log, () => throw timeout);
        poller.Poll();
        Check.That(ReferenceEquals(timeout, log.Exception));
        Check.That(log.Message!.StartsWith("The device does not answer", StringComparison.Ordinal));
        Check.Equal(1, poller.Failures);
    }

    public static void An_answer_is_kept()
    {
        var log = new Log();
        var poller = new Poller(log, () => 7);
        poller.Poll();
        Check.Equal(7, poller.Last);
        Check.Equal(null, log.Message);
        Check.Equal(0, poller.Failures);
    }

    private sealed class Log : ILog
    {
        public string? Message { get; private set; }

        public Exception? Exception { get; private set; }

        public void Error(object message) => Message = message.ToString();

        public void Error(object message, Exception exception)
        {
            Error(message);
            Exception = exception;
        }
    }
}
