using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CodeAssist.Testing;

/// <summary>
/// What a <see cref="ScriptedModelServer"/> answers: what servers answer when all is well, and the faults they are
/// known for. Whatever goes on for long ends after <see cref="MaximumTime"/>, when the client leaves, and when the
/// server is disposed.
/// </summary>
public sealed class ScriptedResponse
{
    /// <summary>How long a response may last that would otherwise never end.</summary>
    public static readonly TimeSpan MaximumTime = TimeSpan.FromSeconds(30);

    private const int MaximumChunks = 200_000;

    private const int Counted = int.MinValue;

    private readonly Func<HttpContext, ScriptedRequest, CancellationToken, Task> _write;

    private ScriptedResponse(Func<HttpContext, ScriptedRequest, CancellationToken, Task> write) => _write = write;

    /// <summary>A whole reply: a stream where one was asked for, one JSON object otherwise.</summary>
    /// <param name="text">The reply's content.</param>
    /// <param name="finishReason">Why the model stopped; null leaves it out.</param>
    /// <param name="reasoning">The thinking, in a field of its own; null leaves it out.</param>
    /// <param name="reasoningField">The field that holds the thinking.</param>
    /// <param name="promptTokens">The tokens of the prompt as the usage tells them; null leaves the usage out, by default they are about what was sent.</param>
    /// <param name="completionTokens">The tokens of the reply as the usage tells them.</param>
    public static ScriptedResponse Text(
        string text,
        string? finishReason = "stop",
        string? reasoning = null,
        string reasoningField = "reasoning_content",
        int? promptTokens = Counted,
        int completionTokens = 20) =>
        new(async (context, request, cancellation) =>
        {
            var dialect = ScriptedDialect.Of(request);
            var usage = promptTokens is { } count ? dialect.Usage(count == Counted ? Math.Max(100, request.Prompt.Length / 4) : count, completionTokens) : null;
            if (!request.Stream)
            {
                var message = new JsonObject { ["role"] = "assistant", ["content"] = text };
                if (reasoning is not null)
                    message[request.IsOllama ? "thinking" : reasoningField] = reasoning;
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(dialect.Whole(request, message, finishReason, usage), cancellation);
                return;
            }

            await BeginAsync(context, request, cancellation);
            if (reasoning is not null)
                await SendAsync(context, dialect.Reasoning(request, reasoning, reasoningField), cancellation);
            await SendPiecesAsync(context, request, text, cancellation);
            await SendAsync(context, dialect.Finish(request, finishReason, usage), cancellation);
            await context.Response.WriteAsync(dialect.End, cancellation);
        });

    /// <summary>A reply that ends because it reached the limit of tokens.</summary>
    public static ScriptedResponse Length(string text) => Text(text, finishReason: "length", completionTokens: 2048);

    /// <summary>A reply without any content.</summary>
    public static ScriptedResponse Empty() => Text(string.Empty);

    /// <summary>A stream that ends in good order but never says why the model stopped.</summary>
    public static ScriptedResponse NoFinish(string text) => Text(text, finishReason: null);

    /// <summary>Any status with any body.</summary>
    public static ScriptedResponse Status(
        int code, string body = "", string contentType = "application/json", params (string Name, string Value)[] headers) =>
        new(async (context, _, cancellation) =>
        {
            context.Response.StatusCode = code;
            context.Response.ContentType = contentType;
            foreach (var (name, value) in headers)
                context.Response.Headers.Append(name, value);
            await context.Response.WriteAsync(body, cancellation);
        });

    /// <summary>An error in the family's usual shape.</summary>
    public static ScriptedResponse Error(int code, string message, string? errorCode = null, params (string Name, string Value)[] headers) =>
        new((context, request, cancellation) =>
            Status(code, ScriptedDialect.Of(request).ErrorBody(message, errorCode), "application/json", headers)._write(context, request, cancellation));

    /// <summary>A good beginning, then an error in the stream.</summary>
    public static ScriptedResponse ErrorInStream(string text, string message) =>
        new(async (context, request, cancellation) =>
        {
            await BeginAsync(context, request, cancellation);
            await SendPiecesAsync(context, request, text, cancellation);
            await SendAsync(context, ScriptedDialect.Of(request).Error(message), cancellation);
        });

