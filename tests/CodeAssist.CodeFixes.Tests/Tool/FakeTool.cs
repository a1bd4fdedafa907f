using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using CodeAssist.CodeFixes.Tool;

namespace CodeAssist.CodeFixes.Tests.Tool;

/// <summary>A tool in this process, behind pipes, that says what a test tells it to.</summary>
internal sealed class FakeTool : IToolLauncher
{
    private readonly ConcurrentQueue<JsonNode> _received = new();

    /// <summary>What it answers to <c>hello</c>; null says nothing.</summary>
    public JsonObject? Hello { get; set; } = GoodHello();

    /// <summary>What it answers to <c>ask</c>; null says nothing. The number is filled in.</summary>
    public Func<JsonNode, JsonObject?> Answer { get; set; } = _ => null;

    /// <summary>Whether it dies when it is asked.</summary>
    public bool DiesWhenAsked { get; set; }

    /// <summary>How often it was started.</summary>
    public int Starts => _starts;

    /// <summary>The messages that it received, of a type.</summary>
    public IReadOnlyList<JsonNode> Received(string type) => [.. _received.Where(message => (string?)message["type"] == type)];

    private int _starts;

    /// <summary>The hello of a tool whose user connected a model.</summary>
    public static JsonObject GoodHello(string trigger = "ask", int timeoutSeconds = 60) => new()
    {
        ["type"] = "hello",
        ["protocol"] = 1,
        ["tool"] = "0.1.0",
        ["modelFixes"] = true,
        ["reason"] = null,
        ["model"] = "qwen-test",
        ["loopback"] = trigger == "prefetch",
        ["trigger"] = trigger,
        ["promptTokens"] = 2000,
        ["timeoutSeconds"] = timeoutSeconds,
        ["diagnostics"] = new JsonArray("ABC0001"),
    };

    /// <summary>The reply of a model.</summary>
    public static JsonObject Reply(string text) => new()
    {
        ["type"] = "reply",
        ["text"] = text,
        ["exchange"] = new JsonObject
        {
            ["model"] = "qwen-test",
            ["endpointHost"] = "127.0.0.1",
            ["promptHash"] = "00",
            ["promptTokens"] = 10,
            ["completionTokens"] = null,
        },
    };

    /// <inheritdoc/>
    public ToolPipes Launch(string path)
    {
        Interlocked.Increment(ref _starts);
        var input = new Pipe();
        var output = new Pipe();
        _ = RunAsync(input.Reader.AsStream(), output.Writer);
        return new ToolPipes(input.Writer.AsStream(), output.Reader.AsStream())
        {
            End = () => output.Writer.Complete(),
            LastWords = () => null,
        };
    }

    private async Task RunAsync(Stream input, PipeWriter output)
    {
        using var reader = new StreamReader(input);
        while (await reader.ReadLineAsync() is { } line)
        {
            var message = JsonNode.Parse(line)!;
            _received.Enqueue(message);
            var type = (string?)message["type"];
            if (type == "ask" && DiesWhenAsked)
                break;
            var answer = type switch
            {
                "hello" => Hello?.DeepClone(),
                "ask" => Answer(message),
                _ => null,
            };
            if (answer is null)
                continue;
            if (type == "ask")
                answer["id"] = (int)message["id"]!;
            await output.WriteAsync(Encoding.UTF8.GetBytes(answer.ToJsonString() + "\n"));
        }

        await output.CompleteAsync();
    }
}
