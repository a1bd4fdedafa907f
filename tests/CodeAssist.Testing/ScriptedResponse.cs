using System.Globalization;
using System.Text.Json;
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

    private readonly Func<HttpContext, ScriptedRequest, CancellationToken, Task> _write;

    private ScriptedResponse(Func<HttpContext, ScriptedRequest, CancellationToken, Task> write) => _write = write;

    /// <summary>A whole reply: a stream where one was asked for, one JSON object otherwise.</summary>
    /// <param name="text">The reply's content.</param>
    /// <param name="finishReason">Why the model stopped; null leaves it out.</param>
    /// <param name="reasoning">The thinking, in a field of its own; null leaves it out.</param>
    /// <param name="reasoningField">The field that holds the thinking.</param>
    /// <param name="promptTokens">The tokens of the prompt as the usage tells them; null leaves the usage out.</param>
    /// <param name="completionTokens">The tokens of the reply as the usage tells them.</param>
    public static ScriptedResponse Text(
        string text,
        string? finishReason = "stop",
        string? reasoning = null,
        string reasoningField = "reasoning_content",
        int? promptTokens = 100,
        int completionTokens = 20) =>
        new(async (context, request, cancellation) =>
        {
            var usage = promptTokens is { } count ? Usage(count, completionTokens) : null;
            if (!request.Stream)
            {
                await WriteWholeAsync(context, request, text, finishReason, reasoning, reasoningField, usage, cancellation);
                return;
            }

            StartStream(context);
            await SendAsync(context, Chunk(request, new JsonObject { ["role"] = "assistant", ["content"] = "" }, null), cancellation);
            if (reasoning is not null)
                await SendAsync(context, Chunk(request, new JsonObject { [reasoningField] = reasoning }, null), cancellation);
            foreach (var piece in Pieces(text))
                await SendAsync(context, Chunk(request, new JsonObject { ["content"] = piece }, null), cancellation);
            if (finishReason is not null)
                await SendAsync(context, Chunk(request, [], finishReason), cancellation);
            if (usage is not null && request.IncludeUsage)
                await SendAsync(context, UsageChunk(request, usage), cancellation);
            await context.Response.WriteAsync("data: [DONE]\n\n", cancellation);
        });

    /// <summary>A reply that ends because it reached the limit of tokens.</summary>
    public static ScriptedResponse Length(string text) => Text(text, finishReason: "length");

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

    /// <summary>An error in OpenAI's shape.</summary>
    public static ScriptedResponse Error(int code, string message, string? errorCode = null, params (string Name, string Value)[] headers) =>
        Status(
            code,
            new JsonObject { ["error"] = new JsonObject { ["message"] = message, ["type"] = "error", ["code"] = errorCode } }.ToJsonString(),
            "application/json",
            headers);

    /// <summary>Status 200 with a body that is sent as it is.</summary>
    public static ScriptedResponse Raw(string body, string contentType = "application/json") => Status(200, body, contentType);

    /// <summary>A page of a proxy or portal, where an API was expected.</summary>
    public static ScriptedResponse Html() =>
        Raw("<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in.</body></html>", "text/html; charset=utf-8");

    /// <summary>A stream of these very events: each is sent as <c>data: event</c>.</summary>
    public static ScriptedResponse Events(params string[] events) =>
        new(async (context, _, cancellation) =>
        {
            StartStream(context);
            foreach (var text in events)
                await context.Response.WriteAsync($"data: {text}\n\n", cancellation);
        });

    /// <summary>Sends the client elsewhere.</summary>
    public static ScriptedResponse Redirect(Uri target, int code = 307) => Status(code, "", "text/plain", ("Location", target.AbsoluteUri));

    /// <summary>The list of models (<c>GET /v1/models</c>).</summary>
    public static ScriptedResponse Models(params string[] names) =>
        Raw(new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. names.Select(name => new JsonObject { ["id"] = name, ["object"] = "model" })]),
        }.ToJsonString());

    /// <summary>No answer at all.</summary>
    public static ScriptedResponse Hang() => new(static (_, _, cancellation) => Task.Delay(MaximumTime, cancellation));

    /// <summary>A good beginning, then silence.</summary>
    public static ScriptedResponse Stall(string text) =>
        new(async (context, request, cancellation) =>
        {
            StartStream(context);
            foreach (var piece in Pieces(text))
                await SendAsync(context, Chunk(request, new JsonObject { ["content"] = piece }, null), cancellation);
            await Task.Delay(MaximumTime, cancellation);
        });

    /// <summary>A stream whose content never ends.</summary>
    public static ScriptedResponse EndlessStream() =>
        new(async (context, request, cancellation) =>
        {
            StartStream(context);
            var piece = string.Concat(Enumerable.Repeat("and so on, ", 100));
            for (var i = 0; i < MaximumChunks; i++)
                await SendAsync(context, Chunk(request, new JsonObject { ["content"] = piece }, null), cancellation);
        });

    /// <summary>A stream that is kept alive by comments and holds nothing.</summary>
    public static ScriptedResponse PingOnly() =>
        new(async (context, _, cancellation) =>
        {
            StartStream(context);
            for (var i = 0; i < MaximumChunks; i++)
            {
                await context.Response.WriteAsync(": ping\n\n", cancellation);
                await context.Response.Body.FlushAsync(cancellation);
                await Task.Delay(50, cancellation);
            }
        });

    /// <summary>A stream whose connection breaks in the middle.</summary>
    public static ScriptedResponse CutStream(string text) =>
        new(async (context, request, cancellation) =>
        {
            StartStream(context);
            foreach (var piece in Pieces(text))
                await SendAsync(context, Chunk(request, new JsonObject { ["content"] = piece }, null), cancellation);
            context.Abort();
        });

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

    private static void StartStream(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
    }

    private static Task WriteWholeAsync(
        HttpContext context,
        ScriptedRequest request,
        string text,
        string? finishReason,
        string? reasoning,
        string reasoningField,
        JsonObject? usage,
        CancellationToken cancellation)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = text };
        if (reasoning is not null)
            message[reasoningField] = reasoning;
        var whole = Envelope(request, "chat.completion");
        whole["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = finishReason });
        if (usage is not null)
            whole["usage"] = usage;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(whole.ToJsonString(), cancellation);
    }

    private static async Task SendAsync(HttpContext context, JsonObject chunk, CancellationToken cancellation)
    {
        await context.Response.WriteAsync($"data: {chunk.ToJsonString()}\n\n", cancellation);
        await context.Response.Body.FlushAsync(cancellation);
    }

    private static JsonObject Chunk(ScriptedRequest request, JsonObject delta, string? finishReason)
    {
        var chunk = Envelope(request, "chat.completion.chunk");
        chunk["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finishReason });
        return chunk;
    }

    private static JsonObject UsageChunk(ScriptedRequest request, JsonObject usage)
    {
        var chunk = Envelope(request, "chat.completion.chunk");
        chunk["choices"] = new JsonArray();
        chunk["usage"] = usage;
        return chunk;
    }

    private static JsonObject Envelope(ScriptedRequest request, string kind) => new()
    {
        ["id"] = "chatcmpl-" + request.BodyText.Length.ToString(CultureInfo.InvariantCulture),
        ["object"] = kind,
        ["created"] = 1_700_000_000,
        ["model"] = request.Model,
    };

    private static JsonObject Usage(int promptTokens, int completionTokens) => new()
    {
        ["prompt_tokens"] = promptTokens,
        ["completion_tokens"] = completionTokens,
        ["total_tokens"] = promptTokens + completionTokens,
    };

    // Small pieces, so that whatever a client looks for is cut somewhere in its middle.
    private static IEnumerable<string> Pieces(string text)
    {
        const int length = 7;
        for (var start = 0; start < text.Length; start += length)
            yield return text.Substring(start, Math.Min(length, text.Length - start));
    }
}
