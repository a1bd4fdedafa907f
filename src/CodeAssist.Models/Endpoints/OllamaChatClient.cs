using System.Runtime.CompilerServices;
using CodeAssist.Models.Configuration;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Endpoints;

/// <summary>
/// A chat client for Ollama's own <c>/api/chat</c>: the context is set with each request, and a prompt that does not
/// fit is refused instead of being cut in silence. Every fault is an <see cref="EndpointException"/>.
/// </summary>
/// <param name="connection">The connection; disposed with the client.</param>
internal sealed class OllamaChatClient(EndpointConnection connection) : IChatClient
{
    private readonly OllamaDialect _dialect = new(connection.Profile);

    private ModelProfile Profile => connection.Profile;

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        List<ChatResponseUpdate> updates = [];
        await foreach (var update in AskAsync(messages, options, stream: false, cancellationToken).ConfigureAwait(false))
            updates.Add(update);
        return updates.ToChatResponse();
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        AskAsync(messages, options, stream: true, cancellationToken);

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

    private async IAsyncEnumerable<ChatResponseUpdate> AskAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options, bool stream, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var response = await SendAsync([.. messages], options, stream, cancellation).ConfigureAwait(false);
        await using var body = await connection.OpenAsync(response, cancellation).ConfigureAwait(false);
        // A whole answer is a stream of one line.
        var outputTokens = options?.MaxOutputTokens ?? Profile.OutputTokens;
        var reader = new ReplyReader(
            connection, silence => EventStreams.LinesAsync(body, silence), answer => OllamaChunk.Read(answer, outputTokens), outputTokens, cancellation);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync().ConfigureAwait(false) is { } chunk)
                yield return chunk.ToUpdate(Profile.Model);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions? options, bool stream, CancellationToken cancellation)
    {
        while (true)
        {
            var response = await connection.SendAsync(
                HttpMethod.Post,
                EndpointRoutes.Chat(Profile),
                _dialect.Body(messages, options, stream),
                stream ? "application/x-ndjson" : "application/json",
                cancellation).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
                return response;
            using (response)
            {
                var text = await connection.ReadErrorAsync(response, cancellation).ConfigureAwait(false);
                var fault = connection.Faults.OfStatus((int)response.StatusCode, text, response.Headers.RetryAfter);
                if (fault.Fault != EndpointFault.BadRequest || !_dialect.Learn(ErrorBody.Parse(text)))
                    throw fault;
            }
        }
    }
}
