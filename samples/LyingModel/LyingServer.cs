using System.Text.Json;
using System.Text.Json.Nodes;

namespace LyingModel;

/// <summary>
/// Speaks the part of the OpenAI-compatible protocol that a chat client needs, on loopback. It is not a model: it
/// reads nothing of a request but the model's name, and answers with that name's text.
/// </summary>
internal static class LyingServer
{
    public const string Notice = "This is not a model: every answer is canned.";

    /// <summary>Starts the server; port 0 is any free one. Its address is in <see cref="WebApplication.Urls"/>.</summary>
    public static async Task<WebApplication> StartAsync(int port, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var server = builder.Build();
        server.MapGet("/", () => Notice);
        server.MapGet("/v1/models", Models);
        server.MapPost("/v1/chat/completions", CompleteAsync);
        await server.StartAsync(cancellation);
        return server;
    }

    private static IResult Models() => Results.Json(new
    {
        @object = "list",
        data = Reply.All.Select(reply => new { id = reply.ModelName, @object = "model", owned_by = "not a model" }),
    });

    private static async Task CompleteAsync(HttpContext http)
    {
        JsonNode? request;
        try
        {
            request = await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        }
        catch (JsonException exception)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, "The request is no JSON: " + exception.Message);
            return;
        }

        var name = (request as JsonObject)?["model"]?.ToString();
        if (Reply.Find(name) is not { } reply)
        {
            await RefuseAsync(http, StatusCodes.Status404NotFound, $"There is no reply '{name}'. See /v1/models.");
            return;
        }

        if (request!["stream"]?.ToString() == "true")
            await StreamAsync(http, reply);
        else
            await http.Response.WriteAsJsonAsync(Completion(reply, "chat.completion", "message", reply.ReadText(), "stop"), http.RequestAborted);
    }

    private static async Task StreamAsync(HttpContext http, Reply reply)
    {
        http.Response.ContentType = "text/event-stream";
        foreach (var line in reply.ReadText().Split('\n'))
            await SendAsync(Completion(reply, "chat.completion.chunk", "delta", line + "\n", finish: null).ToJsonString());
        await SendAsync(Completion(reply, "chat.completion.chunk", "delta", "", "stop").ToJsonString());
        await SendAsync("[DONE]");

        Task SendAsync(string data) => http.Response.WriteAsync($"data: {data}\n\n", http.RequestAborted);
    }

    private static JsonObject Completion(Reply reply, string kind, string part, string text, string? finish) => new()
    {
        ["id"] = "not-a-model",
        ["object"] = kind,
        ["created"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
        ["model"] = reply.ModelName,
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            [part] = new JsonObject { ["role"] = "assistant", ["content"] = text },
            ["finish_reason"] = finish,
        }),
    };

    private static Task RefuseAsync(HttpContext http, int status, string message)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { error = new { message, type = "invalid_request_error" } }, http.RequestAborted);
    }
}
