using System.Collections.Concurrent;
using System.Text.Json;
using CodeAssist.Cli.Output;
using CodeAssist.Repair.Caching;
using CodeAssist.Repair.Context;
using CodeAssist.Repair.Proposing;

namespace CodeAssist.Cli.Hosting;

/// <summary>
/// Serves a model to the code fix: newline-delimited JSON in, newline-delimited JSON out, several requests at a time.
/// Ends when the input closes.
/// </summary>
/// <param name="access">The model, or the reason why there is none.</param>
/// <param name="input">Where the client's messages come from.</param>
/// <param name="output">Where the protocol's messages, and nothing else, go.</param>
internal sealed class HostServer(ModelAccess access, TextReader input, TextWriter output) : IAsyncDisposable
{
    /// <summary>The version of the protocol.</summary>
    public const int Protocol = 1;

    /// <summary>How many replies may wait for their verdict; a client that gives none is forgotten, oldest first.</summary>
    private const int MostUnjudged = 256;

    private readonly ConcurrentDictionary<long, Request> _requests = new();
    private readonly ConcurrentDictionary<long, IReplySlot> _unjudged = new();
    private readonly SemaphoreSlim _writing = new(1, 1);

    /// <summary>Serves until the input closes; then stops what is still running.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        while (await ReadAsync(cancellation).ConfigureAwait(false) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
                await HandleAsync(line, closing.Token).ConfigureAwait(false);
        }

        await closing.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_requests.Values.Select(request => request.Work)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _writing.Dispose();
        return ValueTask.CompletedTask;
    }

    // Reading a pipe cannot be interrupted; waiting for it can.
    private Task<string?> ReadAsync(CancellationToken cancellation) => input.ReadLineAsync(CancellationToken.None).AsTask().WaitAsync(cancellation);

    private async Task HandleAsync(string line, CancellationToken closing)
    {
        var (message, problem) = Parse(line);
        switch (message)
        {
            case { Type: "hello", Protocol: { } protocol }:
                await WriteAsync(Hello(protocol)).ConfigureAwait(false);
                break;
            case { Type: "ask", Id: { } id, Messages: { IsDefaultOrEmpty: false } messages } when messages.All(one => one is { Text: not null }):
                await AskAsync(id, RequestOf(message, messages), closing).ConfigureAwait(false);
                break;
            case { Type: "cancel", Id: { } id }:
                if (_requests.TryGetValue(id, out var running))
                    running.Cancel();
                break;
            case { Type: "verdict", Id: { } id, Accepted: { } accepted }:
                if (_unjudged.TryRemove(id, out var slot))
                    slot.Settle(accepted);
                break;
            default:
                await WriteAsync(new FailureMessage(message?.Id ?? 0, Texts.Get("HostUnreadable", problem ?? message?.Type), null)).ConfigureAwait(false);
                break;
        }
    }

    private async Task AskAsync(long id, ModelRequest request, CancellationToken closing)
    {
        if (access.Client is not { } client)
        {
            await WriteAsync(new FailureMessage(id, access.Reason!, null)).ConfigureAwait(false);
            return;
        }

        var running = new Request(closing);
        if (!_requests.TryAdd(id, running))
        {
            running.Dispose();
            await WriteAsync(new FailureMessage(id, Texts.Get("HostIdInUse", id), null)).ConfigureAwait(false);
            return;
        }

        // The next line is read while the model thinks.
        running.Work = Task.Run(() => ServeAsync(id, client, request, running), CancellationToken.None);
    }

    private async Task ServeAsync(long id, IModelClient client, ModelRequest request, Request running)
    {
        object answer;
        try
        {
            var reply = await client.AskAsync(request, running.Cancellation).ConfigureAwait(false);
            AwaitVerdict(id, reply.Slot);
            answer = reply.Text is { } text
                ? new ReplyMessage(id, text, reply.Exchange)
                : new FailureMessage(id, reply.FailureReason ?? Texts.Get("NoReasonGiven"), reply.Exchange);
        }
        catch (OperationCanceledException)
        {
            answer = new FailureMessage(id, Texts.Get("HostCancelled"), null);
        }
        catch (Exception exception)
        {
            answer = new FailureMessage(id, Texts.OneLine(exception.Message), null);
        }

        // Answered means over: the client may use the number again.
        _requests.TryRemove(id, out _);
        running.Dispose();
        await WriteAsync(answer).ConfigureAwait(false);
    }

    // The gate runs where the code is: with the client.
    private void AwaitVerdict(long id, IReplySlot? slot)
    {
        if (slot is null)
        {
            _unjudged.TryRemove(id, out _);
            return;
        }

        _unjudged[id] = slot;
        if (_unjudged.Count > MostUnjudged)
            _unjudged.TryRemove(_unjudged.Keys.Min(), out _);
    }

    private async Task WriteAsync(object message)
    {
        var line = JsonSerializer.Serialize(message, message.GetType(), Json.Line);
        await _writing.WaitAsync().ConfigureAwait(false);
        try
        {
            await output.WriteAsync(line + "\n").ConfigureAwait(false);
            await output.FlushAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The client has gone; its end of the input closes next.
        }
        finally
        {
            _writing.Release();
        }
    }

    private HelloMessage Hello(int protocol)
    {
        var known = protocol == Protocol;
        return new HelloMessage(
            Protocol,
            ToolVersion.Text,
            known && access.Client is not null,
            known ? access.Reason : Texts.Get("HostProtocol", protocol, Protocol),
            access.Client?.Model,
            access.IsLoopback,
            access.Trigger,
            access.Client?.PromptTokens ?? 0,
            access.TimeoutSeconds,
            access.Diagnostics,
            access.Client?.Prompts.Language is PromptLanguage.Chinese ? "zh-Hans" : "en",
            access.Client?.Prompts.Conventions);
    }

    private static (ClientMessage? Message, string? Problem) Parse(string line)
    {
        try
        {
            return (JsonSerializer.Deserialize<ClientMessage>(line, Json.Line), null);
        }
        catch (JsonException exception)
        {
            return (null, Texts.OneLine(exception.Message));
        }
    }

    private static ModelRequest RequestOf(ClientMessage message, System.Collections.Immutable.ImmutableArray<PromptMessage?> messages) =>
        new([.. messages.Select(one => new ModelMessage(one!.Role, one.Text!))], message.Candidate, message.Files ?? [])
        {
            DiagnosticId = message.DiagnosticId ?? string.Empty,
        };

    /// <summary>A request on its way.</summary>
    private sealed class Request(CancellationToken closing) : IDisposable
    {
        private readonly CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(closing);
        private readonly Lock _gate = new();
        private bool _over;

        public CancellationToken Cancellation => _source.Token;

        public Task Work { get; set; } = Task.CompletedTask;

        public void Cancel()
        {
            lock (_gate)
            {
                if (!_over)
                    _source.Cancel();
            }
        }

        public void Dispose()
        {
            lock (_gate)
            {
                _over = true;
                _source.Dispose();
            }
        }
    }
}
