using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CodeAssist.Testing;

/// <summary>
/// An OpenAI-compatible server that answers what a script says: real HTTP and server-sent events on loopback. It is
/// not a model. Every response is bounded in count and time, and ends when the server is disposed.
/// </summary>
public sealed class ScriptedModelServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<ScriptedRequest> _requests = new();
    private readonly CancellationTokenSource _stopped = new();
    private readonly Func<ScriptedRequest, ScriptedResponse> _script;
    private readonly WebApplication _application;

    private ScriptedModelServer(Func<ScriptedRequest, ScriptedResponse> script)
    {
        _script = script;
        // The empty builder reads no configuration, so that no ASPNETCORE_URLS of the machine gets in.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static options => options.Listen(IPAddress.Loopback, 0));
        builder.WebHost.UseShutdownTimeout(TimeSpan.FromSeconds(1));
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    /// <summary>The base URL: <c>http://127.0.0.1:port/v1</c>.</summary>
    public Uri Endpoint { get; private set; } = null!;

    /// <summary>What was asked, in the order of arrival.</summary>
    public IReadOnlyList<ScriptedRequest> Requests => [.. _requests];

    /// <summary>Starts a server.</summary>
    /// <param name="script">Gives the answer to a request; may be called by several requests at once.</param>
    public static async Task<ScriptedModelServer> StartAsync(Func<ScriptedRequest, ScriptedResponse> script)
    {
        var server = new ScriptedModelServer(script);
        await server._application.StartAsync();
        server.Endpoint = new Uri(new Uri(server._application.Urls.First()), "v1");
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
