using System.Diagnostics;
using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;
using CodeAssist.Models.Layers;
using CodeAssist.Repair.Proposing;
using CodeAssist.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CodeAssist.Models.Tests;

/// <summary>What stands between a prompt and the network, layer by layer.</summary>
public class LayerTests : ModelTestBase
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData("codeassist.exclude = true", "codeassist.exclude")]
    [InlineData("codeassist.model_fixes = off", "codeassist.model_fixes")]
    public async Task A_prompt_that_quotes_an_excluded_file_does_not_leave(string setting, string words)
    {
        using var scratch = new Scratch();
        scratch.Write("repository/.editorconfig", "root = true\n[Secret/**.cs]\n" + setting + "\n");
        var secret = scratch.Write("repository/Secret/Plan.cs", "class Plan;");
        var open = scratch.Write("repository/Open.cs", "class Open;");
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("done"));
        using var client = Client(Profile(server.Endpoint));
        AssertFailure(await client.AskAsync(Request() with { Files = [open, secret] }, CancellationToken.None), "Plan.cs", words);
        Assert.Empty(server.Requests);
        Assert.Equal("done", (await client.AskAsync(Request() with { Files = [open] }, CancellationToken.None)).Text);
    }

    [Fact]
    public async Task A_link_is_no_way_around_an_exclusion()
    {
        using var scratch = new Scratch();
        scratch.Write("closed/.editorconfig", "root = true\n[*]\ncodeassist.exclude = true\n");
        var link = Path.Combine(scratch.Folder, "Link.cs");
        File.CreateSymbolicLink(link, scratch.Write("closed/Plan.cs", "class Plan;"));
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("done"));
        AssertFailure(await AskAsync(Profile(server.Endpoint), Request() with { Files = [link] }), "codeassist.exclude");
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("repository/settings/config.json", "repository/src/Plan.cs", true)]
    [InlineData("home/config.json", "repository/src/Plan.cs", false)]
    [InlineData("repository/settings/config.json", "other/Plan.cs", false)]
    public async Task A_configuration_in_a_repository_sends_nothing_of_that_repository(string configuration, string file, bool refused)
    {
        using var scratch = new Scratch();
        scratch.Write("repository/.git/HEAD", "ref: refs/heads/main\n");
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("done"));
        var profile = Profile(server.Endpoint) with { DefinedIn = scratch.Write(configuration, "{}") };
        var reply = await AskAsync(profile, Request() with { Files = [scratch.Write(file, "class Plan;")] });
        Assert.Equal(refused ? 0 : 1, server.Requests.Count);
        if (refused)
            AssertFailure(reply, "config.json", "lies in the repository");
    }

    [Fact]
    public async Task The_files_of_a_prompt_are_not_sent()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("done"));
        await AskAsync(Profile(server.Endpoint), Request() with { Files = ["/home/somebody/Plan.cs"] });
        Assert.DoesNotContain("somebody", Assert.Single(server.Requests).BodyText);
    }

    [Fact]
    public async Task A_fix_may_use_only_so_many_tokens_and_another_fix_may_still_use_its_own()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("done", promptTokens: 400, completionTokens: 300));
        using var client = Client(Profile(server.Endpoint) with { FixTokens = 3000 });
        Assert.Equal("done", (await client.AskAsync(Request("the first"), CancellationToken.None)).Text);
        AssertFailure(await AskAgainAsync(client, "the first"), "3000 tokens", "fixTokens", "'test'");
        Assert.Equal("done", (await client.AskAsync(Request("the second"), CancellationToken.None)).Text);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_session_may_use_only_so_many_tokens()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("done", promptTokens: 2000, completionTokens: 500));
        using var client = Client(Profile(server.Endpoint) with { SessionTokens = 5000 });
        Assert.Equal("done", (await client.AskAsync(Request("the first"), CancellationToken.None)).Text);
        Assert.Equal("done", (await client.AskAsync(Request("the second"), CancellationToken.None)).Text);
        AssertFailure(await client.AskAsync(Request("the third"), CancellationToken.None), "5000 tokens", "sessionTokens");
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task What_was_never_sent_costs_nothing()
    {
        using var client = Client(Profile(ClosedPort()) with { FixTokens = 2200 });
        AssertFailure(await client.AskAsync(Request(), CancellationToken.None), "refused");
        AssertFailure(await client.AskAsync(Request(), CancellationToken.None), "refused");
    }

    [Fact]
    public async Task Requests_at_once_do_not_go_beyond_the_budget_together()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("done", promptTokens: 2000, completionTokens: 2048));
        using var client = Client(Profile(server.Endpoint) with { SessionTokens = 5000 });
        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => client.AskAsync(Request("fix " + i), CancellationToken.None)));
        Assert.InRange(replies.Count(reply => reply.Text is not null), 1, 2);
        Assert.InRange(server.Requests.Count, 1, 2);
    }

    [Fact]
    public async Task Only_so_many_requests_are_sent_in_a_minute()
    {
        var endpoint = new CountingClient();
        using var client = Limited(endpoint, perMinute: 2, timeoutSeconds: 120);
        await client.GetResponseAsync("a");
        await client.GetResponseAsync("b");
        var third = client.GetResponseAsync("c");
        Assert.Equal(2, endpoint.Count);
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(third.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));
        await third.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(3, endpoint.Count);
    }

    [Fact]
    public async Task Who_would_wait_for_longer_than_a_request_may_take_is_told_so()
    {
        using var client = Limited(new CountingClient(), perMinute: 1, timeoutSeconds: 10);
        await client.GetResponseAsync("a");
        var fault = await Assert.ThrowsAsync<EndpointException>(() => client.GetResponseAsync("b"));
        Assert.Equal(EndpointFault.RateSpent, fault.Fault);
        Assert.Contains("requestsPerMinute", fault.Message);
    }

    [Fact]
    public async Task A_dead_endpoint_is_left_alone_and_asked_again_after_a_pause()
    {
        var endpoint = new CountingClient { Fault = new EndpointException(EndpointFault.Unreachable, "nobody listens") };
        using var client = new CircuitBreakingChatClient(endpoint, Faults(), _time);
        for (var i = 0; i < 50; i++)
            await Assert.ThrowsAsync<EndpointException>(() => client.GetResponseAsync("a"));
        Assert.Equal(3, endpoint.Count);
        var open = await Assert.ThrowsAsync<EndpointException>(() => client.GetResponseAsync("a"));
        Assert.Equal(EndpointFault.CircuitOpen, open.Fault);
        Assert.Contains("asked again in 10 s; the last reason: nobody listens", open.Message);

        _time.Advance(TimeSpan.FromSeconds(11));
        await Assert.ThrowsAsync<EndpointException>(() => client.GetResponseAsync("a"));
        await Assert.ThrowsAsync<EndpointException>(() => client.GetResponseAsync("a"));
        Assert.Equal(4, endpoint.Count);

        endpoint.Fault = null;
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("done", (await client.GetResponseAsync("a")).Text);
        Assert.Equal("done", (await client.GetResponseAsync("a")).Text);
    }

    [Theory]
    [InlineData(EndpointFault.Unauthorized, 10)]
    [InlineData(EndpointFault.NotFound, 10)]
    [InlineData(EndpointFault.Unreachable, 160)]
    public async Task Who_refuses_is_asked_again_soon_and_who_is_dead_less_and_less(EndpointFault fault, int seconds)
    {
        var endpoint = new CountingClient { Fault = new EndpointException(fault, "no") };
        using var client = new CircuitBreakingChatClient(endpoint, Faults(), _time);
        for (var i = 0; i < 3; i++)
            await Assert.ThrowsAsync<EndpointException>(() => client.GetResponseAsync("a"));
        for (var i = 0; i < 4; i++)
        {
            _time.Advance(TimeSpan.FromMinutes(6));
            await Assert.ThrowsAsync<EndpointException>(() => client.GetResponseAsync("a"));
        }

        var open = await Assert.ThrowsAsync<EndpointException>(() => client.GetResponseAsync("a"));
        Assert.Contains($"asked again in {seconds} s", open.Message);
    }

    [Fact]
    public async Task What_is_wrong_with_one_prompt_is_no_reason_to_leave_the_endpoint_alone()
    {
        var endpoint = new CountingClient { Fault = new EndpointException(EndpointFault.ContextExceeded, "too long") };
        using var client = new CircuitBreakingChatClient(endpoint, Faults(), _time);
        for (var i = 0; i < 10; i++)
            await Assert.ThrowsAsync<EndpointException>(() => client.GetResponseAsync("a"));
        Assert.Equal(10, endpoint.Count);
    }

    [Fact]
    public async Task The_circuit_is_in_the_pipeline()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Status(401, ""));
        using var client = Client(Profile(server.Endpoint));
        for (var i = 0; i < 3; i++)
            AssertFailure(await client.AskAsync(Request(), CancellationToken.None), "401");
        AssertFailure(await client.AskAsync(Request(), CancellationToken.None), "failed several times", "the last reason: 401");
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task The_chat_client_of_another_provider_fits_in_as_it_is()
    {
        var endpoint = new CountingClient { Text = "<think>Hm.</think>password = \"CODEASSIST_SECRET_1\"" };
        using var client = ModelClientFactory.Create(Profile(new Uri("https://models.example.com/v1")), endpoint);
        Assert.Equal("password = \"hunter-2-hunter\"", (await client.AskAsync(Request("var password = \"hunter-2-hunter\";"), CancellationToken.None)).Text);
        Assert.DoesNotContain("hunter", endpoint.Last);
        endpoint.Fault = new HttpRequestException("no", null, System.Net.HttpStatusCode.Unauthorized);
        AssertFailure(await client.AskAsync(Request(), CancellationToken.None), "401", "models.example.com");
    }

    [Fact]
    public async Task A_request_is_a_span_by_the_conventions_and_holds_none_of_its_text()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ModelTelemetry.Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (spans)
                    spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("the very reply", promptTokens: 321));
        var profile = Profile(server.Endpoint, "vllm") with { Model = "for-telemetry" };
        await AskAsync(profile, Request("the very prompt"));
        var span = Assert.Single(spans, span => Equals(span.GetTagItem("gen_ai.request.model"), "for-telemetry"));
        Assert.Equal("chat", span.GetTagItem("gen_ai.operation.name"));
        Assert.Equal(321, Convert.ToInt32(span.GetTagItem("gen_ai.usage.input_tokens"), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("127.0.0.1", span.GetTagItem("server.address"));
        Assert.DoesNotContain("the very", string.Concat(span.TagObjects.Select(tag => tag.Value?.ToString()))
            + string.Concat(span.Events.SelectMany(one => one.Tags).Select(tag => tag.Value?.ToString())));
    }

    [Fact]
    public async Task A_request_is_logged_without_its_text()
    {
        var log = new LineLogger();
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("the very reply", promptTokens: 321, completionTokens: 7), ScriptedResponse.Status(403));
        using var client = ModelClientFactory.Create(Profile(server.Endpoint), new ModelClientOptions { Logger = log, Pauses = Pauses });
        await client.AskAsync(Request("the very prompt"), CancellationToken.None);
        await client.AskAsync(Request("the very prompt"), CancellationToken.None);
        Assert.Collection(
            log.Lines,
            line => Assert.Matches(@"qwen2.5-coder:7b at 127.0.0.1:\d+: reply after [\d.]+ s, 321 tokens in, 7 out", line),
            line => Assert.Matches(@"Forbidden after [\d.]+ s: 403: ", line));
        Assert.DoesNotContain("the very", string.Concat(log.Lines));
    }

    [Fact]
    public async Task The_time_of_a_reply_is_told()
    {
        var timings = new List<ReplyTiming>();
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text(string.Concat(Enumerable.Repeat("int x; ", 50)), promptTokens: 300, completionTokens: 200));
        using var client = ModelClientFactory.Create(Profile(server.Endpoint), new ModelClientOptions { Timed = timings.Add });
        await client.AskAsync(Request(), CancellationToken.None);
        var timing = Assert.Single(timings);
        Assert.Equal((300, 200), (timing.PromptTokens, timing.CompletionTokens));
        Assert.True(timing.Whole >= timing.First);
        Assert.True(timing.TokensPerSecond > 0);
    }

    [Fact]
    public async Task A_short_lived_key_is_read_anew_when_it_is_no_longer_accepted()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("key", "old-key");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using var server = await ScriptedModelServer.StartAsync(request =>
            request.Headers["Authorization"] == "Bearer new-key" ? ScriptedResponse.Text("done") : ScriptedResponse.Error(401, "expired"));
        using var client = Client(Profile(server.Endpoint) with { Key = ApiKey.FromFile(file) });
        AssertFailure(await client.AskAsync(Request(), CancellationToken.None), "401");
        Assert.Single(server.Requests);
        scratch.Write("key", "new-key");
        Assert.Equal("done", (await client.AskAsync(Request(), CancellationToken.None)).Text);
        Assert.Equal("done", (await client.AskAsync(Request(), CancellationToken.None)).Text);
        Assert.Equal(4, server.Requests.Count);
    }

    private static Task<ModelReply> AskAgainAsync(ChatModelClient client, string text) => client.AskAsync(
        Request(text) with
        {
            Messages = [.. Request(text).Messages, new ModelMessage(ModelRole.Assistant, "int x;"), new ModelMessage(ModelRole.User, string.Concat(Enumerable.Repeat("It does not compile. ", 60)))],
        },
        CancellationToken.None);

    private static EndpointFaults Faults() => new(Profile(new Uri("http://127.0.0.1:1/v1")), static text => text);

    private RateLimitingChatClient Limited(IChatClient endpoint, int perMinute, int timeoutSeconds) =>
        new(endpoint, Profile(new Uri("http://127.0.0.1:1/v1"), timeoutSeconds: timeoutSeconds), Faults(), perMinute, _time);

    private sealed class CountingClient : IChatClient
    {
        public int Count { get; private set; }

        public Exception? Fault { get; set; }

        public string Text { get; set; } = "done";

        public string Last { get; private set; } = string.Empty;

        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            Count++;
            Last = string.Join('\n', messages.Select(message => message.Text));
            return Fault is null
                ? Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, Text)) { FinishReason = ChatFinishReason.Stop })
                : Task.FromException<ChatResponse>(Fault);
        }

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
                yield return update;
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }

    private sealed class LineLogger : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
