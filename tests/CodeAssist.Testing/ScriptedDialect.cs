using System.Globalization;
using System.Text.Json.Nodes;

namespace CodeAssist.Testing;

/// <summary>How a family of servers says what a script has it say; chosen by the path that is asked.</summary>
internal abstract class ScriptedDialect
{
    private static readonly ScriptedDialect Chat = new ChatCompletions();
    private static readonly ScriptedDialect Native = new Ollama();

    /// <summary>The media type of a stream.</summary>
    public abstract string StreamType { get; }

    /// <summary>What keeps a connection alive without being content.</summary>
    public abstract string Ping { get; }

    /// <summary>What ends a stream in good order; empty where its last event does.</summary>
    public abstract string End { get; }

    public static ScriptedDialect Of(ScriptedRequest request) => request.IsOllama ? Native : Chat;

    /// <summary>An event around a JSON text.</summary>
    public abstract string Event(string json);

    /// <summary>The event with which a stream begins; empty where there is none.</summary>
    public virtual string Begin(ScriptedRequest request) => string.Empty;

    /// <summary>An event with a part of the content.</summary>
    public abstract string Content(ScriptedRequest request, string text);

    /// <summary>An event with a part of the thinking.</summary>
    public abstract string Reasoning(ScriptedRequest request, string text, string field);

    /// <summary>The event that says why the model stopped, with the usage; a reason of null leaves out that which ends the reply.</summary>
    public abstract string Finish(ScriptedRequest request, string? reason, JsonObject? usage);

    /// <summary>An error in the middle of a stream.</summary>
    public abstract string Error(string message);

    /// <summary>The body of an error.</summary>
    public abstract string ErrorBody(string message, string? code);

    /// <summary>The whole reply as one JSON object.</summary>
    public abstract string Whole(ScriptedRequest request, JsonObject message, string? finishReason, JsonObject? usage);

    /// <summary>A usage of so many tokens.</summary>
    public abstract JsonObject Usage(int promptTokens, int completionTokens);

    /// <summary>A message that asks for a tool to be called.</summary>
    public abstract string ToolCall(ScriptedRequest request);

    private static void Merge(JsonObject target, JsonObject? source)
    {
        foreach (var (name, value) in source ?? [])
            target[name] = value?.DeepClone();
    }

    /// <summary>Chat Completions: server-sent events.</summary>
    private sealed class ChatCompletions : ScriptedDialect
    {
        public override string StreamType => "text/event-stream; charset=utf-8";

        public override string Ping => ": ping\n\n";

        public override string End => "data: [DONE]\n\n";

        public override string Event(string json) => $"data: {json}\n\n";

        public override string Begin(ScriptedRequest request) => Chunk(request, new JsonObject { ["role"] = "assistant", ["content"] = "" }, null);

        public override string Content(ScriptedRequest request, string text) => Chunk(request, new JsonObject { ["content"] = text }, null);

        public override string Reasoning(ScriptedRequest request, string text, string field) => Chunk(request, new JsonObject { [field] = text }, null);

        public override string Finish(ScriptedRequest request, string? reason, JsonObject? usage)
        {
            var end = reason is null ? string.Empty : Chunk(request, [], reason);
            if (usage is null || !request.IncludeUsage)
                return end;
            var chunk = Envelope(request, "chat.completion.chunk");
            chunk["choices"] = new JsonArray();
            chunk["usage"] = usage;
            return end + Event(chunk.ToJsonString());
        }

        public override string Error(string message) => Event(ErrorBody(message, null));

        public override string ErrorBody(string message, string? code) =>
            new JsonObject { ["error"] = new JsonObject { ["message"] = message, ["type"] = "error", ["code"] = code } }.ToJsonString();

