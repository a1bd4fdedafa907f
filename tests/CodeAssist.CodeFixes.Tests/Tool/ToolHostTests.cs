using System.Text.Json.Nodes;
using CodeAssist.CodeFixes.Tool;
using CodeAssist.Repair.Context;
using CodeAssist.Repair.Proposing;
using CodeAssist.Testing;

namespace CodeAssist.CodeFixes.Tests.Tool;

public class ToolHostTests
{
    private static readonly ModelRequest Question = new(
        [new ModelMessage(ModelRole.System, "Be brief."), new ModelMessage(ModelRole.User, "汉字 \"quoted\"\nsecond line")], 0, ["/project/Code0.cs"])
    {
        DiagnosticId = "CDA3001",
    };

    [Fact]
    public async Task The_handshake_tells_model_trigger_limits_and_diagnostics()
    {
        var state = await Tools.Host(new FakeTool { Hello = FakeTool.GoodHello("prefetch") }).StateAsync();
        Assert.Equal(new { Model = "qwen-test", Trigger = ModelTrigger.Prefetch, PromptTokens = 2000, Timeout = TimeSpan.FromSeconds(60) },
            new { state.Handshake!.Model, state.Handshake.Trigger, state.Handshake.PromptTokens, state.Handshake.Timeout });
        Assert.Equal("ABC0001", Assert.Single(state.Handshake.Diagnostics));
    }

    [Fact]
    public async Task A_question_reaches_the_tool_as_it_was_asked()
    {
        var tool = new FakeTool { Answer = _ => FakeTool.Reply("answer") };
        var reply = await AskAsync(Tools.Host(tool));
        Assert.Equal("answer", reply.Text);
        Assert.Equal("127.0.0.1", reply.Exchange!.EndpointHost);
        var ask = Assert.Single(tool.Received("ask"));
        Assert.Equal("CDA3001", (string?)ask["diagnosticId"]);
        Assert.Equal(0, (int?)ask["candidate"]);
        Assert.Equal("system", (string?)ask["messages"]![0]!["role"]);
        Assert.Equal(Question.Messages[1].Text, (string?)ask["messages"]![1]!["text"]);
        Assert.Equal("/project/Code0.cs", (string?)ask["files"]![0]);
    }

    [Fact]
    public async Task The_gates_verdict_is_told_to_a_tool_that_keeps_replies_and_to_no_other()
    {
        var keeps = true;
        var tool = new FakeTool { Answer = _ => Answer() };
        var host = Tools.Host(tool);
        var reply = await AskAsync(host);
        Assert.False(reply.Exchange!.Cached);
        reply.Slot!.Settle(accepted: true);
        (await AskAsync(host)).Slot!.Settle(accepted: false);
        keeps = false;
        var other = await AskAsync(host);
        Assert.Null(other.Slot);
        Assert.Null(other.Exchange!.Cached);
        Assert.Equal([(1, true), (2, false)], tool.Received("verdict").Select(verdict => ((int)verdict["id"]!, (bool)verdict["accepted"]!)));

        JsonObject Answer()
        {
            var answer = FakeTool.Reply("answer");
            if (keeps)
                answer["exchange"]!["cached"] = false;
            return answer;
        }
    }

    [Fact]
    public async Task A_failure_is_a_reason()
    {
        var tool = new FakeTool { Answer = _ => new JsonObject { ["type"] = "failure", ["reason"] = "the endpoint refused", ["exchange"] = null } };
        var reply = await AskAsync(Tools.Host(tool));
        Assert.Null(reply.Text);
        Assert.Equal("the endpoint refused", reply.FailureReason);
    }

