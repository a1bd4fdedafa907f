using System.Globalization;
using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;
using CodeAssist.Testing;

namespace CodeAssist.Models.Tests;

/// <summary>What a user reads when an endpoint misbehaves: one line each, with what to do.</summary>
public class FaultTests : ModelTestBase
{
    [Fact]
    public async Task Nobody_listening()
    {
        var reply = await AskAsync(Profile(ClosedPort(), "ollama"));
        AssertFailure(reply, "127.0.0.1:", "refused the connection", "is the server running?", "ollama serve");
        Assert.NotNull(reply.Exchange);
    }

    [Fact]
    public async Task An_unknown_host() =>
        AssertFailure(await AskAsync(Profile(new Uri("http://models.invalid/v1"))), "models.invalid", "is not known");

    [Fact]
    public async Task No_answer_in_time()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Hang());
        AssertFailure(await AskAsync(Profile(server.Endpoint, timeoutSeconds: 1)), "did not reply within 1 s", "timeoutSeconds");
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Pings_are_no_progress()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.PingOnly());
        AssertFailure(await AskAsync(Profile(server.Endpoint, timeoutSeconds: 1)), "did not reply within 1 s");
    }

    [Fact]
    public async Task Silence_after_a_beginning()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Stall("```csharp\n"));
        AssertFailure(
            await AskAsync(Profile(server.Endpoint), limits: new ReplyLimits { Idle = TimeSpan.FromSeconds(0.5) }),
            "began to reply and then sent nothing for 0.5 s");
    }

    [Fact]
    public async Task An_endless_stream() =>
        AssertFailure(await AskAsync(ScriptedResponse.EndlessStream()), "far longer than the 2048 tokens", "was stopped");

    [Fact]
    public async Task An_answer_larger_than_any_reply()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Raw(new string(' ', 100_000)));
        AssertFailure(await AskAsync(Profile(server.Endpoint), limits: new ReplyLimits { MostBytes = 50_000 }), "was stopped");
    }

    [Fact]
    public async Task A_key_that_is_not_accepted_is_named_but_not_shown()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Error(401, "Incorrect API key provided: very-secret"));
        var reply = await AskAsync(Profile(server.Endpoint) with { Key = ApiKey.FromVariable("CODEASSIST_API_KEY", "very-secret") });
        AssertFailure(reply, "401", "did not accept the key", "CODEASSIST_API_KEY");
        Assert.DoesNotContain("very-secret", reply.FailureReason);
        Assert.Equal("Bearer very-secret", server.Requests[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task A_server_that_repeats_the_key_elsewhere_does_not_make_us_show_it()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Error(403, "key very-secret is blocked"));
        var reply = await AskAsync(Profile(server.Endpoint) with { Key = ApiKey.FromVariable("K", "very-secret") });
        AssertFailure(reply, "403", "key *** is blocked");
        Assert.DoesNotContain("very-secret", reply.FailureReason);
    }

    [Fact]
    public async Task A_missing_key() =>
        AssertFailure(await AskAsync(ScriptedResponse.Error(401, "no key")), "401", "asks for a key", "profiles.test.keyVariable");

    [Fact]
    public async Task An_unknown_model() => AssertFailure(
        await AskAsync(ScriptedResponse.Error(404, "model \"qwen2.5-coder:7b\" not found, try pulling it first")),
        "404", "no model 'qwen2.5-coder:7b'", "/v1", "try pulling it first");

    [Fact]
    public async Task Too_many_requests_are_asked_again()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Error(429, "slow down", "limit_requests"), ScriptedResponse.Text("done"));
        Assert.Equal("done", (await AskAsync(Profile(server.Endpoint))).Text);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Too_many_requests_for_good_end_after_three_attempts()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Error(429, "slow down"));
        AssertFailure(await AskAsync(Profile(server.Endpoint)), "429", "too many requests", "slow down");
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_short_wait_is_honoured()
    {
        await using var server = await ScriptedModelServer.StartAsync(
            ScriptedResponse.Error(429, "slow down", null, ("Retry-After", "1")), ScriptedResponse.Text("done"));
        Assert.Equal("done", (await AskAsync(Profile(server.Endpoint))).Text);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_wait_of_114_hours_is_told_and_not_waited()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Error(429, "slow down", null, ("Retry-After", "410400")));
        AssertFailure(await AskAsync(Profile(server.Endpoint)), "429", "wait for 114 h");
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_exhausted_quota_is_not_asked_again()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Error(429, "Access denied, account overdue", "Arrearage"));
        AssertFailure(await AskAsync(Profile(server.Endpoint)), "no quota left", "top it up");
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Insufficient_quota_is_asked_once_more()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Error(429, "You exceeded your quota", "insufficient_quota"));
        AssertFailure(await AskAsync(Profile(server.Endpoint)), "no quota left");
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(408)]
    public async Task A_fault_of_the_moment_is_asked_again(int status)
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Error(status, "oops"), ScriptedResponse.Text("done"));
        Assert.Equal("done", (await AskAsync(Profile(server.Endpoint))).Text);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(501)]
    [InlineData(504)]
    public async Task Other_faults_are_not_asked_again(int status)
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Error(status, "oops"));
        AssertFailure(await AskAsync(Profile(server.Endpoint)), status.ToString(CultureInfo.InvariantCulture), "oops");
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_server_that_stays_broken() =>
        AssertFailure(await AskAsync(ScriptedResponse.Status(500, "<html><body>Internal error</body></html>", "text/html")), "500", "look into the server's log");

    [Fact]
    public async Task A_model_that_is_still_loading() => AssertFailure(
        await AskAsync(ScriptedResponse.Error(503, "Loading model", null, ("Retry-After", "3600"))), "503", "still loads the model", "Loading model");

    [Fact]
    public async Task A_web_page() => AssertFailure(await AskAsync(ScriptedResponse.Html()), "web page", "/v1");

    [Theory]
    [InlineData("""{"choices":[{"message":{"content":"do""")]
    [InlineData("not json at all")]
    [InlineData("")]
    public async Task Broken_json(string body) => AssertFailure(await AskAsync(ScriptedResponse.Raw(body)), "broken JSON");

    [Fact]
    public async Task Broken_json_in_a_stream() =>
        AssertFailure(await AskAsync(ScriptedResponse.Events("""{"choices":[{"delta":{"content":"do""")), "broken JSON");

    [Theory]
    [InlineData("""{"models":["a"]}""")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("""{"choices":"none"}""")]
    [InlineData("""{"choices":[7]}""")]
    public async Task Json_that_is_no_reply(string body) => AssertFailure(await AskAsync(ScriptedResponse.Raw(body)), "not as a chat model");

    [Fact]
    public async Task A_cut_stream() => AssertFailure(await AskAsync(ScriptedResponse.CutStream("```csharp\nint")), "broke in the middle");

    [Fact]
    public async Task A_stream_without_a_finish_reason() =>
        AssertFailure(await AskAsync(ScriptedResponse.NoFinish("```csharp\nint x;\n```")), "finish_reason", "may not be whole");

    [Fact]
    public async Task A_whole_answer_without_a_finish_reason() =>
        AssertFailure(await AskAsync(ScriptedResponse.Raw("""{"choices":[{"message":{"content":"done"}}]}""")), "finish_reason");

    [Fact]
    public async Task A_reply_at_the_limit_of_tokens() =>
        AssertFailure(await AskAsync(ScriptedResponse.Length("```csharp\nint x")), "cut off at 2048 tokens", "raise outputTokens");

    [Fact]
    public async Task A_reply_that_ends_where_the_context_is_full() =>
        AssertFailure(await AskAsync(ScriptedResponse.Text("```csharp\nint x;", finishReason: "length", completionTokens: 900)), "after 900 tokens", "context was full", "promptTokens (2000)");

    [Fact]
    public async Task Thinking_that_eats_the_budget() => AssertFailure(
        await AskAsync(ScriptedResponse.Text("<think>Hm, hm, hm", finishReason: "length")), "thinking used up all 2048 tokens", "\"thinking\": false");

    [Fact]
    public async Task An_empty_reply() => AssertFailure(await AskAsync(ScriptedResponse.Empty()), "empty reply");

    [Fact]
    public async Task A_filtered_reply() =>
        AssertFailure(await AskAsync(ScriptedResponse.Text("", finishReason: "content_filter")), "content filter");

    [Fact]
    public async Task A_filtered_request() =>
        AssertFailure(await AskAsync(ScriptedResponse.Error(400, "Input data may contain inappropriate content", "data_inspection_failed")), "content filter");

    [Fact]
    public async Task An_error_in_the_middle_of_a_stream() => AssertFailure(
        await AskAsync(ScriptedResponse.Events("""{"choices":[{"delta":{"content":"a"}}]}""", """{"error":{"message":"CUDA out of memory"}}""")), "CUDA out of memory");

    [Theory]
    [InlineData("""{"error":{"message":"bad thing","type":"t","code":null}}""")]
    [InlineData("""{"error":"bad thing"}""")]
    [InlineData("""{"object":"error","message":"bad thing"}""")]
    [InlineData("""{"detail":"bad thing"}""")]
    [InlineData("""{"detail":[{"loc":["body","model"],"msg":"bad thing"}]}""")]
    [InlineData("""{"error_code":336003,"error_msg":"bad thing"}""")]
    [InlineData("""[{"error":{"message":"bad thing"}}]""")]
    [InlineData("bad thing")]
    public async Task Every_shape_of_an_error_is_read(string body) =>
        AssertFailure(await AskAsync(ScriptedResponse.Status(400, body)), "400", "bad thing");

    [Theory]
    [InlineData(400, "This model's maximum context length is 4096 tokens")]
    [InlineData(400, "Range of input length should be [1, 30720]")]
    [InlineData(500, "request (5000 tokens) exceeds the available context size (4096 tokens)")]
    public async Task A_prompt_that_does_not_fit(int status, string message) =>
        AssertFailure(await AskAsync(ScriptedResponse.Error(status, message)), "does not fit", "promptTokens (2000)");

    [Fact]
    public async Task A_prompt_that_the_server_cuts_in_silence()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("done", promptTokens: 100));
        var request = Request(string.Concat(Enumerable.Repeat("var total = order.Total; ", 200)));
        AssertFailure(await AskAsync(Profile(server.Endpoint, "lmstudio"), request), "read only 100 of about", "larger context");
    }

    [Fact]
    public async Task A_server_that_leaves_what_it_has_cached_out_of_its_count_has_cut_nothing()
    {
        const string cached = """{"choices":[{"index":0,"delta":{"content":"done"},"finish_reason":"stop"}],"usage":{"prompt_tokens":40,"completion_tokens":3,"prompt_tokens_details":{"cached_tokens":1000}}}""";
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Events(cached));
        var request = Request(string.Concat(Enumerable.Repeat("var total = order.Total; ", 200)));
        Assert.Equal("done", (await AskAsync(Profile(server.Endpoint, "lmstudio"), request)).Text);
    }

    [Fact]
    public async Task A_context_that_has_held_a_prompt_has_not_cut_a_shorter_one()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("done", promptTokens: 1500), ScriptedResponse.Text("again", promptTokens: 5));
        using var client = Client(Profile(new Uri(server.Endpoint, "/"), "ollama"));
        var text = string.Concat(Enumerable.Repeat("var total = order.Total; ", 200));
        Assert.Equal("done", (await client.AskAsync(Request(text), CancellationToken.None)).Text);
        Assert.Equal("again", (await client.AskAsync(Request(text), CancellationToken.None)).Text);
        AssertFailure(await client.AskAsync(Request(text + text), CancellationToken.None), "read only 5 of about");
    }

    [Theory]
    [InlineData("openai-compatible")]
    [InlineData("ollama")]
    public async Task A_small_body_that_unpacks_to_a_huge_one_is_stopped(string kind)
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.GzipFlood(256 * 1024 * 1024));
        AssertFailure(await AskAsync(Profile(server.BaseOf(kind), kind)), "far longer than");
    }

    [Theory]
    [InlineData("openai-compatible")]
    [InlineData("ollama")]
    public async Task A_line_of_ten_megabytes_is_stopped(string kind)
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.WholeLine(string.Concat(Enumerable.Range(0, 1_500_000).Select(i => $"{i} "))));
        AssertFailure(await AskAsync(Profile(server.BaseOf(kind), kind)), "far longer than");
    }

    [Fact]
    public async Task A_redirect_to_another_port_is_not_followed()
    {
        await using var other = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("stolen"));
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Redirect(new Uri(other.Endpoint + "/chat/completions"), 308));
        AssertFailure(await AskAsync(Profile(server.Endpoint)), "redirects to http://127.0.0.1:");
        Assert.Empty(other.Requests);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_to_another_host_is_not_followed(int status)
    {
        await using var other = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("stolen"));
        await using var server = await ScriptedModelServer.StartAsync(
            ScriptedResponse.Redirect(new Uri($"http://localhost:{other.Endpoint.Port}/v1/chat/completions"), status));
        AssertFailure(await AskAsync(Profile(server.Endpoint)), "redirects to http://localhost:", "put the final address");
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task A_redirect_on_the_same_server_is_followed()
    {
        await using var server = await ScriptedModelServer.StartAsync(request => request.Path == "/v1/chat/completions"
            ? ScriptedResponse.Status(308, "", "text/plain", ("Location", "/other/chat/completions"))
            : ScriptedResponse.Text("done"));
        Assert.Equal("done", (await AskAsync(Profile(server.Endpoint))).Text);
    }

    [Fact]
    public async Task A_circle_of_redirects_ends()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Status(307, "", "text/plain", ("Location", "/v1/chat/completions")));
        AssertFailure(await AskAsync(Profile(server.Endpoint)), "redirects");
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task A_servers_words_cannot_steer_a_terminal()
    {
        var reply = await AskAsync(ScriptedResponse.Error(400, "\u001b[31mred\u001b[0m\nline two\u202e"));
        AssertFailure(reply, "[31mred");
        Assert.DoesNotContain('\u001b', reply.FailureReason!);
        Assert.DoesNotContain('\u202e', reply.FailureReason!);
    }

    [Fact]
    public async Task Faults_are_told_in_Chinese_too()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        AssertFailure(await AskAsync(Profile(ClosedPort())), "拒绝连接");
    }
}
