using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;
using CodeAssist.Testing;
using Microsoft.Extensions.AI;

namespace CodeAssist.Models.Tests;

/// <summary>Ollama's own API.</summary>
public class OllamaTests : ModelTestBase
{
    [Theory]
    [InlineData("")]
    [InlineData("/v1")]
    [InlineData("/v1/")]
    [InlineData("/api")]
    public async Task Its_own_chat_is_asked_whichever_of_its_addresses_the_profile_has(string path)
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("done"));
        Assert.Equal("done", (await AskAsync(Profile(new Uri(server.Endpoint, path.Length == 0 ? "/" : path), "ollama"))).Text);
        Assert.Equal("/api/chat", Assert.Single(server.Requests).Path);
    }

    [Fact]
    public async Task Behind_a_path_of_a_proxy_it_is_asked_below_that_path()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("done"));
        await AskAsync(Profile(new Uri(server.Endpoint, "/team/ollama/"), "ollama"));
        Assert.Equal("/team/ollama/api/chat", Assert.Single(server.Requests).Path);
    }

    [Fact]
    public async Task The_context_and_the_reply_are_bounded_by_the_profile()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("done"));
        await AskAsync(Profile(server.Endpoint, "ollama") with { ContextTokens = 16384, OutputTokens = 1000 });
        var options = server.Requests[0].Body.GetProperty("options");
        Assert.Equal(16384, options.GetProperty("num_ctx").GetInt32());
        Assert.Equal(1000, options.GetProperty("num_predict").GetInt32());
        Assert.Null(server.Requests[0].Property("max_tokens"));
    }

    [Theory]
    [InlineData(2000, 2048, 5120)]
    [InlineData(2000, 840, 4096)]
    [InlineData(6000, 2048, 9216)]
    public void Without_a_context_in_the_profile_there_is_room_for_the_prompt_and_the_reply(int prompt, int output, int context) =>
        Assert.Equal(context, OllamaDialect.ContextTokens(Profile(new Uri("http://localhost:11434"), "ollama") with { PromptTokens = prompt, OutputTokens = output }));

    [Fact]
    public async Task Nothing_is_cut_in_silence_and_the_model_stays_loaded()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("done"));
        await AskAsync(Profile(server.Endpoint, "ollama"));
        var request = server.Requests[0];
        Assert.False(request.Property("truncate")!.Value.GetBoolean());
        Assert.False(request.Property("shift")!.Value.GetBoolean());
        Assert.Equal("15m", request.Property("keep_alive")!.Value.GetString());
        Assert.True(request.Stream);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Thinking_is_as_the_profile_says(bool thinking)
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("done", reasoning: "Hm."));
        Assert.Equal("done", (await AskAsync(Profile(server.Endpoint, "ollama") with { Thinking = thinking })).Text);
        Assert.Equal(thinking, server.Requests[0].Property("think")!.Value.GetBoolean());
    }

    [Fact]
    public async Task A_model_that_cannot_think_is_asked_again_without_the_switch_and_from_then_on()
    {
        await using var server = await ScriptedModelServer.StartAsync(request => request.Property("think") is null
            ? ScriptedResponse.Text("done")
            : ScriptedResponse.Error(400, "\"qwen2.5-coder:7b\" does not support thinking"));
        using var client = Client(Profile(server.Endpoint, "ollama") with { Thinking = true });
        Assert.Equal("done", (await client.AskAsync(Request(), CancellationToken.None)).Text);
        Assert.Equal("done", (await client.AskAsync(Request(), CancellationToken.None)).Text);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Sampling_is_sent_in_its_words()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("done"));
        await AskAsync(Profile(server.Endpoint, "ollama"), Request(candidate: 0));
        await AskAsync(Profile(server.Endpoint, "ollama"), Request(candidate: 1));
        var first = server.Requests[0].Body.GetProperty("options");
        var second = server.Requests[1].Body.GetProperty("options");
        Assert.Equal((0.1m, 1m), (first.GetProperty("temperature").GetDecimal(), first.GetProperty("repeat_penalty").GetDecimal()));
        Assert.Equal((0.7m, 0.8m, 20, 1.05m), (second.GetProperty("temperature").GetDecimal(), second.GetProperty("top_p").GetDecimal(),
            second.GetProperty("top_k").GetInt32(), second.GetProperty("repeat_penalty").GetDecimal()));
    }

    [Fact]
    public async Task Its_counts_are_the_usage()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("done", promptTokens: 321, completionTokens: 45));
        var reply = await AskAsync(Profile(server.Endpoint, "ollama"));
        Assert.Equal((321, 45), (reply.Exchange!.PromptTokens, reply.Exchange.CompletionTokens));
    }

    [Fact]
    public async Task A_reply_of_an_old_server_that_does_not_say_why_it_is_done_is_whole_unless_it_reached_the_limit()
    {
        const string start = """{"message":{"role":"assistant","content":"done"},"done":false}""";
        await using var whole = await ScriptedModelServer.StartAsync(ScriptedResponse.Events(start, """{"done":true,"eval_count":7}"""));
        Assert.Equal("done", (await AskAsync(Profile(whole.Endpoint, "ollama"))).Text);
        await using var cut = await ScriptedModelServer.StartAsync(ScriptedResponse.Events(start, """{"done":true,"eval_count":2048}"""));
        AssertFailure(await AskAsync(Profile(cut.Endpoint, "ollama")), "cut off at 2048 tokens");
    }

    [Fact]
    public async Task A_model_that_is_only_loaded_gives_no_reply()
    {
        await using var server = await ScriptedModelServer.StartAsync(
            ScriptedResponse.Events("""{"message":{"role":"assistant","content":""},"done":true,"done_reason":"load"}"""));
        AssertFailure(await AskAsync(Profile(server.Endpoint, "ollama")), "broke off the reply (load)");
    }

    [Fact]
    public async Task The_client_asks_without_a_stream_where_a_whole_reply_is_wanted()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("done"));
        using var client = new OllamaChatClient(new EndpointConnection(Profile(server.Endpoint, "ollama")));
        var response = await client.GetResponseAsync([new ChatMessage(ChatRole.User, "hello")]);
        Assert.Equal(("done", "stop", 100), (response.Text, response.FinishReason?.Value, response.Usage?.InputTokenCount));
        Assert.False(Assert.Single(server.Requests).Stream);
    }

    [Fact]
    public async Task A_key_for_a_proxy_in_front_of_it_is_sent()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("done"));
        await AskAsync(Profile(server.Endpoint, "ollama") with { Key = ApiKey.FromVariable("K", "the-key") });
        Assert.Equal("Bearer the-key", server.Requests[0].Headers["Authorization"]);
    }
}