        public override string Whole(ScriptedRequest request, JsonObject message, string? finishReason, JsonObject? usage)
        {
            var whole = Envelope(request, "chat.completion");
            whole["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = finishReason });
            if (usage is not null)
                whole["usage"] = usage;
            return whole.ToJsonString();
        }

        public override JsonObject Usage(int promptTokens, int completionTokens) => new()
        {
            ["prompt_tokens"] = promptTokens,
            ["completion_tokens"] = completionTokens,
            ["total_tokens"] = promptTokens + completionTokens,
        };

        public override string ToolCall(ScriptedRequest request) => Chunk(
            request,
            new JsonObject
            {
                ["tool_calls"] = new JsonArray(new JsonObject
                {
                    ["index"] = 0,
                    ["id"] = "call_1",
                    ["type"] = "function",
                    ["function"] = new JsonObject { ["name"] = "read_file", ["arguments"] = "{}" },
                }),
            },
            null) + Chunk(request, [], "tool_calls");

        private string Chunk(ScriptedRequest request, JsonObject delta, string? finishReason)
        {
            var chunk = Envelope(request, "chat.completion.chunk");
            chunk["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finishReason });
            return Event(chunk.ToJsonString());
        }

        private static JsonObject Envelope(ScriptedRequest request, string kind) => new()
        {
            ["id"] = "chatcmpl-" + request.BodyText.Length.ToString(CultureInfo.InvariantCulture),
            ["object"] = kind,
            ["created"] = 1_700_000_000,
            ["model"] = request.Model,
        };
    }

    /// <summary>Ollama's own: lines of JSON.</summary>
    private sealed class Ollama : ScriptedDialect
    {
        public override string StreamType => "application/x-ndjson";

        public override string Ping => "\n";

        public override string End => string.Empty;

        public override string Event(string json) => json + "\n";

        public override string Content(ScriptedRequest request, string text) => Line(request, new JsonObject { ["role"] = "assistant", ["content"] = text });

        public override string Reasoning(ScriptedRequest request, string text, string field) =>
            Line(request, new JsonObject { ["role"] = "assistant", ["content"] = "", ["thinking"] = text });

        public override string Finish(ScriptedRequest request, string? reason, JsonObject? usage)
        {
            if (reason is null)
                return string.Empty;
            var line = Envelope(request, new JsonObject { ["role"] = "assistant", ["content"] = "" }, done: true);
            line["done_reason"] = reason;
            line["total_duration"] = 1_000_000_000;
            Merge(line, usage);
            return Event(line.ToJsonString());
        }

        public override string Error(string message) => Event(ErrorBody(message, null));

        public override string ErrorBody(string message, string? code) => new JsonObject { ["error"] = code is null ? message : $"{code}: {message}" }.ToJsonString();

        public override string Whole(ScriptedRequest request, JsonObject message, string? finishReason, JsonObject? usage)
        {
            var line = Envelope(request, message, finishReason is not null);
            if (finishReason is not null)
                line["done_reason"] = finishReason;
            Merge(line, usage);
            return line.ToJsonString();
        }

        public override JsonObject Usage(int promptTokens, int completionTokens) =>
            new() { ["prompt_eval_count"] = promptTokens, ["eval_count"] = completionTokens, ["eval_duration"] = 500_000_000 };

        public override string ToolCall(ScriptedRequest request) => Line(request, new JsonObject
        {
            ["role"] = "assistant",
            ["content"] = "",
            ["tool_calls"] = new JsonArray(new JsonObject { ["function"] = new JsonObject { ["name"] = "read_file", ["arguments"] = new JsonObject() } }),
        }) + Finish(request, "stop", null);

        private string Line(ScriptedRequest request, JsonObject message) => Event(Envelope(request, message, done: false).ToJsonString());

        private static JsonObject Envelope(ScriptedRequest request, JsonObject message, bool done) => new()
        {
            ["model"] = request.Model,
            ["created_at"] = "2026-11-23T12:00:00Z",
            ["message"] = message,
            ["done"] = done,
        };
    }
}
