using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CodeAssist.Models.Configuration;

namespace CodeAssist.Models.Endpoints;

/// <summary>
/// HTTP to one profile's endpoint, of whichever family: the key, deadlines, sizes and redirects are decided here.
/// Every fault is an <see cref="EndpointException"/>.
/// </summary>
internal sealed class EndpointConnection : IDisposable
{
    private const int MostErrorBytes = 64 * 1024;

    private const int MostRedirects = 3;

    private readonly EndpointKey _key;
    private readonly HttpClient _http;

    /// <summary>A connection to a profile's endpoint.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="limits">What a reply may be at most; null for the usual.</param>
    /// <param name="keyWhenNeeded">Whether the key is read for the first request only.</param>
    /// <exception cref="ConfigurationException">The profile's key cannot be had.</exception>
    public EndpointConnection(ModelProfile profile, ReplyLimits? limits = null, bool keyWhenNeeded = false)
    {
        Profile = profile;
        Limits = limits ?? new ReplyLimits();
        _key = new EndpointKey(profile.Key, keyWhenNeeded);
        Faults = new EndpointFaults(profile, _key.Hide);
        // Deadlines are the layers' and the reader's.
        _http = new HttpClient(EndpointHandler.Create(profile)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Whose endpoint it is.</summary>
    public ModelProfile Profile { get; }

    /// <summary>What a reply may be at most.</summary>
    public ReplyLimits Limits { get; }

    /// <summary>Tells what went wrong.</summary>
    public EndpointFaults Faults { get; }

    /// <summary>Sends a request and gives the answer as soon as its headers are there, whatever its status.</summary>
    /// <param name="method">The method.</param>
    /// <param name="address">The full address.</param>
    /// <param name="body">The JSON body, or null.</param>
    /// <param name="accept">The media type that is expected.</param>
    /// <param name="cancellation">Gives the request up.</param>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, JsonObject? body, string accept, CancellationToken cancellation)
    {
        var key = await _key.ValueAsync(cancellation).ConfigureAwait(false);
        var response = await FollowAsync(method, address, body, accept, key, cancellation).ConfigureAwait(false);
        // Of a token that has run out some gateways say that it may not do this.
        if (response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) || key is null
            || await _key.RenewedAsync(key, cancellation).ConfigureAwait(false) is not { } renewed)
        {
            return response;
        }

        response.Dispose();
        return await FollowAsync(method, address, body, accept, renewed, cancellation).ConfigureAwait(false);
    }

    /// <summary>The body of an answer, which ends with an exception where it is larger than any reply can be.</summary>
    public async Task<Stream> OpenAsync(HttpResponseMessage response, CancellationToken cancellation) =>
        new BoundedStream(await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false), Limits.MostBytes);

    /// <summary>The text of a body, within the profile's time.</summary>
    public async Task<string> ReadTextAsync(Stream body, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(TimeSpan.FromSeconds(Profile.TimeoutSeconds));
        try
        {
            using var reader = new StreamReader(body, Encoding.UTF8);
            return await reader.ReadToEndAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            throw Faults.Timeout(exception);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or InvalidDataException)
        {
            throw Faults.OfConnection(exception);
        }
    }

    /// <summary>What a server says about a fault. Whatever the body is, the status has told already; so no fault of the body is one of ours.</summary>
    public async Task<string> ReadErrorAsync(HttpResponseMessage response, CancellationToken cancellation)
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

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> FollowAsync(
        HttpMethod method, Uri address, JsonObject? body, string accept, string? key, CancellationToken cancellation)
    {
        for (var redirects = 0; ; redirects++)
        {
            var response = await SendOnceAsync(method, address, body, accept, key, cancellation).ConfigureAwait(false);
            if ((int)response.StatusCode is < 300 or >= 400)
                return response;
            using (response)
            {
                var target = response.Headers.Location is { } location ? new Uri(address, location) : null;
                if (redirects >= MostRedirects || target is null || !MayFollow(response.StatusCode, address, target))
                    throw Faults.Redirected(target);
                address = target;
            }
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(
        HttpMethod method, Uri address, JsonObject? body, string accept, string? key, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(PromptJson.Options), Encoding.UTF8, "application/json");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("codeassist", typeof(EndpointConnection).Assembly.GetName().Version?.ToString(3)));
        if (key is not null && Profile.Kind.KeyHeader == "Authorization")
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        else if (key is not null)
            request.Headers.TryAddWithoutValidation(Profile.Kind.KeyHeader, key);

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(TimeSpan.FromSeconds(Profile.TimeoutSeconds));
        try
        {
            return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            throw Faults.OfConnection(exception);
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            // Cancelled by neither of the two is a connection that was not made in its own time.
            throw deadline.IsCancellationRequested ? Faults.Timeout(exception) : Faults.Unreachable(exception);
        }
    }

    // A key and source code go where the user sent them: the same host, never from encrypted to plain, and as the
    // same request, which only 307 and 308 promise.
    private static bool MayFollow(HttpStatusCode status, Uri from, Uri to) =>
        status is HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && from.Host.Equals(to.Host, StringComparison.OrdinalIgnoreCase)
        && (from.Scheme == to.Scheme ? from.Port == to.Port : to.Scheme == Uri.UriSchemeHttps);
}
