using System.Text;
using System.Text.Json;
using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Hosting;

public class HostTests
{
    [Fact]
    public async Task The_handshake_says_what_the_user_allows()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("hello"));
        await using var host = new Host(On(server));
        var hello = await host.TalkAsync("""{"type":"hello","protocol":1,"client":"test"}""");
        Assert.Equal(
            ["type", "protocol", "tool", "modelFixes", "reason", "model", "loopback", "trigger", "promptTokens", "timeoutSeconds", "diagnostics", "language", "conventions"],
            hello.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("hello", 1, "0.1.0"), (hello.Text("type"), hello.Number("protocol"), hello.Text("tool")));
        Assert.True(hello.GetProperty("modelFixes").GetBoolean());
        Assert.Equal(JsonValueKind.Null, hello.GetProperty("reason").ValueKind);
        Assert.Equal(("scripted", true, "prefetch"), (hello.Text("model"), hello.GetProperty("loopback").GetBoolean(), hello.Text("trigger")));
        Assert.True(hello.Number("promptTokens") > 0 && hello.Number("timeoutSeconds") > 0);
        Assert.Equal(0, await host.CloseAsync());
    }

    [Fact]
    public async Task Model_fixes_are_off_until_the_user_turns_them_on()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("hello"));
        var environment = On(server);
        environment["CODEASSIST_MODEL_FIXES"] = null;
        await using var host = new Host(environment);
        var hello = await host.TalkAsync("""{"type":"hello","protocol":1,"client":"test"}""");
        Assert.False(hello.GetProperty("modelFixes").GetBoolean());
        Assert.Contains("CODEASSIST_MODEL_FIXES", hello.Text("reason"), StringComparison.Ordinal);
        var failure = await host.TalkAsync(Ask(1, "hi"));
        Assert.Equal(("failure", 1), (failure.Text("type"), failure.Number("id")));
        Assert.Equal(0, await host.CloseAsync());
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_fault_in_the_configuration_is_a_reason_and_not_the_end()
    {
        using var scratch = new Scratch();
        scratch.Write("codeassist/config.json", """{ "modelFixs": true }""");
        await using var host = new Host(new Dictionary<string, string?> { ["XDG_CONFIG_HOME"] = scratch.Folder });
        var hello = await host.TalkAsync("""{"type":"hello","protocol":1,"client":"test"}""");
        Assert.False(hello.GetProperty("modelFixes").GetBoolean());
        Assert.Contains("modelFixs", hello.Text("reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_version_of_the_protocol_is_a_reason()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("hello"));
        await using var host = new Host(On(server));
        var hello = await host.TalkAsync("""{"type":"hello","protocol":7,"client":"test"}""");
        Assert.Equal((1, false), (hello.Number("protocol"), hello.GetProperty("modelFixes").GetBoolean()));
        Assert.Contains("7", hello.Text("reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_are_answered_side_by_side_and_one_can_be_cancelled()
    {
        using var held = new SemaphoreSlim(0);
        await using var server = await ScriptedModelServer.StartAsync(request =>
        {
            // The first question waits until the second was answered.
            if (request.Prompt.Contains("slow", StringComparison.Ordinal))
                held.Wait(TimeSpan.FromSeconds(20));
            return ScriptedResponse.Text("全角 " + request.Messages[^1].Text);
        });
        await using var host = new Host(On(server));
        await host.SendAsync(Ask(1, "slow one"));
        var quick = await host.TalkAsync(Ask(3, "quick"));
        Assert.Equal(("reply", 3, "全角 quick"), (quick.Text("type"), quick.Number("id"), quick.Text("text")));
        var exchange = quick.GetProperty("exchange");
        Assert.Equal(["model", "endpointHost", "promptHash", "promptTokens", "completionTokens", "cached"], exchange.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("scripted", "127.0.0.1"), (exchange.Text("model"), exchange.Text("endpointHost")));

        var cancelled = await host.TalkAsync("""{"type":"cancel","id":1}""");
        Assert.Equal(("failure", 1), (cancelled.Text("type"), cancelled.Number("id")));
        var again = await host.TalkAsync("""{"type":"cancel","id":77}""" + "\n" + Ask(1, "again"));
        Assert.Equal(("reply", 1), (again.Text("type"), again.Number("id")));
        held.Release();
        Assert.Equal(0, await host.CloseAsync());
    }

    [Fact]
    public async Task An_endpoints_fault_is_a_failure_with_its_reason()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Status(404, """{"error":{"message":"no such model"}}"""));
        await using var host = new Host(On(server));
        var failure = await host.TalkAsync(Ask(5, "hi"));
        Assert.Equal(("failure", 5), (failure.Text("type"), failure.Number("id")));
        Assert.Contains("404", failure.Text("reason"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("words")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"type":"dance","id":4}""")]
    [InlineData("""{"type":"ask","id":4}""")]
    [InlineData("""{"type":"ask","id":4,"messages":[]}""")]
    [InlineData("""{"type":"ask","id":4,"messages":[null]}""")]
    [InlineData("""{"type":"ask","id":4,"messages":[{"role":"user"}]}""")]
    [InlineData("""{"type":"ask","id":4,"messages":[{"role":"chef","text":"hi"}]}""")]
    [InlineData("""{"type":"ask","id":"four","messages":[{"role":"user","text":"hi"}]}""")]
    [InlineData("""{"type":"hello"}""")]
    [InlineData("""{"type":"verdict","id":4}""")]
    public async Task A_message_that_is_not_understood_is_a_failure_and_the_host_goes_on(string line)
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("hello"));
        await using var host = new Host(On(server));
        Assert.Equal("failure", (await host.TalkAsync(line)).Text("type"));
        Assert.Equal("reply", (await host.TalkAsync(Ask(9, "hi"))).Text("type"));
        Assert.Single(server.Requests);
        Assert.Equal(0, await host.CloseAsync());
    }

    [Fact]
    public async Task A_reply_is_kept_once_the_client_says_that_the_gate_accepted_it()
    {
        using var scratch = new Scratch();
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("first"), ScriptedResponse.Text("second"), ScriptedResponse.Text("third"));
        var environment = On(server);
        environment["XDG_CACHE_HOME"] = scratch.Folder;
        await using var host = new Host(environment);
        Assert.Equal(("first", false), await AskAsync(1));
        Assert.Equal(("second", false), await AskAsync(2));
        await host.SendAsync(Verdict(2, true));
        await host.SendAsync(Verdict(77, false));
        Assert.Equal(("second", true), await AskAsync(3));
        await host.SendAsync(Verdict(3, false));
        Assert.Equal(("third", false), await AskAsync(4));
        Assert.Equal(3, server.Requests.Count);

        static string Verdict(int id, bool accepted) => JsonSerializer.Serialize(new { type = "verdict", id, accepted });

        async Task<(string?, bool)> AskAsync(int id)
        {
            var reply = await host.TalkAsync(Ask(id, "hi"));
            return (reply.Text("text"), reply.GetProperty("exchange").GetProperty("cached").GetBoolean());
        }
    }

    private static string Ask(int id, string text) => JsonSerializer.Serialize(new
    {
        type = "ask", id, candidate = 0, diagnosticId = "CDA3001", messages = new[] { new { role = "user", text } }, files = Array.Empty<string>(),
    });

    private static Dictionary<string, string?> On(ScriptedModelServer server) => new()
    {
        ["CODEASSIST_ENDPOINT"] = server.Endpoint.ToString(),
        ["CODEASSIST_MODEL"] = "scripted",
        ["CODEASSIST_MODEL_FIXES"] = "on",
    };

    /// <summary>A running host, spoken to as the code fix does.</summary>
    private sealed class Host(IReadOnlyDictionary<string, string?> environment) : IAsyncDisposable
    {
        private readonly System.Diagnostics.Process _process = Tool.Start(environment, "host");
        private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(1));

        public async Task SendAsync(string line)
        {
            await _process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), _limit.Token);
            await _process.StandardInput.BaseStream.FlushAsync(_limit.Token);
        }

        public async Task<JsonElement> ReadAsync() =>
            JsonDocument.Parse(await _process.StandardOutput.ReadLineAsync(_limit.Token) ?? throw new InvalidOperationException(await _process.StandardError.ReadToEndAsync())).RootElement;

        public async Task<JsonElement> TalkAsync(string line)
        {
            await SendAsync(line);
            return await ReadAsync();
        }

        public async Task<int> CloseAsync()
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync(_limit.Token);
            return _process.ExitCode;
        }

        public ValueTask DisposeAsync()
        {
            if (!_process.HasExited)
                _process.Kill();
            _process.Dispose();
            _limit.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
