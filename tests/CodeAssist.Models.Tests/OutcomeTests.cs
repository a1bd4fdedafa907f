using System.Text.RegularExpressions;
using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;
using CodeAssist.Repair.Proposing;
using CodeAssist.Testing;

namespace CodeAssist.Models.Tests;

/// <summary>
/// Every fault once in each family of clients: it ends within its budget with the right reason, and the next request
/// works.
/// </summary>
public sealed partial class OutcomeTests : ModelTestBase, IClassFixture<OutcomeTable>
{
    private const string Code = "```csharp\nint x;\n```";

    // A hang that nothing ends shows itself here and not as a run that never ends.
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    private static readonly ReplyLimits Limits = new() { Idle = TimeSpan.FromSeconds(0.4) };

    private static readonly Fault[] Faults =
    [
        new("slow headers", ScriptedResponse.Hang(), "did not reply within 1 s") { TimeoutSeconds = 1 },
        new("stalled stream", ScriptedResponse.Stall("```csharp\n"), "sent nothing for 0.4 s"),
        new("pings only", ScriptedResponse.PingOnly(), "did not reply within 1 s") { TimeoutSeconds = 1 },
        new("connection cut", ScriptedResponse.CutStream("```csharp\nint"), "broke in the middle"),
        new("cut in a JSON", ScriptedResponse.CutEvent("int total = 1;", 12), "finish_reason|broken JSON"),
        new("cut in a UTF-8 character", ScriptedResponse.CutEvent("合计", 15), "finish_reason|broken JSON"),
        new("a character broken in two", ScriptedResponse.BrokenCharacter("// ", "计"), "characters of the reply were lost"),
        new("no finish_reason", ScriptedResponse.NoFinish(Code), "finish_reason"),
        new("length", ScriptedResponse.Length(Code), "cut off at 2048 tokens"),
        new("length, all of it thinking", ScriptedResponse.Text("<think>Hm, hm", finishReason: "length"), "thinking used up all 2048 tokens"),
        new("overflow: maximum context length", ScriptedResponse.Error(400, "This model's maximum context length is 4096 tokens. However, you requested 5000"), "does not fit"),
        new("overflow: You passed N input tokens", ScriptedResponse.Error(400, "You passed 5000 input tokens and requested 2048 output tokens. However, the model's context length is only 4096"), "does not fit"),
        new("overflow: exceed_context_size_error", ScriptedResponse.Error(400, "the request exceeds the available context size (n_prompt_tokens 5000, n_ctx 4096)", "exceed_context_size_error"), "does not fit"),
        new("overflow: Range of input length", ScriptedResponse.Error(400, "Range of input length should be [1, 30720]", "invalid_parameter_error"), "does not fit"),
        new("overflow: context_length_exceeded", ScriptedResponse.Error(400, "too long", "context_length_exceeded"), "does not fit"),
        new("overflow: Ollama's own words", ScriptedResponse.Error(400, "the input length exceeds the context length"), "does not fit"),
        new("401", ScriptedResponse.Error(401, "no key"), "401: .* asks for a key"),
        new("403", ScriptedResponse.Error(403, "not yours"), "403: .* permissions"),
        new("404, the model", ScriptedResponse.Error(404, "model 'qwen2.5-coder:7b' not found"), "404: .*no model 'qwen2.5-coder:7b'"),
        new("408", ScriptedResponse.Error(408, "late"), "408: "),
        new("413", ScriptedResponse.Error(413, "too large"), "does not fit"),
        new("429", ScriptedResponse.Error(429, "slow down"), "429: .* too many requests"),
        new("429, Retry-After 1", ScriptedResponse.Error(429, "slow down", null, ("Retry-After", "1")), "429: .* asks to wait for 1 s"),
        new("429, Retry-After 114 h", ScriptedResponse.Error(429, "slow down", null, ("Retry-After", "410400")), "429: .* wait for 114 h"),
        new("500", ScriptedResponse.Error(500, "oops"), "500: .* broke"),
        new("502", ScriptedResponse.Status(502, "<html><body>Bad Gateway</body></html>", "text/html"), "502: .* broke"),
        new("503, loading", ScriptedResponse.Error(503, "Loading model", null, ("Retry-After", "3600")), "503: .* still loads the model"),
        new("a web page", ScriptedResponse.Html(), "web page"),
        new("an empty body", ScriptedResponse.Raw(""), "broken JSON|finish_reason"),
        new("an empty reply", ScriptedResponse.Empty(), "empty reply"),
        new("gzip", ScriptedResponse.Gzip("done"), null),
        new("gzip that is none", ScriptedResponse.BrokenGzip(), "broken JSON"),
        new("50 MB", ScriptedResponse.Flood(50 * 1024 * 1024), "far longer than"),
        new("an endless reply", ScriptedResponse.EndlessStream(), "far longer than the 2048 tokens"),
        new("endless repetition", ScriptedResponse.Repetition("x = x + 1;\n"), "repeats itself"),
        new("wrong JSON types", ScriptedResponse.Events("""{"choices":{"delta":7},"message":7,"done":"no"}"""), "not as a chat model"),
        new("JSON that is no object", ScriptedResponse.Events("[1,2]"), "not as a chat model"),
        new("usage -1", ScriptedResponse.Text("done", promptTokens: -1, completionTokens: -1), null),
        new("no usage", ScriptedResponse.Text("done", promptTokens: null), null),
        new("a cut prompt", ScriptedResponse.Text("done", promptTokens: 40), "read only 40 of about") { Prompt = string.Concat(Enumerable.Repeat("var total = order.Total; ", 200)) },
        new("content filter, of the prompt", ScriptedResponse.Error(400, "Input data may contain inappropriate content", "data_inspection_failed"), "content filter"),
        new("content filter, of the reply", ScriptedResponse.Text("", finishReason: "content_filter"), "content filter"),
        new("an error in the stream", ScriptedResponse.ErrorInStream("```csharp\n", "CUDA out of memory"), "CUDA out of memory"),
        new("redirect to another host", ScriptedResponse.Redirect(new Uri("http://127.0.0.2:9/v1/chat/completions")), "redirects to http://127.0.0.2"),
        new("redirect in a circle", ScriptedResponse.MovedTo("/api/chat/completions/again"), "redirects"),
        new("a tool call", ScriptedResponse.ToolCall(), "asks to call a tool"),
        new("a reply in another language", ScriptedResponse.Text("```python\nprint(1)\n```"), null),
    ];

