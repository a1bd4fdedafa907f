using System.Text.Json;
using CodeAssist.Models.Configuration;
using CodeAssist.Models.Endpoints;
using CodeAssist.Testing;

namespace CodeAssist.Models.Tests;

/// <summary>What is special about each kind of endpoint is what its server receives.</summary>
public class DialectTests : ModelTestBase
{
    private static readonly string[] Switches = ["enable_thinking", "chat_template_kwargs", "reasoning_effort", "thinking"];

    // kind, field that bounds the reply, switch that turns thinking off, usage asked for, top_k sent
    public static TheoryData<string, string, string, bool, bool> Rows { get; } = new()
    {
        { "openai-compatible", "max_tokens", "", true, false },
        { "dashscope", "max_completion_tokens", """{"enable_thinking":false}""", true, true },
        { "modelscope", "max_tokens", """{"enable_thinking":false}""", true, false },
        { "xinference", "max_tokens", """{"enable_thinking":false}""", true, true },
        { "vllm", "max_tokens", """{"chat_template_kwargs":{"enable_thinking":false}}""", true, true },
        { "sglang", "max_tokens", """{"chat_template_kwargs":{"enable_thinking":false}}""", true, true },
        { "llamacpp", "max_tokens", """{"chat_template_kwargs":{"enable_thinking":false}}""", true, true },
        { "lmstudio", "max_tokens", "", true, true },
        { "huggingface", "max_tokens", """{"chat_template_kwargs":{"enable_thinking":false}}""", true, false },
        { "openai", "max_completion_tokens", """{"reasoning_effort":"none"}""", true, false },
        { "azure", "max_completion_tokens", """{"reasoning_effort":"none"}""", true, false },
        { "gemini", "max_tokens", """{"reasoning_effort":"none"}""", true, false },
        { "glm", "max_tokens", """{"thinking":{"type":"disabled"}}""", false, false },
        { "baichuan", "max_tokens", "", true, true },
        { "qianfan", "max_tokens", """{"enable_thinking":false}""", true, false },
        { "foundry-local", "max_tokens", "", true, false },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Each_kind_is_spoken_to_in_its_dialect(string kind, string bound, string thinkingOff, bool usage, bool topK)
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("done"));
        await AskAsync(Profile(server.Endpoint, kind));
        var request = Assert.Single(server.Requests);
        Assert.Equal(ModelProfile.DefaultOutputTokens, request.Property(bound)!.Value.GetInt32());
        Assert.Null(request.Property(bound == "max_tokens" ? "max_completion_tokens" : "max_tokens"));
        var sent = Switches.Where(name => request.Property(name) is not null)
            .Select(name => $$"""{"{{name}}":{{request.Property(name)!.Value.GetRawText()}}}""");
        Assert.Equal(thinkingOff, string.Concat(sent));
        Assert.Equal(usage, request.IncludeUsage);
        Assert.Equal(topK, request.Property("top_k") is not null);
    }

    [Fact]
    public void Every_kind_has_a_row_here() =>
        Assert.Equal(EndpointKinds.All.Where(kind => kind.Family == EndpointFamily.ChatCompletions).Select(kind => kind.Name), Rows.Select(row => (string)((object[])row)[0]));

    [Fact]
    public void Every_switch_is_a_JSON_object() => Assert.All(EndpointKinds.All, kind =>
    {
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(kind.ThinkingOff).RootElement.ValueKind);
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(kind.ThinkingOn).RootElement.ValueKind);
    });

    [Fact]
    public async Task Thinking_is_switched_on_where_the_profile_wants_it()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("done"));
        await AskAsync(Profile(server.Endpoint, "vllm") with { Thinking = true });
        Assert.True(server.Requests[0].Body.GetProperty("chat_template_kwargs").GetProperty("enable_thinking").GetBoolean());
    }

    [Fact]
    public async Task Azure_takes_the_key_in_a_header_of_its_own()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("done"));
        await AskAsync(Profile(server.Endpoint, "azure") with { Key = ApiKey.FromVariable("K", "the-key") });
        Assert.Equal("the-key", server.Requests[0].Headers["api-key"]);
        Assert.False(server.Requests[0].Headers.ContainsKey("Authorization"));
    }

    [Theory]
    [InlineData("ollama", "http://127.0.0.1:11434/v1")]
    [InlineData("lmstudio", "http://localhost:1234/v1")]
    [InlineData("xinference", "http://[::1]:9997/v1")]
    [InlineData("dashscope", "https://dashscope-intl.aliyuncs.com/compatible-mode/v1")]
    [InlineData("dashscope", "https://llm-abc.cn-beijing.maas.aliyuncs.com/compatible-mode/v1")]
    [InlineData("azure", "https://mine.openai.azure.com/openai/v1")]
    [InlineData("glm", "https://open.bigmodel.cn/api/paas/v4")]
    [InlineData("openai-compatible", "http://127.0.0.1:8000/v1")]
    [InlineData("openai-compatible", "https://models.example.com:11434/v1")]
    [InlineData("openai-compatible", "https://api.openai.com.example.com/v1")]
    public void A_kind_is_guessed_only_where_the_address_tells_it(string kind, string endpoint) =>
        Assert.Equal(kind, EndpointKinds.Guess(new Uri(endpoint)).Name);

    [Fact]
    public async Task A_base_address_is_kept_whole()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("done"));
        await AskAsync(Profile(new Uri(server.Endpoint, "/api/paas/v4/?api-version=2026"), "glm"));
        Assert.Equal("/api/paas/v4/chat/completions", server.Requests[0].Path);
    }

    [Fact]
    public async Task An_optional_field_that_is_refused_by_name_is_left_out_from_then_on()
    {
        await using var server = await ScriptedModelServer.StartAsync(request => request.Property("reasoning_effort") is null
            ? ScriptedResponse.Text("done")
            : ScriptedResponse.Error(400, "Unrecognized request argument supplied: reasoning_effort"));
        using var client = Client(Profile(server.Endpoint, "openai"));
        Assert.Equal("done", (await client.AskAsync(Request(), CancellationToken.None)).Text);
        Assert.Equal("done", (await client.AskAsync(Request(), CancellationToken.None)).Text);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task The_bound_of_the_reply_is_renamed_where_the_server_wants_the_other_name()
    {
        await using var server = await ScriptedModelServer.StartAsync(request => request.Property("max_tokens") is null
            ? ScriptedResponse.Text("done")
            : ScriptedResponse.Error(400, "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."));
        Assert.Equal("done", (await AskAsync(Profile(server.Endpoint))).Text);
        Assert.Equal(ModelProfile.DefaultOutputTokens, server.Requests[1].Property("max_completion_tokens")!.Value.GetInt32());
    }

    [Fact]
    public async Task A_server_that_refuses_everything_is_not_asked_for_ever()
    {
        await using var server = await ScriptedModelServer.StartAsync(
            ScriptedResponse.Error(400, "unsupported: max_tokens, max_completion_tokens, temperature, top_p, stream_options, top_k"));
        AssertFailure(await AskAsync(Profile(server.Endpoint)), "400");
        Assert.InRange(server.Requests.Count, 2, 5);
    }
}
