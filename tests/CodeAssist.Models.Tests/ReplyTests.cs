using System.Security.Cryptography;
using System.Text;
using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;
using CodeAssist.Repair.Proposing;
using CodeAssist.Testing;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Tests;

public class ReplyTests : ModelTestBase
{
    private const string Code = "Here:\n```csharp\npublic int Total() => 1; // 合计\n```\n";

    [Fact]
    public async Task A_good_reply_comes_back_as_it_was_written()
    {
        var reply = await AskAsync(ScriptedResponse.Text(Code, promptTokens: 321, completionTokens: 45));
        Assert.Null(reply.FailureReason);
        Assert.Equal(Code, reply.Text);
        Assert.Equal(321, reply.Exchange!.PromptTokens);
        Assert.Equal(45, reply.Exchange.CompletionTokens);
    }

    [Fact]
    public async Task The_pipeline_asks_for_a_stream_at_chat_completions_below_the_base_address()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text(Code));
        await AskAsync(Profile(server.Endpoint));
        var request = Assert.Single(server.Requests);
        Assert.Equal("/v1/chat/completions", request.Path);
        Assert.True(request.Stream);
        Assert.Equal("qwen2.5-coder:7b", request.Model);
        Assert.Equal(["system", "user"], request.Messages.Select(message => message.Role));
        Assert.Equal(ModelProfile.DefaultOutputTokens, request.Property("max_tokens")!.Value.GetInt32());
    }

    [Fact]
    public async Task The_endpoint_client_asks_without_a_stream_where_a_whole_reply_is_wanted()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text(Code));
        var profile = Profile(server.Endpoint);
        using var client = new OpenAICompatibleChatClient(new EndpointConnection(profile));
        var response = await client.GetResponseAsync([new ChatMessage(ChatRole.User, "hello")]);
        Assert.Equal(Code, response.Text);
        Assert.Equal("stop", response.FinishReason?.Value);
        Assert.Equal(100, response.Usage?.InputTokenCount);
        Assert.False(Assert.Single(server.Requests).Stream);
    }

    [Fact]
    public async Task A_server_that_does_not_stream_when_asked_to_is_understood()
    {
        var reply = await AskAsync(ScriptedResponse.Raw("""{"choices":[{"message":{"content":"done"},"finish_reason":"stop"}]}"""));
        Assert.Equal("done", reply.Text);
    }

    [Fact]
    public async Task The_first_candidate_is_nearly_greedy_and_further_ones_follow_the_model_card()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text(Code));
        var profile = Profile(server.Endpoint, "vllm");
        await AskAsync(profile, Request(candidate: 0));
        await AskAsync(profile, Request(candidate: 1));
        Assert.Equal(0.1m, server.Requests[0].Property("temperature")!.Value.GetDecimal());
        Assert.Null(server.Requests[0].Property("repetition_penalty"));
        Assert.Equal(0.7m, server.Requests[1].Property("temperature")!.Value.GetDecimal());
        Assert.Equal(0.8m, server.Requests[1].Property("top_p")!.Value.GetDecimal());
        Assert.Equal(20, server.Requests[1].Property("top_k")!.Value.GetInt32());
        Assert.Equal(1.05m, server.Requests[1].Property("repetition_penalty")!.Value.GetDecimal());
    }

    [Fact]
    public async Task The_prompt_hash_is_of_the_bytes_that_the_server_received()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text(Code));
        var reply = await AskAsync(Profile(server.Endpoint), Request("""修复 var password = "correct-horse-1";"""));
        var messages = Assert.Single(server.Requests).Body.GetProperty("messages").GetRawText();
        Assert.Contains("CODEASSIST_SECRET_1", messages);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messages))), reply.Exchange!.PromptHash);
        Assert.Equal("127.0.0.1", reply.Exchange.EndpointHost);
    }

    [Fact]
    public async Task The_profiles_system_prompt_follows_our_own_instructions()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text(Code));
        await AskAsync(Profile(server.Endpoint) with { SystemPrompt = "Write British English." });
        Assert.Equal("You repair code.\n\nWrite British English.", server.Requests[0].Messages[0].Text);
    }

    [Fact]
    public async Task Thinking_in_the_content_is_stripped()
    {
        Assert.Equal("```csharp\nint x;\n```", (await AskAsync(ScriptedResponse.Text("<think>\nLet me see. ```no```\n</think>\n\n```csharp\nint x;\n```"))).Text);
    }

    [Fact]
    public async Task Thinking_that_the_template_has_opened_is_stripped()
    {
        Assert.Equal("done", (await AskAsync(ScriptedResponse.Text("Let me see.\n</think>\ndone"))).Text);
    }

    [Fact]
    public async Task Code_that_speaks_of_thinking_is_kept()
    {
        const string text = "```csharp\nvar end = \"</think>\";\n```";
        Assert.Equal(text, (await AskAsync(ScriptedResponse.Text(text))).Text);
    }

    [Theory]
    [InlineData("reasoning_content")]
    [InlineData("reasoning")]
    public async Task Thinking_in_a_field_of_its_own_is_no_part_of_the_reply(string field)
    {
        Assert.Equal("done", (await AskAsync(ScriptedResponse.Text("done", reasoning: "Hm.", reasoningField: field))).Text);
    }

    [Fact]
    public async Task Missing_usage_is_no_fault()
    {
        var reply = await AskAsync(ScriptedResponse.Text(Code, promptTokens: null));
        Assert.Equal(Code, reply.Text);
        Assert.Null(reply.Exchange!.PromptTokens);
    }

    [Fact]
    public async Task Usage_of_minus_one_is_unknown()
    {
        var reply = await AskAsync(ScriptedResponse.Text(Code, promptTokens: -1, completionTokens: -1));
        Assert.Equal(Code, reply.Text);
        Assert.Null(reply.Exchange!.PromptTokens);
        Assert.Null(reply.Exchange.CompletionTokens);
    }

    [Fact]
    public async Task A_secret_does_not_leave_and_is_back_in_the_reply()
    {
        await using var server = await ScriptedModelServer.StartAsync(request =>
            ScriptedResponse.Text(request.Prompt.Contains("CODEASSIST_SECRET_1") ? "var password = \"CODEASSIST_SECRET_1\";" : "none"));
        var reply = await AskAsync(Profile(server.Endpoint), Request("Repair: var password = \"hunter-2-hunter\";"));
        Assert.Equal("var password = \"hunter-2-hunter\";", reply.Text);
        Assert.DoesNotContain("hunter", Assert.Single(server.Requests).BodyText);
    }

    [Fact]
    public async Task A_placeholder_that_stands_for_no_secret_is_refused()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("var password = \"CODEASSIST_SECRET_2\";"));
        AssertFailure(await AskAsync(Profile(server.Endpoint), Request("Repair: var password = \"hunter-2-hunter\";")), "placeholder");
    }

    [Fact]
    public async Task Half_a_private_key_is_not_sent_at_all()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text(Code));
        AssertFailure(await AskAsync(Profile(server.Endpoint), Request("-----BEGIN RSA PRIVATE KEY-----\nMIIB")), "private key", "nothing was sent");
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Cancellation_throws()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Hang());
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(Profile(server.Endpoint), cancellation: cancellation.Token));
    }

    [Fact]
    public async Task No_more_than_two_requests_are_under_way_on_this_machine()
    {
        var now = 0;
        var most = 0;
        await using var server = await ScriptedModelServer.StartAsync(_ =>
        {
            var count = Interlocked.Increment(ref now);
            InterlockedMax(ref most, count);
            Thread.Sleep(50);
            Interlocked.Decrement(ref now);
            return ScriptedResponse.Text("done");
        });
        using var client = Client(Profile(server.Endpoint));
        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => client.AskAsync(Request(), CancellationToken.None)));
        Assert.All(replies, reply => Assert.Equal("done", reply.Text));
        Assert.InRange(most, 1, 2);
    }

    private static void InterlockedMax(ref int most, int count)
    {
        for (var seen = Volatile.Read(ref most); count > seen; seen = Volatile.Read(ref most))
        {
            if (Interlocked.CompareExchange(ref most, count, seen) == seen)
                return;
        }
    }
}