    [Fact]
    public async Task Answers_may_come_in_any_order()
    {
        var tool = new FakeTool();
        var host = Tools.Host(tool);
        tool.Answer = ask => FakeTool.Reply("to " + (string?)ask["diagnosticId"]);
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => AskAsync(host, Question with { DiagnosticId = $"X{number}" })));
        Assert.Equal(Enumerable.Range(0, 20).Select(number => $"to X{number}"), replies.Select(reply => reply.Text));
        Assert.Equal(1, tool.Starts);
    }

    [Fact]
    public async Task A_tool_that_says_off_is_off_with_its_reason_and_is_not_started_again()
    {
        var tool = new FakeTool { Hello = new JsonObject { ["type"] = "hello", ["protocol"] = 1, ["modelFixes"] = false, ["reason"] = "no profile" } };
        var host = Tools.Host(tool);
        Assert.Equal("no profile", (await host.StateAsync()).OffReason);
        Assert.Null((await host.StateAsync()).Handshake);
        Assert.Equal(1, tool.Starts);
    }

    [Theory]
    [InlineData(2, "dotnet", "CodeAssist.Analyzers")]
    [InlineData(0, "CodeAssist.Analyzers", "dotnet tool update")]
    public async Task A_protocol_that_is_not_known_is_a_reason_that_says_what_to_update(int protocol, string not, string update)
    {
        using var _ = new EnglishMessages();
        var hello = FakeTool.GoodHello();
        hello["protocol"] = protocol;
        var state = await Tools.Host(new FakeTool { Hello = hello }).StateAsync();
        Assert.Null(state.Handshake);
        Assert.Contains(update, state.OffReason);
        Assert.DoesNotContain(not, state.OffReason);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_tool_of_another_version_is_left_alone_until_it_was_updated_and_then_started_anew(int protocol)
    {
        using var scratch = new Scratch();
        var file = scratch.Write("codeassist", "the former version");
        var tool = new FakeTool { Answer = _ => FakeTool.Reply("answer") };
        tool.Hello!["protocol"] = protocol;
        var host = new ToolHost(new ToolLocator(Tools.Environment(("CODEASSIST_TOOL", file)), scratch.Folder), tool, TimeSpan.FromSeconds(60));
        Assert.NotNull((await host.StateAsync()).OffReason);
        Assert.NotNull((await host.StateAsync()).OffReason);
        Assert.Equal(1, tool.Starts);
        Assert.Empty(tool.Received("ask"));

        tool.Hello = FakeTool.GoodHello();
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(1));
        Assert.Equal("answer", (await AskAsync(host)).Text);
        Assert.Equal(2, tool.Starts);
    }

    [Fact]
    public async Task The_tool_tells_what_the_user_says_about_prompts()
    {
        var hello = FakeTool.GoodHello();
        Assert.Equal(PromptSettings.Default, (await Tools.Host(new FakeTool { Hello = hello }).StateAsync()).Handshake!.Prompts);
        hello = FakeTool.GoodHello();
        hello["language"] = "zh-Hans";
        hello["conventions"] = "AGENTS.md";
        Assert.Equal(
            new PromptSettings(PromptLanguage.Chinese, "AGENTS.md"),
            (await Tools.Host(new FakeTool { Hello = hello }).StateAsync()).Handshake!.Prompts);
    }

    [Fact]
    public async Task A_tool_that_sends_something_else_is_off()
    {
        var state = await Tools.Host(new FakeTool { Hello = new JsonObject { ["welcome"] = "to my shell" } }).StateAsync();
        Assert.Null(state.Handshake);
        Assert.NotNull(state.OffReason);
    }

    [Fact]
    public async Task A_tool_that_hangs_at_the_handshake_is_off_and_is_left_alone_for_a_while()
    {
        var tool = new FakeTool { Hello = null };
        var host = Tools.Host(tool, TimeSpan.FromMilliseconds(50));
        Assert.NotNull((await host.StateAsync()).OffReason);
        Assert.NotNull((await host.StateAsync()).OffReason);
        Assert.Equal(1, tool.Starts);
    }

    [Fact]
    public async Task A_tool_that_cannot_be_started_is_off()
    {
        var state = await Tools.Host(new BrokenLauncher()).StateAsync();
        Assert.Null(state.Handshake);
        Assert.Contains("no such program", state.OffReason);
    }

    [Fact]
    public async Task A_tool_that_is_missing_is_off_and_nothing_is_started()
    {
        var tool = new FakeTool();
        var host = new ToolHost(new ToolLocator(Tools.Environment(), Path.Combine(Path.GetTempPath(), "nobody lives here")), tool, TimeSpan.FromSeconds(1));
        Assert.NotNull((await host.StateAsync()).OffReason);
        Assert.Equal(0, tool.Starts);
    }

    [Fact]
    public async Task A_tool_that_died_is_a_reason_and_is_started_again()
    {
        var tool = new FakeTool { DiesWhenAsked = true, Answer = _ => FakeTool.Reply("answer") };
        var host = Tools.Host(tool);
        Assert.NotNull((await AskAsync(host)).FailureReason);
        tool.DiesWhenAsked = false;
        Assert.Equal("answer", (await AskAsync(host)).Text);
        Assert.Equal(2, tool.Starts);
    }

    [Fact]
    public async Task A_question_that_is_taken_back_is_cancelled_at_the_tool()
    {
        var tool = new FakeTool();
        var host = Tools.Host(tool);
        using var stop = new CancellationTokenSource();
        var asking = AskAsync(host, Question, stop.Token);
        await Eventually(() => tool.Received("ask").Count == 1);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await Eventually(() => tool.Received("cancel").Count == 1);
        Assert.Equal((int?)tool.Received("ask")[0]["id"], (int?)tool.Received("cancel")[0]["id"]);
    }

    [Fact]
    public async Task An_endless_line_ends_the_connection()
    {
        var lines = new BoundedLines(new MemoryStream(new byte[100]), longest: 50);
        Assert.Null(await lines.NextAsync());
    }

    [Fact]
    public async Task Lines_end_with_or_without_carriage_return()
    {
        var lines = new BoundedLines(new MemoryStream("one\r\ntwo\nthree"u8.ToArray()));
        Assert.Equal("one", await lines.NextAsync());
        Assert.Equal("two", await lines.NextAsync());
        Assert.Equal("three", await lines.NextAsync());
        Assert.Null(await lines.NextAsync());
    }

    [Fact]
    public async Task A_file_that_must_not_be_sent_stops_the_question()
    {
        var tool = new FakeTool { Answer = _ => FakeTool.Reply("answer") };
        var host = Tools.Host(tool);
        var client = new ToolModelClient(host, (await host.StateAsync()).Handshake!, 2000, (path, _) => Task.FromResult<string?>(path + " is secret"));
        Assert.Equal("/project/Code0.cs is secret", (await client.AskAsync(Question, CancellationToken.None)).FailureReason);
        Assert.Empty(tool.Received("ask"));
    }

    [Fact]
    public async Task A_repository_can_lower_the_tokens_and_not_raise_them()
    {
        var host = Tools.Host(new FakeTool());
        var handshake = (await host.StateAsync()).Handshake!;
        Assert.Equal(500, new ToolModelClient(host, handshake, 500, NoRefusal).PromptTokens);
        Assert.Equal(2000, new ToolModelClient(host, handshake, 50_000, NoRefusal).PromptTokens);
    }

    private static Task<string?> NoRefusal(string path, CancellationToken cancellation) => Task.FromResult<string?>(null);

    private static async Task<ModelReply> AskAsync(ToolHost host, ModelRequest? question = null, CancellationToken cancellation = default)
    {
        var handshake = (await host.StateAsync()).Handshake!;
        return await new ToolModelClient(host, handshake, handshake.PromptTokens, NoRefusal).AskAsync(question ?? Question, cancellation);
    }

    // Bounded; the state is reached long before.
    private static async Task Eventually(Func<bool> state)
    {
        for (var attempt = 0; attempt < 1000 && !state(); attempt++)
            await Task.Delay(20);
        Assert.True(state());
    }

    private sealed class BrokenLauncher : IToolLauncher
    {
        public ToolPipes Launch(string path) => throw new FileNotFoundException("no such program");
    }
}
