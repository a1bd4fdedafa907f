using System.Runtime.CompilerServices;
using System.Text.Json;
using CodeAssist.Models.Configuration;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Endpoints;

/// <summary>
/// A chat client for everything that calls itself OpenAI-compatible, over HTTP of our own: deadlines, sizes, redirects
/// and dialects are ours to decide. Every fault is an <see cref="EndpointException"/>.
/// </summary>
/// <param name="connection">The connection; disposed with the client.</param>
internal sealed class OpenAICompatibleChatClient(EndpointConnection connection) : IChatClient
{
    // How often a request is made again because the server refused a field that it can do without.
    private const int MostLessons = 4;

    private readonly RequestDialect _dialect = new(connection.Profile);

    private ModelProfile Profile => connection.Profile;

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync([.. messages], options, stream: false, cancellationToken).ConfigureAwait(false);
        List<ChatResponseUpdate> updates = [];
        await foreach (var update in ReadAsync(response, options, cancellationToken).ConfigureAwait(false))
            updates.Add(update);
        return updates.ToChatResponse();
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync([.. messages], options, stream: true, cancellationToken).ConfigureAwait(false);
        await foreach (var update in ReadAsync(response, options, cancellationToken).ConfigureAwait(false))
            yield return update;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        if (serviceKey is not null)
            return null;
        if (serviceType == typeof(ChatClientMetadata))
            return new ChatClientMetadata(Profile.Kind.Name, Profile.Endpoint, Profile.Model);
        return serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    private async Task<HttpResponseMessage> SendAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions? options, bool stream, CancellationToken cancellation)
    {
        for (var lessons = 0; ; lessons++)
        {
            var body = _dialect.Body(messages, options, stream);
            var response = await connection.SendAsync(
                HttpMethod.Post, EndpointRoutes.Chat(Profile), body, stream ? "text/event-stream" : "application/json", cancellation).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
                return response;
            using (response)
            {
                var text = await connection.ReadErrorAsync(response, cancellation).ConfigureAwait(false);
                var fault = connection.Faults.OfStatus((int)response.StatusCode, text, response.Headers.RetryAfter);
                if (fault.Fault != EndpointFault.BadRequest || lessons >= MostLessons || !_dialect.Learn(body, ErrorBody.Parse(text)))
                    throw fault;
            }
        }
    }

    private async IAsyncEnumerable<ChatResponseUpdate> ReadAsync(
        HttpResponseMessage response, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var body = await connection.OpenAsync(response, cancellation).ConfigureAwait(false);
        // By what came, not by what was asked for: some servers always stream, others never do.
        if (response.Content.Headers.ContentType?.MediaType != "text/event-stream")
        {
            yield return (await ReadWholeAsync(body, cancellation).ConfigureAwait(false)).ToUpdate(Profile.Model);
            yield break;
        }

        var reader = new ReplyReader(
            connection,
            silence => EventStreams.ServerSentAsync(body, silence),
            answer => ChatChunk.Read(answer, "delta", Profile.Kind),
            options?.MaxOutputTokens ?? Profile.OutputTokens,
            cancellation);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync().ConfigureAwait(false) is { } chunk)
                yield return chunk.ToUpdate(Profile.Model);
        }
    }

    private async Task<ChatChunk> ReadWholeAsync(Stream body, CancellationToken cancellation)
    {
        var text = await connection.ReadTextAsync(body, cancellation).ConfigureAwait(false);
        if (text.TrimStart().StartsWith('<'))
            throw connection.Faults.Page();
        try
        {
            using var document = JsonDocument.Parse(text);
            var chunk = ChatChunk.Read(document.RootElement, "message", Profile.Kind);
            if (chunk is null || !document.RootElement.TryGetProperty("choices", out _))
                throw ErrorBody.Find(document.RootElement) is { } error ? connection.Faults.OfError(200, error) : connection.Faults.NoReply();
            if (chunk.CallsTool)
                throw connection.Faults.ToolCall();
            return chunk.FinishReason is null ? throw connection.Faults.Unfinished() : chunk;
        }
        catch (JsonException exception)
        {
            throw connection.Faults.Malformed(exception);
        }
    }
}
