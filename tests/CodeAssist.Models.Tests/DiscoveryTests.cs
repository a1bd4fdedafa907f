using CodeAssist.Models.Configuration;
using CodeAssist.Models.Discovery;
using CodeAssist.Models.Endpoints;
using CodeAssist.Testing;

namespace CodeAssist.Models.Tests;

public class DiscoveryTests : ModelTestBase
{
    [Fact]
    public async Task Servers_are_found_at_their_ports_with_what_they_serve()
    {
        await using var ollama = await ScriptedModelServer.StartAsync(request =>
            request is { Method: "GET", Path: "/api/tags" } ? ScriptedResponse.Tags("qwen2.5-coder:7b") : ScriptedResponse.Error(404, "no"));
        await using var vllm = await ScriptedModelServer.StartAsync(request =>
            request is { Method: "GET", Path: "/v1/models" } ? ScriptedResponse.ModelsOf("vllm", "Qwen/Qwen3-Coder") : ScriptedResponse.Error(404, "no"));
        var found = await LocalServers.FindAsync(
            [(Kind("ollama"), ollama.Endpoint.Port), (Kind("llamacpp"), vllm.Endpoint.Port), (Kind("vllm"), vllm.Endpoint.Port), (Kind("lmstudio"), ClosedPort().Port)],
            CancellationToken.None);
        Assert.Equal(
            new[] { ("ollama", $"http://localhost:{ollama.Endpoint.Port}/", "qwen2.5-coder:7b"), ("vllm", $"http://localhost:{vllm.Endpoint.Port}/v1", "Qwen/Qwen3-Coder") }.Order(),
            found.Select(server => (server.Kind.Name, server.Endpoint.AbsoluteUri, Assert.Single(server.Served.Models).Name)).Order());
        Assert.Single(vllm.Requests);
    }

    [Theory]
    [InlineData("vllm", "vllm")]
    [InlineData("llamacpp", "llamacpp")]
    [InlineData("somebody", "openai-compatible")]
    public async Task On_a_port_that_several_use_the_server_says_what_it_is(string owner, string kind)
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.ModelsOf(owner, "m"));
        var found = await LocalServers.FindAsync([(Kind("vllm"), server.Endpoint.Port)], CancellationToken.None);
        Assert.Equal(kind, Assert.Single(found).Kind.Name);
    }

    [Theory]
    [InlineData("""{"id":"m","max_model_len":32768}""", 32768)]
    [InlineData("""{"id":"m","meta":{"n_ctx":2048,"n_ctx_train":8192}}""", 2048)]
    [InlineData("""{"id":"m","meta":null}""", null)]
    public async Task The_context_is_read_where_the_list_of_models_tells_it(string item, int? context)
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Raw($$"""{"object":"list","data":[{{item}}]}"""));
        Assert.Equal(context, Assert.Single((await ModelCatalog.ListAsync(Profile(server.Endpoint), CancellationToken.None))!.Models).ContextTokens);
    }

    [Fact]
    public async Task What_is_no_model_server_is_none()
    {
        await using var page = await ScriptedModelServer.StartAsync(ScriptedResponse.Html());
        await using var other = await ScriptedModelServer.StartAsync(ScriptedResponse.Raw("""{"hello":"world"}"""));
        await using var slow = await ScriptedModelServer.StartAsync(ScriptedResponse.Hang());
        Assert.Empty(await LocalServers.FindAsync(
            [(Kind("vllm"), page.Endpoint.Port), (Kind("vllm"), other.Endpoint.Port), (Kind("ollama"), slow.Endpoint.Port)], CancellationToken.None));
    }

    [Fact]
    public async Task A_server_that_wants_a_key_first_is_found_too()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Error(401, "no key"));
        Assert.Empty(Assert.Single(await LocalServers.FindAsync([(Kind("vllm"), server.Endpoint.Port)], CancellationToken.None)).Served.Models);
    }

    [Theory]
    [InlineData("127.0.0.1:11500", 11500)]
    [InlineData("http://localhost:11500/", 11500)]
    [InlineData("0.0.0.0", null)]
    [InlineData("", null)]
    public void The_port_that_users_of_Ollama_set_is_looked_at(string host, int? port)
    {
        var environment = new FakeEnvironment();
        if (host.Length > 0)
            environment["OLLAMA_HOST"] = host;
        var ports = LocalServers.UsualPlaces(environment).Where(place => place.Kind.Name == "ollama").Select(place => place.Port);
        Assert.Equal([port ?? 11434], ports);
    }

    [Fact]
    public async Task The_context_is_read_where_the_server_tells_it()
    {
        await using var vllm = await ScriptedModelServer.StartAsync(ScriptedResponse.Raw("""{"data":[{"id":"m","owned_by":"vllm","max_model_len":32768},{"id":7},"x"]}"""));
        var served = await ModelCatalog.ListAsync(Profile(vllm.Endpoint, "vllm"), CancellationToken.None);
        Assert.Equal(new ServedModel("m", 32768), Assert.Single(served!.Models));
        await using var ollama = await ScriptedModelServer.StartAsync(ScriptedResponse.Raw("""{"model_info":{"general.file_type":2,"qwen2.context_length":65536}}"""));
        Assert.Equal(65536, await ModelCatalog.ContextOfOllamaAsync(Profile(ollama.Endpoint, "ollama"), CancellationToken.None));
        Assert.Equal("/api/show", Assert.Single(ollama.Requests).Path);
    }

    [Theory]
    [InlineData(100.0, 0.5, 2048, 50)]
    [InlineData(10.0, 5, 1792, 370)]
    [InlineData(1.0, 30, 512, 600)]
    public void Time_and_output_fit_the_speed(double speed, double first, int output, int timeout)
    {
        var timing = new ReplyTiming(TimeSpan.FromSeconds(first), TimeSpan.FromSeconds(first + (200 / speed)), 500, 201);
        var budgets = MeasuredBudgets.Of(Profile(new Uri("http://localhost/v1")), [timing], null);
        Assert.Equal((output, timeout), (budgets.OutputTokens, budgets.TimeoutSeconds));
        Assert.Equal(speed, budgets.TokensPerSecond!.Value, 3);
    }

    [Fact]
    public void A_small_context_holds_the_prompt_and_the_reply()
    {
        var profile = Profile(new Uri("http://localhost/v1"));
        var budgets = MeasuredBudgets.Of(profile, [], 2048);
        Assert.True(budgets.PromptTokens + budgets.OutputTokens <= 2048);
        Assert.Equal(ModelProfile.DefaultTimeoutSeconds, budgets.TimeoutSeconds);
    }

    private static EndpointKind Kind(string name) => EndpointKinds.Find(name)!;
}
