using System.Globalization;
using Microsoft.Extensions.Logging;

namespace CodeAssist.Cli.Connecting;

/// <summary>Writes a log to the error stream, a line each; the output belongs to results and, in <c>host</c>, to the protocol.</summary>
internal sealed class ErrorStreamLogger(TextWriter error) : ILogger
{
    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var time = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        lock (error)
            error.WriteLine($"{time} {logLevel}: {Texts.OneLine(formatter(state, exception))}");
    }
}
