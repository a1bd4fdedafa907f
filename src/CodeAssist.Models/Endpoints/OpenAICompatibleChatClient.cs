using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodeAssist.Models.Configuration;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Endpoints;

/// <summary>
/// A chat client for everything that calls itself OpenAI-compatible, over HTTP of our own: deadlines, sizes, redirects
/// and dialects are ours to decide. Every fault is an <see cref="EndpointException"/>.
/// </summary>
internal sealed class OpenAICompatibleChatClient : IChatClient
{
    // How often a request is made again because the server refused a field that it can do without.
    private const int MostLessons = 4;

    private const int MostErrorBytes = 64 * 1024;

    private readonly ModelProfile _profile;
    private readonly string? _key;
    private readonly EndpointFaults _faults;
    private readonly ReplyLimits _limits;
    private readonly RequestDialect _dialect;
    private readonly Uri _address;
    private readonly HttpClient _http;

    public OpenAICompatibleChatClient(ModelProfile profile, string? key, HttpMessageHandler handler, ReplyLimits? limits = null)
    {
        _profile = profile;
        _key = key;
        _faults = new EndpointFaults(profile, key);
        _limits = limits ?? new ReplyLimits();
        _dialect = new RequestDialect(profile);
        _address = AddressOf(profile.Endpoint);
        // Deadlines are the layers' and the stream reader's.
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

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
            return new ChatClientMetadata(_profile.Kind.Name, _profile.Endpoint, _profile.Model);
        return serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static Uri AddressOf(Uri endpoint)
    {
        var address = new UriBuilder(endpoint);
        address.Path = address.Path.TrimEnd('/') + "/chat/completions";
        return address.Uri;
    }

    private async Task<HttpResponseMessage> SendAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions? options, bool stream, CancellationToken cancellation)
    {
        for (var lessons = 0; ; lessons++)
        {
            var body = _dialect.Body(messages, options, stream);
            var response = await PostAsync(body, stream, cancellation).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
                return response;
            using (response)
            {
                var text = await ReadErrorAsync(response, cancellation).ConfigureAwait(false);
                var fault = _faults.OfStatus((int)response.StatusCode, text, response.Headers.RetryAfter);
                if (fault.Fault != EndpointFault.BadRequest || lessons >= MostLessons || !_dialect.Learn(body, ErrorBody.Parse(text)))
                    throw fault;
            }
        }
    }

    private async Task<HttpResponseMessage> PostAsync(JsonObject body, bool stream, CancellationToken cancellation)
    {
        var address = _address;
        for (var redirects = 0; ; redirects++)
        {
            var response = await PostOnceAsync(address, body, stream, cancellation).ConfigureAwait(false);
            if ((int)response.StatusCode is < 300 or >= 400)
                return response;
            using (response)
            {
                var target = response.Headers.Location is { } location ? new Uri(address, location) : null;
                if (redirects >= 3 || target is null || !MayFollow(response.StatusCode, address, target))
                    throw _faults.Redirected(target);
                address = target;
            }
        }
    }

    private async Task<HttpResponseMessage> PostOnceAsync(Uri address, JsonObject body, bool stream, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(body.ToJsonString(PromptJson.Options), Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(stream ? "text/event-stream" : "application/json"));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("codeassist", typeof(OpenAICompatibleChatClient).Assembly.GetName().Version?.ToString(3)));
        if (_key is not null && _profile.Kind.KeyHeader == "Authorization")
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _key);
        else if (_key is not null)
            request.Headers.TryAddWithoutValidation(_profile.Kind.KeyHeader, _key);

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(TimeSpan.FromSeconds(_profile.TimeoutSeconds));
        try
        {
            return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            throw _faults.OfConnection(exception);
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            // Cancelled by neither of the two is a connection that was not made in its own time.
            throw deadline.IsCancellationRequested ? _faults.Timeout(exception) : _faults.Unreachable(exception);
        }
    }

    // A key and source code go where the user sent them: the same host, never from encrypted to plain, and as the
    // same request, which only 307 and 308 promise.
    private static bool MayFollow(HttpStatusCode status, Uri from, Uri to) =>
        status is HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && from.Host.Equals(to.Host, StringComparison.OrdinalIgnoreCase)
        && (from.Scheme == to.Scheme ? from.Port == to.Port : to.Scheme == Uri.UriSchemeHttps);

    private async IAsyncEnumerable<ChatResponseUpdate> ReadAsync(
        HttpResponseMessage response, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var body = new BoundedStream(await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false), _limits.MostBytes);
        // By what came, not by what was asked for: some servers always stream, others never do.
        if (response.Content.Headers.ContentType?.MediaType != "text/event-stream")
        {
            yield return Update(await ReadWholeAsync(body, cancellation).ConfigureAwait(false));
            yield break;
        }

        var reader = new ChatStreamReader(body, options?.MaxOutputTokens ?? _profile.OutputTokens, _profile, _faults, _limits, cancellation);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync().ConfigureAwait(false) is { } chunk)
                yield return Update(chunk);
        }
    }

    private async Task<ChatChunk> ReadWholeAsync(Stream body, CancellationToken cancellation)
    {
        var text = await ReadTextAsync(body, cancellation).ConfigureAwait(false);
        if (text.TrimStart().StartsWith('<'))
            throw _faults.Page();
        try
        {
            using var document = JsonDocument.Parse(text);
            var chunk = ChatChunk.Read(document.RootElement, "message", _profile.Kind);
            if (chunk is null || !document.RootElement.TryGetProperty("choices", out _))
                throw ErrorBody.Find(document.RootElement) is { } error ? _faults.OfError(200, error) : _faults.NoReply();
            return chunk.FinishReason is null ? throw _faults.Unfinished() : chunk;
        }
        catch (JsonException exception)
        {
            throw _faults.Malformed(exception);
        }
    }

    private async Task<string> ReadTextAsync(Stream body, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(TimeSpan.FromSeconds(_profile.TimeoutSeconds));
        try
        {
            using var reader = new StreamReader(body, Encoding.UTF8);
            return await reader.ReadToEndAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            throw _faults.Timeout(exception);
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

    // Whatever the body of a fault is, the status has told already; so no fault of the body is one of ours.
    private async Task<string> ReadErrorAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            await using var body = new BoundedStream(await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false), MostErrorBytes);
            return await ReadTextAsync(body, cancellation).ConfigureAwait(false);
        }
        catch (EndpointException)
        {
            return string.Empty;
        }
    }

    private ChatResponseUpdate Update(ChatChunk chunk)
    {
        var update = new ChatResponseUpdate(ChatRole.Assistant, chunk.Content)
        {
            FinishReason = chunk.FinishReason is { } reason ? new ChatFinishReason(reason) : null,
            ModelId = _profile.Model,
        };
        if (chunk.Usage is { } usage)
            update.Contents.Add(new UsageContent(usage));
        return update;
    }
}
