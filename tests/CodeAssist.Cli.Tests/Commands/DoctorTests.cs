using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Commands;

public sealed class DoctorTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Without_a_model_it_says_how_to_connect_one()
    {
        var run = await RunAsync("doctor");
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Matches(@"(?m)^ok +sdk +\.NET SDK \d+\.", run.Output);
        Assert.Matches(@"(?m)^warn +profile +no model is connected\n +-> codeassist model add$", run.Output);
        Assert.Contains("nothing has left this machine", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_everything_in_place_all_is_ok_and_the_last_prompts_are_shown()
    {
        await using var server = await ModelCommandTests.OllamaAsync();
        Configure($$"""{ "modelFixes": true, "profiles": { "q": { "kind": "ollama", "endpoint": "{{server.BaseOf("ollama")}}", "model": "qwen2.5-coder:7b" } } }""");
        Assert.Equal(0, (await RunAsync("model", "test", "q")).ExitCode);
        var run = await RunAsync("doctor");
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.All(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != ' '), line => Assert.StartsWith("ok ", line, StringComparison.Ordinal));
        Assert.Matches(@"(?m)^ok +model +qwen2\.5-coder:7b is there$", run.Output);
        Assert.Matches(@"(?m)^ +\d{4}-\d\d-\d\dT[\d:]+Z  CDA3001  127\.0\.0\.1  qwen2\.5-coder:7b  [\d,]+ bytes  [0-9a-f]{12}  .*Notes\.cs$", run.Output);

        var json = (await RunAsync("doctor", "--format", "json")).Json;
        Assert.All(json.GetProperty("findings").EnumerateArray(), finding => Assert.Equal("ok", finding.Text("status")));
        var request = Assert.Single(json.GetProperty("requests").EnumerateArray());
        Assert.Equal(("127.0.0.1", "CDA3001"), (request.Text("host"), request.Text("diagnostic")));
    }

    [Fact]
    public async Task A_model_that_is_not_served_is_to_be_pulled()
    {
        await using var server = await ModelCommandTests.OllamaAsync();
        Configure($$"""{ "profiles": { "q": { "kind": "ollama", "endpoint": "{{server.BaseOf("ollama")}}", "model": "qwen9" } } }""");
        await IsFailAsync("model", "has no model 'qwen9'; it has: qwen2.5-coder:7b", "ollama pull qwen9");
    }

    [Fact]
    public async Task A_server_that_is_off_is_to_be_started()
    {
        Configure("""{ "profiles": { "q": { "kind": "ollama", "endpoint": "http://127.0.0.1:9", "model": "m" } } }""");
        await IsFailAsync("endpoint", "refused the connection", "ollama serve");
    }

    [Fact]
    public async Task A_missing_key_is_named_and_nobody_is_asked()
    {
        Configure("""{ "profiles": { "q": { "endpoint": "https://models.example.com/v1", "model": "m", "keyVariable": "TEAM_KEY" } } }""");
        var run = await IsFailAsync("key", "TEAM_KEY", "TEAM_KEY");
        Assert.DoesNotContain("endpoint ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_in_the_configuration_is_a_finding_with_its_line()
    {
        Configure("""{ "modelFixs": true }""");
        await IsFailAsync("configuration", "config.json", "docs/configuration.md");
    }

    [Fact]
    public async Task A_tool_that_is_not_where_the_configuration_says_is_a_finding()
    {
        Configure("""{ "modelFixes": true, "tool": "/nowhere/codeassist" }""");
        await IsFailAsync("tool", "/nowhere/codeassist does not exist", "config.json");
    }

    [Fact]
    public async Task The_systems_proxy_is_used_for_other_machines_and_not_for_this_one()
    {
        await using var proxy = await ScriptedModelServer.StartAsync(_ => ScriptedResponse.Models("m"));
        await using var local = await ModelCommandTests.OllamaAsync("m");
        Configure($$"""
            { "profiles": {
              "far": { "endpoint": "http://models.example.com/v1", "model": "m", "allowHttp": true },
              "near": { "kind": "ollama", "endpoint": "{{local.BaseOf("ollama")}}", "model": "m" } } }
            """);
        var environment = new Dictionary<string, string?> { ["http_proxy"] = new Uri(proxy.Endpoint, "/").ToString(), ["no_proxy"] = null, ["NO_PROXY"] = null };
        Assert.Matches(@"(?m)^ok +model +m is there$", (await WithAsync(environment, "doctor", "--model", "far")).Output);
        Assert.Equal("models.example.com", Assert.Single(proxy.Requests).Headers["Host"]);
        Assert.Matches(@"(?m)^ok +model +m is there$", (await WithAsync(environment, "doctor", "--model", "near")).Output);
        Assert.Single(proxy.Requests);
    }

    [Fact]
    public async Task A_certificate_counts_where_the_system_trusts_it()
    {
        using var certificate = SelfMadeCertificate.Create();
        await using var server = await ScriptedModelServer.StartAsync(_ => ScriptedResponse.Models("m"), certificate);
        Configure($$"""{ "profiles": { "q": { "endpoint": "{{server.Endpoint}}", "model": "m" } } }""");
        await IsFailAsync("endpoint", "no encrypted connection", null);
        // Linux and the BSDs take further authorities from here; Windows and macOS keep theirs elsewhere.
        if (!OperatingSystem.IsLinux())
            return;
        var authority = _scratch.Write("authority.pem", certificate.ExportCertificatePem());
        Assert.Matches(@"(?m)^ok +model +m is there$", (await WithAsync(new() { ["SSL_CERT_FILE"] = authority }, "doctor")).Output);
    }

    private void Configure(string json)
    {
        var path = _scratch.Write("codeassist/config.json", json);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private async Task<ToolRun> IsFailAsync(string name, string words, string? advice)
    {
        var run = await RunAsync("doctor");
        Assert.True(run.ExitCode == 1, run.Output + run.Error);
        var lines = run.Output.Split('\n');
        var index = Array.FindIndex(lines, line => line.StartsWith("fail " + name + " ", StringComparison.Ordinal));
        Assert.True(index >= 0, run.Output);
        Assert.Contains(words, lines[index], StringComparison.Ordinal);
        if (advice is not null)
            Assert.Matches("^ +-> .*" + System.Text.RegularExpressions.Regex.Escape(advice), lines[index + 1]);
        return run;
    }

    private Task<ToolRun> RunAsync(params string[] args) => WithAsync([], args);

    private Task<ToolRun> WithAsync(Dictionary<string, string?> environment, params string[] args)
    {
        environment["XDG_CONFIG_HOME"] = _scratch.Folder;
        environment["XDG_STATE_HOME"] = Path.Combine(_scratch.Folder, "state");
        return Tool.ProcessAsync(environment, args);
    }
}