    private readonly OutcomeTable _table;

    public OutcomeTests(OutcomeTable table)
    {
        _table = table;
        table.Order = ["connection refused", "unknown host", "certificate that nobody vouches for", .. Faults.Select(fault => fault.Name)];
    }

    public static IEnumerable<object[]> Rows { get; } = [.. from fault in Faults from kind in new[] { "openai-compatible", "ollama" } select new object[] { fault.Name, kind }];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_fault_ends_with_its_reason_and_the_next_request_works(string name, string kind)
    {
        var fault = Faults.Single(fault => fault.Name == name);
        var failing = true;
        await using var server = await ScriptedModelServer.StartAsync(_ => failing ? fault.Response : ScriptedResponse.Text("all is well"));
        using var client = Client(Profile(server.BaseOf(kind), kind, fault.TimeoutSeconds), Limits);

        var reply = await client.AskAsync(Request(fault.Prompt), CancellationToken.None).WaitAsync(Guard);
        _table.Add(name, kind, Outcome(reply, server));
        if (fault.Reason is null)
        {
            Assert.Null(reply.FailureReason);
        }
        else
        {
            AssertFailure(reply);
            Assert.Matches(fault.Reason, reply.FailureReason);
        }

        failing = false;
        Assert.Equal("all is well", (await client.AskAsync(Request(), CancellationToken.None).WaitAsync(Guard)).Text);
    }

    [Theory]
    [InlineData("openai-compatible")]
    [InlineData("ollama")]
    public async Task A_server_that_is_started_after_all_is_found(string kind)
    {
        var endpoint = ClosedPort();
        using var client = Client(Profile(endpoint, kind));
        var reply = await client.AskAsync(Request(), CancellationToken.None).WaitAsync(Guard);
        _table.Add("connection refused", kind, Outcome(reply, null));
        AssertFailure(reply, "refused the connection", "is the server running");
        await using var server = await ScriptedModelServer.StartAsync(_ => ScriptedResponse.Text("all is well"), port: endpoint.Port);
        Assert.Equal("all is well", (await client.AskAsync(Request(), CancellationToken.None).WaitAsync(Guard)).Text);
    }

    [Theory]
    [InlineData("openai-compatible")]
    [InlineData("ollama")]
    public async Task A_host_that_nobody_knows(string kind)
    {
        var reply = await AskAsync(Profile(new Uri("http://models.invalid/v1"), kind)).WaitAsync(Guard);
        _table.Add("unknown host", kind, Outcome(reply, null));
        AssertFailure(reply, "models.invalid", "is not known");
    }

    [Theory]
    [InlineData("openai-compatible")]
    [InlineData("ollama")]
    public async Task A_certificate_that_nobody_vouches_for_is_refused(string kind)
    {
        using var certificate = SelfMadeCertificate.Create();
        await using var server = await ScriptedModelServer.StartAsync(_ => ScriptedResponse.Text("done"), certificate);
        var reply = await AskAsync(Profile(server.BaseOf(kind), kind)).WaitAsync(Guard);
        _table.Add("certificate that nobody vouches for", kind, Outcome(reply, null));
        AssertFailure(reply, "no encrypted connection", "certificate");
        Assert.Empty(server.Requests);
    }

    private static string Outcome(ModelReply reply, ScriptedModelServer? server) => Ports().Replace(
        reply.FailureReason ?? "a reply" + (reply.Text!.Contains("python", StringComparison.Ordinal) ? ", which the gate refuses" : ""), "$1")
        + (server is { Requests.Count: > 1 } ? $" ({server.Requests.Count} requests)" : "");

    [GeneratedRegex(@"(127\.0\.0\.1|localhost):\d+")]
    private static partial Regex Ports();

    private sealed record Fault(string Name, ScriptedResponse Response, string? Reason)
    {
        public int TimeoutSeconds { get; init; } = 20;

        public string Prompt { get; init; } = "Repair this.";
    }
}