    /// <summary>A reply that asks for a tool to be called.</summary>
    public static ScriptedResponse ToolCall() =>
        new(async (context, request, cancellation) =>
        {
            var dialect = ScriptedDialect.Of(request);
            await BeginAsync(context, request, cancellation);
            await SendAsync(context, dialect.ToolCall(request), cancellation);
            await context.Response.WriteAsync(dialect.End, cancellation);
        });

    /// <summary>A whole reply, compressed whether it was asked for or not.</summary>
    public static ScriptedResponse Gzip(string text) =>
        new(async (context, request, cancellation) =>
        {
            var dialect = ScriptedDialect.Of(request);
            context.Response.ContentType = dialect.StreamType;
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(dialect.Content(request, text) + dialect.Finish(request, "stop", null) + dialect.End), cancellation);
        });

    /// <summary>So many bytes that are no reply, compressed to next to nothing.</summary>
    public static ScriptedResponse GzipFlood(long bytes) =>
        new(async (context, request, cancellation) =>
        {
            context.Response.ContentType = ScriptedDialect.Of(request).StreamType;
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            var block = new byte[1024 * 1024];
            Array.Fill(block, (byte)' ');
            for (var sent = 0L; sent < bytes; sent += block.Length)
                await gzip.WriteAsync(block, cancellation);
        });

    /// <summary>A whole reply in one event.</summary>
    public static ScriptedResponse WholeLine(string text) =>
        new(async (context, request, cancellation) =>
        {
            var dialect = ScriptedDialect.Of(request);
            context.Response.ContentType = dialect.StreamType;
            await context.Response.WriteAsync(dialect.Content(request, text) + dialect.Finish(request, "stop", null) + dialect.End, cancellation);
        });

    /// <summary>What claims to be compressed and is not.</summary>
    public static ScriptedResponse BrokenGzip() =>
        Status(200, "this was never compressed", "application/json", ("Content-Encoding", "gzip"));

    /// <summary>A body of so many bytes that is no reply, as fast as it can be sent.</summary>
    public static ScriptedResponse Flood(long bytes) =>
        new(async (context, request, cancellation) =>
        {
            context.Response.ContentType = ScriptedDialect.Of(request).StreamType;
            var block = new byte[64 * 1024];
            Array.Fill(block, (byte)' ');
            for (var sent = 0L; sent < bytes; sent += block.Length)
                await context.Response.Body.WriteAsync(block, cancellation);
        });

    /// <summary>Redirects to a path of the same server.</summary>
    public static ScriptedResponse MovedTo(string path) => Status(308, "", "text/plain", ("Location", path));

    /// <summary>Status 200 with a body that is sent as it is.</summary>
    public static ScriptedResponse Raw(string body, string contentType = "application/json") => Status(200, body, contentType);

    /// <summary>A page of a proxy or portal, where an API was expected.</summary>
    public static ScriptedResponse Html() =>
        Raw("<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in.</body></html>", "text/html; charset=utf-8");

    /// <summary>A stream of these very events: each is sent as <c>data: event</c>, or as a line of its own.</summary>
    public static ScriptedResponse Events(params string[] events) =>
        new(async (context, request, cancellation) =>
        {
            context.Response.ContentType = ScriptedDialect.Of(request).StreamType;
            foreach (var text in events)
                await context.Response.WriteAsync(ScriptedDialect.Of(request).Event(text), cancellation);
        });

    /// <summary>Sends the client elsewhere.</summary>
    public static ScriptedResponse Redirect(Uri target, int code = 307) => Status(code, "", "text/plain", ("Location", target.AbsoluteUri));

    /// <summary>The list of models (<c>GET /v1/models</c>).</summary>
    public static ScriptedResponse Models(params string[] names) => ModelsOf("system", names);

    /// <summary>The same, with the owner that the server names.</summary>
    public static ScriptedResponse ModelsOf(string owner, params string[] names) =>
        Raw(new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. names.Select(name => new JsonObject { ["id"] = name, ["object"] = "model", ["owned_by"] = owner })]),
        }.ToJsonString());

    /// <summary>No answer at all.</summary>
    public static ScriptedResponse Hang() => new(static (_, _, cancellation) => Task.Delay(MaximumTime, cancellation));

    /// <summary>A good beginning, then silence.</summary>
    public static ScriptedResponse Stall(string text) =>
        new(async (context, request, cancellation) =>
        {
            await BeginAsync(context, request, cancellation);
            await SendPiecesAsync(context, request, text, cancellation);
            await Task.Delay(MaximumTime, cancellation);
        });

    /// <summary>A stream whose content never ends.</summary>
    public static ScriptedResponse EndlessStream() =>
        new(async (context, request, cancellation) =>
        {
            await BeginAsync(context, request, cancellation);
            for (var i = 0; i < MaximumChunks; i++)
            {
                // Numbers, so that it is no repetition.
                var piece = string.Join(", ", Enumerable.Range(i * 100, 100));
                await SendAsync(context, ScriptedDialect.Of(request).Content(request, piece), cancellation);
            }
        });

    /// <summary>A stream that says the same again and again and never ends.</summary>
    public static ScriptedResponse Repetition(string piece) =>
        new(async (context, request, cancellation) =>
        {
            await BeginAsync(context, request, cancellation);
            for (var i = 0; i < MaximumChunks; i++)
                await SendAsync(context, ScriptedDialect.Of(request).Content(request, piece), cancellation);
        });

    /// <summary>A stream that is kept alive and holds nothing.</summary>
    public static ScriptedResponse PingOnly() =>
        new(async (context, request, cancellation) =>
        {
            context.Response.ContentType = ScriptedDialect.Of(request).StreamType;
            for (var i = 0; i < MaximumChunks; i++)
            {
                await SendAsync(context, ScriptedDialect.Of(request).Ping, cancellation);
                await Task.Delay(50, cancellation);
            }
        });

    /// <summary>A stream whose connection breaks in the middle.</summary>
    public static ScriptedResponse CutStream(string text) =>
        new(async (context, request, cancellation) =>
        {
            await BeginAsync(context, request, cancellation);
            await SendPiecesAsync(context, request, text, cancellation);
            context.Abort();
        });

    /// <summary>A stream that ends, in good order as far as HTTP is concerned, after so many bytes of its last character or JSON.</summary>
    /// <param name="text">What it was to say.</param>
    /// <param name="bytesLeft">How many bytes of the event stay away.</param>
    public static ScriptedResponse CutEvent(string text, int bytesLeft) =>
        new(async (context, request, cancellation) =>
        {
            await BeginAsync(context, request, cancellation);
            var bytes = Encoding.UTF8.GetBytes(ScriptedDialect.Of(request).Content(request, text));
            await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length - bytesLeft), cancellation);
        });

    /// <summary>A whole reply whose character was broken in two by the server, so that both halves came as replacement characters.</summary>
    public static ScriptedResponse BrokenCharacter(string before, string after) => Text(before + "\uFFFD\uFFFD" + after);

    /// <summary>Ollama's list of models (<c>GET /api/tags</c>).</summary>
    public static ScriptedResponse Tags(params string[] names) =>
        Raw(new JsonObject { ["models"] = new JsonArray([.. names.Select(name => new JsonObject { ["name"] = name, ["model"] = name })]) }.ToJsonString());

    internal async Task WriteAsync(HttpContext context, ScriptedRequest request, CancellationToken stopped)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(stopped, context.RequestAborted);
        bound.CancelAfter(MaximumTime);
        try
        {
            await _write(context, request, bound.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The client has left, the server stops, or the response has reached its limit.
            context.Abort();
        }
    }

    private static Task BeginAsync(HttpContext context, ScriptedRequest request, CancellationToken cancellation)
    {
        var dialect = ScriptedDialect.Of(request);
        context.Response.ContentType = dialect.StreamType;
        context.Response.Headers.CacheControl = "no-cache";
        return SendAsync(context, dialect.Begin(request), cancellation);
    }

    private static async Task SendPiecesAsync(HttpContext context, ScriptedRequest request, string text, CancellationToken cancellation)
    {
        foreach (var piece in Pieces(text))
            await SendAsync(context, ScriptedDialect.Of(request).Content(request, piece), cancellation);
    }

    private static async Task SendAsync(HttpContext context, string text, CancellationToken cancellation)
    {
        await context.Response.WriteAsync(text, cancellation);
        await context.Response.Body.FlushAsync(cancellation);
    }

    // Small pieces, so that whatever a client looks for is cut somewhere in its middle.
    private static IEnumerable<string> Pieces(string text)
    {
        const int length = 7;
        for (var start = 0; start < text.Length; start += length)
            yield return text.Substring(start, Math.Min(length, text.Length - start));
    }
}
