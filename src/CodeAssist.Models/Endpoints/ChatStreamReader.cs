using System.Net.ServerSentEvents;
using System.Text.Json;
using CodeAssist.Models.Configuration;

namespace CodeAssist.Models.Endpoints;

/// <summary>
/// Reads a stream of server-sent events up to its end, which must be one: a stream that stops without a finish reason
/// is no reply. Comments, by which servers keep a connection alive, are no progress.
/// </summary>
internal sealed class ChatStreamReader : IAsyncDisposable
{
    private readonly ModelProfile _profile;
    private readonly EndpointFaults _faults;
    private readonly ReplyLimits _limits;
    private readonly CancellationTokenSource _silence;
    private readonly CancellationToken _cancellation;
    private readonly IAsyncEnumerator<SseItem<string>> _events;
    private readonly int _mostCharacters;
    private int _characters;
    private bool _begun;
    private bool _finished;

    public ChatStreamReader(
        Stream body, int outputTokens, ModelProfile profile, EndpointFaults faults, ReplyLimits limits, CancellationToken cancellation)
    {
        _profile = profile;
        _faults = faults;
        _limits = limits;
        _mostCharacters = ReplyLimits.MostCharacters(outputTokens);
        _cancellation = cancellation;
        _silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _silence.CancelAfter(TimeSpan.FromSeconds(profile.TimeoutSeconds));
        _events = SseParser.Create(body).EnumerateAsync(_silence.Token).GetAsyncEnumerator(_silence.Token);
    }

    /// <summary>The next chunk, or null at the reply's proper end.</summary>
    /// <exception cref="EndpointException">The stream is broken.</exception>
    public async Task<ChatChunk?> ReadAsync()
    {
        while (await NextAsync().ConfigureAwait(false) is { } text)
        {
            if (text == "[DONE]")
                break;
            if (text.Length == 0)
                continue;
            var chunk = Parse(text);
            Note(chunk);
            return chunk;
        }

        return _finished ? null : throw _faults.Unfinished();
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
            return await _events.MoveNextAsync().ConfigureAwait(false) ? _events.Current.Data.Trim() : null;
        }
        catch (OperationCanceledException exception) when (!_cancellation.IsCancellationRequested)
        {
            throw _begun ? _faults.Silent(_limits.Idle, exception) : _faults.Timeout(exception);
        }
        catch (ResponseTooLargeException exception)
        {
            throw _faults.TooLarge(exception);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw _faults.OfConnection(exception);
        }
    }

    private ChatChunk Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return ChatChunk.Read(document.RootElement, "delta", _profile.Kind) is { } chunk && !HasError(document.RootElement)
                ? chunk
                : throw (ErrorBody.Find(document.RootElement) is { } error ? _faults.OfError(200, error) : _faults.NoReply());
        }
        catch (JsonException exception)
        {
            throw _faults.Malformed(exception);
        }
    }

    // An error in the middle of a stream may come with an empty list of choices.
    private static bool HasError(JsonElement chunk) =>
        chunk.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.Object or JsonValueKind.String;

    private void Note(ChatChunk chunk)
    {
        _characters += chunk.Content.Length;
        if (_characters > _mostCharacters)
            throw _faults.TooLarge();
        if (chunk.Content.Length > 0 || chunk.Reasons)
        {
            _begun = true;
            _silence.CancelAfter(_limits.Idle);
        }

        _finished |= chunk.FinishReason is not null;
    }
}
