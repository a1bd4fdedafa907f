using System.Collections.Concurrent;
using CodeAssist.Repair.Caching;
using CodeAssist.Repair.Evidence;

namespace CodeAssist.CodeFixes.Tool;

/// <summary>One running tool: questions go out with a number, answers come back with it, in any order.</summary>
internal sealed class ToolConnection : IDisposable
{
    private readonly ToolPipes _pipes;
    private readonly BoundedLines _lines;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<ToolMessage>> _waiting = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private int _lastId;
    private volatile string? _end;

    private ToolConnection(ToolPipes pipes)
    {
        _pipes = pipes;
        _lines = new BoundedLines(pipes.Output);
    }

    /// <summary>Whether the tool still listens.</summary>
    public bool IsAlive => _end is null;

    /// <summary>Greets a tool that was just started; gives the connection with the tool's answer, or the reason why there is none.</summary>
    public static async Task<(ToolConnection? Connection, ToolMessage? Hello, string? Problem)> OpenAsync(ToolPipes pipes, TimeSpan deadline)
    {
        var connection = new ToolConnection(pipes);
        string? problem;
        try
        {
            var greeting = connection.GreetAsync();
            if (await Deadline.MetAsync(greeting, deadline, CancellationToken.None).ConfigureAwait(false))
            {
                var hello = await greeting.ConfigureAwait(false);
                if (hello is not null)
                {
                    _ = connection.ListenAsync();
                    return (connection, hello, null);
                }

                problem = connection.EndReason();
            }
            else
            {
                problem = Messages.Get("ToolSilent", deadline.TotalSeconds);
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            problem = connection.EndReason();
        }

        connection.Dispose();
        return (null, null, problem);
    }

    /// <summary>
    /// Asks and waits for the answer. Where none comes before the deadline the tool hangs: the connection is closed.
    /// </summary>
    /// <returns>The answer, or the reason why there is none.</returns>
    public async Task<(ToolMessage? Answer, string? Problem)> AskAsync(ToolMessage question, TimeSpan deadline, CancellationToken cancellation)
    {
        var id = Interlocked.Increment(ref _lastId);
        question.Id = id;
        var answer = new TaskCompletionSource<ToolMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        try
        {
            if (_end is { } ended)
                return (null, ended);
            if (await Deadline.MetAsync(SendAndWaitAsync(question, answer.Task), deadline, cancellation).ConfigureAwait(false))
                return (WithSlot(await answer.Task.ConfigureAwait(false), id), null);
            Close(Messages.Get("ToolSilent", deadline.TotalSeconds));
            return (null, _end);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            _ = TellAsync(new ToolMessage { Type = "cancel", Id = id });
            throw;
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            Close(EndReason());
            return (null, _end);
        }
        finally
        {
            _waiting.TryRemove(id, out _);
        }
    }

    /// <summary>Closes the tool's input, on which it ends, and ends it if it does not.</summary>
    public void Dispose() => Close(Messages.Get("ToolEnded"));

    // A tool that says whether the reply was cached waits for the verdict; an older one does not know the word.
    private ToolMessage WithSlot(ToolMessage answer, int id)
    {
        if (answer.Exchange is { Cached: not null })
            answer.Slot = new VerdictSlot(this, id);
        return answer;
    }

    private async Task<ToolMessage?> GreetAsync()
    {
        await SendAsync(new ToolMessage
        {
            Type = "hello",
            Protocol = ToolMessage.ProtocolVersion,
            Client = "CodeAssist.CodeFixes " + typeof(ToolConnection).Assembly.GetName().Version,
        }).ConfigureAwait(false);
        var line = await _lines.NextAsync().ConfigureAwait(false);
        return line is null ? null : JsonText.Read<ToolMessage>(line) ?? new ToolMessage();
    }

    private async Task SendAndWaitAsync(ToolMessage question, Task answer)
    {
        await SendAsync(question).ConfigureAwait(false);
        await answer.ConfigureAwait(false);
    }

    private async Task SendAsync(ToolMessage message)
    {
        var line = JsonText.Line(message);
        await _writing.WaitAsync().ConfigureAwait(false);
        try
        {
            await _pipes.Input.WriteAsync(line, 0, line.Length).ConfigureAwait(false);
            await _pipes.Input.FlushAsync().ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    // What the tool is told and does not answer.
    private async Task TellAsync(ToolMessage message)
    {
        try
        {
            await SendAsync(message).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            Close(EndReason());
        }
    }

    private async Task ListenAsync()
    {
        try
        {
            while (_end is null && await _lines.NextAsync().ConfigureAwait(false) is { } line)
            {
                // A line that is no answer to anything (an answer to what was cancelled) is passed over.
                if (JsonText.Read<ToolMessage>(line) is { Id: { } id } message && _waiting.TryRemove(id, out var waiting))
                    waiting.TrySetResult(message);
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Same as the end of the stream.
        }

        Close(EndReason());
    }

    private string EndReason() =>
        _pipes.LastWords() is { } words ? Messages.Get("ToolEndedSaying", words) : Messages.Get("ToolEnded");

    private void Close(string reason)
    {
        if (Interlocked.CompareExchange(ref _end, reason, null) is not null)
            return;
        foreach (var waiting in _waiting.Values)
            waiting.TrySetException(new IOException(reason));
        try
        {
            _pipes.Input.Dispose();
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException)
        {
            // The pipe is broken already.
        }

        _pipes.End();
    }

    /// <summary>Tells the tool how the gate judged what one question brought.</summary>
    private sealed class VerdictSlot(ToolConnection connection, int id) : IReplySlot
    {
        public void Settle(bool accepted) => _ = connection.TellAsync(new ToolMessage { Type = "verdict", Id = id, Accepted = accepted });
    }
}
