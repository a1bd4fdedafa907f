using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CodeAssist.Testing;

/// <summary>
/// A server that answers what a script says, in the dialect of the family that is asked: real HTTP, server-sent events
/// and lines of JSON on loopback. It is not a model. Every response is bounded in count and time, and ends when the server is disposed.
/// </summary>
public sealed class ScriptedModelServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<ScriptedRequest> _requests = new();
    private readonly CancellationTokenSource _stopped = new();
    private readonly Func<ScriptedRequest, ScriptedResponse> _script;
    private readonly WebApplication _application;

    private ScriptedModelServer(Func<ScriptedRequest, ScriptedResponse> script, X509Certificate2? certificate, int port)
    {
        _script = script;
        // The empty builder reads no configuration, so that no ASPNETCORE_URLS of the machine gets in.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, port, listen =>
        {
            if (certificate is not null)
                listen.UseHttps(certificate);
        }));
        builder.WebHost.UseShutdownTimeout(TimeSpan.FromSeconds(1));
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    /// <summary>The base URL: <c>http://127.0.0.1:port/v1</c>, over TLS <c>https://localhost:port/v1</c>.</summary>
    public Uri Endpoint { get; private set; } = null!;

    /// <summary>The base URL as a profile of a kind has it: Ollama's own API is below the root.</summary>
    public Uri BaseOf(string kind) => kind == "ollama" ? new Uri(Endpoint, "/") : Endpoint;

    /// <summary>What was asked, in the order of arrival.</summary>
    public IReadOnlyList<ScriptedRequest> Requests => [.. _requests];

    /// <summary>Starts a server.</summary>
    /// <param name="script">Gives the answer to a request; may be called by several requests at once.</param>
    /// <param name="certificate">The certificate of a server that speaks TLS; null for plain HTTP.</param>
    /// <param name="port">The port; zero for any that is free.</param>
    public static async Task<ScriptedModelServer> StartAsync(
        Func<ScriptedRequest, ScriptedResponse> script, X509Certificate2? certificate = null, int port = 0)
    {
        var server = new ScriptedModelServer(script, certificate, port);
        await server._application.StartAsync();
        var address = new Uri(server._application.Urls.First());
        server.Endpoint = certificate is null ? new Uri(address, "v1") : new Uri($"https://localhost:{address.Port}/v1");
        return server;
    }

    /// <summary>Starts a server that answers one after the other, and the last one ever after.</summary>
    public static Task<ScriptedModelServer> StartAsync(params ScriptedResponse[] responses)
    {
        var next = -1;
        return StartAsync(_ => responses[Math.Min(Interlocked.Increment(ref next), responses.Length - 1)]);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        await _application.StopAsync();
        await _application.DisposeAsync();
        _stopped.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        var request = new ScriptedRequest(
            context.Request.Method,
            context.Request.Path.Value ?? "/",
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            text);
        _requests.Enqueue(request);
        await _script(request).WriteAsync(context, request, _stopped.Token);
    }
}
