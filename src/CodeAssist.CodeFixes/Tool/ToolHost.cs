namespace CodeAssist.CodeFixes.Tool;

/// <summary>How it stands with the tool: on, with what it said of itself, or off, with the reason.</summary>
internal sealed record ToolState(Handshake? Handshake, ToolConnection? Connection, string? OffReason, DateTime Until);

/// <summary>
/// The one tool of this process: started when it is first needed, started again when it died, left alone for a while
/// when it does not start. Everything has a deadline, and nothing throws but cancellation.
/// </summary>
/// <param name="locator">Finds the tool.</param>
/// <param name="launcher">Starts it.</param>
/// <param name="handshakeDeadline">How long a tool may take to introduce itself.</param>
internal sealed class ToolHost(ToolLocator locator, IToolLauncher launcher, TimeSpan handshakeDeadline)
{
    // What the tool may need beyond the endpoint's own timeout, to say that it timed out.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    // A tool that did not start is not started again for each diagnostic.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    /// <summary>How long an answer may take; null for what the tool says, and a grace.</summary>
    internal TimeSpan? AnswerDeadline { get; set; }

    private readonly object _lock = new();
    private Task<ToolState>? _state;
    private string? _stamp;

    /// <summary>
    /// How it stands with the tool. Cheap where there is none, or where it said that model fixes are off: then it is
    /// asked again only after the user's configuration changed.
    /// </summary>
    public Task<ToolState> StateAsync()
    {
        var stamp = locator.Stamp();
        lock (_lock)
        {
            if (_state is null || stamp != _stamp || IsOver(_state))
            {
                if (_state is { Status: TaskStatus.RanToCompletion, Result.Connection: { } former })
                    former.Dispose();
                _stamp = stamp;
                _state = Task.Run(OpenAsync);
            }

            return _state;
        }
    }

    /// <summary>Asks the model behind the tool.</summary>
    /// <returns>The answer, or the reason why there is none.</returns>
    public async Task<(ToolMessage? Answer, string? Problem)> AskAsync(ToolMessage question, CancellationToken cancellation)
    {
        var state = await StateAsync().ConfigureAwait(false);
        return state is { Handshake: { } handshake, Connection: { } connection }
            ? await connection.AskAsync(question, AnswerDeadline ?? (handshake.Timeout + Grace), cancellation).ConfigureAwait(false)
            : (null, state.OffReason);
    }

    private static bool IsOver(Task<ToolState> state) =>
        state.IsCompleted && (state.Status != TaskStatus.RanToCompletion || state.Result.Connection is { IsAlive: false } || DateTime.UtcNow > state.Result.Until);

    private static ToolState Off(string reason, DateTime until) => new(null, null, reason, until);

    private async Task<ToolState> OpenAsync()
    {
        var (path, missing) = locator.Find();
        if (path is null)
            return Off(missing!, DateTime.MaxValue);
        try
        {
            var (connection, hello, problem) = await ToolConnection.OpenAsync(launcher.Launch(path), handshakeDeadline).ConfigureAwait(false);
            if (connection is null)
                return Off(problem!, DateTime.UtcNow + Rest);
            var (handshake, off) = Handshake.Of(hello);
            if (handshake is not null)
                return new ToolState(handshake, connection, null, DateTime.MaxValue);
            connection.Dispose();
            return Off(off!, DateTime.MaxValue);
        }
        catch (Exception exception)
        {
            // Whatever keeps a tool from starting is a reason, never a fault of the host that loaded us.
            return Off(Messages.Get("ToolDidNotStart", path, exception.Message), DateTime.UtcNow + Rest);
        }
    }
}
