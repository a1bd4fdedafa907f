using System.Text.Json;

namespace CodeAssist.Models.Endpoints;

/// <summary>
/// Reads a stream of events up to its end, which must be one: a stream that stops without saying why is no reply.
/// Only content and thinking are progress; what keeps a connection alive is not.
/// </summary>
internal sealed class ReplyReader : IAsyncDisposable
{
    // After the reply's end only its usage is missing, and some servers never close.
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(2);

    private readonly EndpointConnection _connection;
    private readonly Func<JsonElement, ChatChunk?> _read;
    private readonly CancellationTokenSource _silence;
    private readonly CancellationToken _cancellation;
    private readonly IAsyncEnumerator<string> _events;
    private readonly RepetitionWatch _repetition = new();
    private readonly int _mostCharacters;
    private int _characters;
    private bool _begun;
    private bool _finished;

    /// <summary>A reader of one reply.</summary>
    /// <param name="connection">Where the reply comes from.</param>
    /// <param name="events">The JSON texts of the events, one after the other.</param>
    /// <param name="read">Reads an event; null where it is none of a reply.</param>
    /// <param name="outputTokens">How many tokens were asked for.</param>
    /// <param name="cancellation">Gives the reply up.</param>
    public ReplyReader(
        EndpointConnection connection,
        Func<CancellationToken, IAsyncEnumerable<string>> events,
        Func<JsonElement, ChatChunk?> read,
        int outputTokens,
        CancellationToken cancellation)
    {
        _connection = connection;
        _read = read;
        _mostCharacters = ReplyLimits.MostCharacters(outputTokens);
        _cancellation = cancellation;
        _silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _silence.CancelAfter(TimeSpan.FromSeconds(connection.Profile.TimeoutSeconds));
        _events = events(_silence.Token).GetAsyncEnumerator(_silence.Token);
    }

    private EndpointFaults Faults => _connection.Faults;

    /// <summary>The next chunk, or null at the reply's proper end.</summary>
    /// <exception cref="EndpointException">The stream is broken.</exception>
    public async Task<ChatChunk?> ReadAsync()
    {
        if (await NextAsync().ConfigureAwait(false) is { } text)
        {
            var chunk = Parse(text);
            Note(chunk);
            return chunk;
        }

        return _finished ? null : throw Faults.Unfinished();
    }

    public async ValueTask DisposeAsync()
    {
        await _events.DisposeAsync().ConfigureAwait(false);
        _silence.Dispose();
    }

    private async Task<string?> NextAsync()
    {
        try
        {
            return await _events.MoveNextAsync().ConfigureAwait(false) ? _events.Current : null;
        }
        catch (OperationCanceledException) when (_finished && !_cancellation.IsCancellationRequested)
        {
            return null;
        }
        catch (OperationCanceledException exception) when (!_cancellation.IsCancellationRequested)
        {
            throw _begun ? Faults.Silent(_connection.Limits.Idle, exception) : Faults.Timeout(exception);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or InvalidDataException)
        {
            throw Faults.OfConnection(exception);
        }
    }

    private ChatChunk Parse(string text)
    {
        if (text.StartsWith('<'))
            throw Faults.Page();
        try
        {
            using var document = JsonDocument.Parse(text);
            return _read(document.RootElement) is { } chunk && !HasError(document.RootElement)
                ? chunk
                : throw (ErrorBody.Find(document.RootElement) is { } error ? Faults.OfError(200, error) : Faults.NoReply());
        }
        catch (JsonException exception)
        {
            throw Faults.Malformed(exception);
        }
    }

    // An error in the middle of a stream may come with an empty list of choices.
    private static bool HasError(JsonElement chunk) =>
        chunk.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.Object or JsonValueKind.String;

    private void Note(ChatChunk chunk)
    {
        if (chunk.CallsTool)
            throw Faults.ToolCall();
        _characters += chunk.Content.Length;
        if (_characters > _mostCharacters)
            throw Faults.TooLarge();
        if (_repetition.IsEndless(chunk.Content))
            throw Faults.Repetitive();
        _finished |= chunk.FinishReason is not null;
        if (chunk.Content.Length > 0 || chunk.Reasons)
        {
            _begun = true;
            _silence.CancelAfter(_connection.Limits.Idle);
        }

        if (_finished)
            _silence.CancelAfter(LongestFarewell < _connection.Limits.Idle ? LongestFarewell : _connection.Limits.Idle);
    }
}
