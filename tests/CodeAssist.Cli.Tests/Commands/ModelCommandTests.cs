using System.Globalization;
using System.Net.NetworkInformation;
using System.Text.Json;
using CodeAssist.Cli.Output;
using CodeAssist.Models.Endpoints;
using CodeAssist.Testing;
using Spectre.Console.Testing;

namespace CodeAssist.Cli.Tests.Commands;

/// <summary>Connecting a model, as the real tool does it against a scripted Ollama that it finds by itself.</summary>
public sealed class ModelCommandTests : IDisposable
{
    private const string Repaired =
        """
        ```csharp
        public static string Read(string path)
        {
            var text = "";
            try
            {
                text = File.ReadAllText(path);
            }
            catch (Exception exception)
            {
                Console.Error.WriteLine(exception);
            }

            return text;
        }
        ```
        """;

    private readonly Scratch _scratch = new();

    private string Config => Path.Combine(_scratch.Folder, "codeassist", "config.json");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_model_is_added_listed_tested_and_removed()
    {
        await using var server = await OllamaAsync();
        var added = await RunAsync(server, "model", "add", "--kind", "ollama", "--model", "qwen2.5-coder:7b");
        Assert.True(added.ExitCode == 0, added.Output + added.Error);
        Assert.Contains("qwen2.5-coder:7b repaired the sample: CDA3001 is gone", added.Output, StringComparison.Ordinal);
        Assert.Matches(@"[\d.]+ tokens a second", added.Output);
        Assert.Contains("codeassist fix <path> --model qwen2.5-coder", added.Output, StringComparison.Ordinal);

        var config = JsonDocument.Parse(await File.ReadAllTextAsync(Config)).RootElement;
        Assert.Equal(("qwen2.5-coder", true), (config.Text("defaultProfile"), config.GetProperty("modelFixes").GetBoolean()));
        var profile = config.GetProperty("profiles").GetProperty("qwen2.5-coder");
        Assert.Equal(("ollama", "qwen2.5-coder:7b", 8192), (profile.Text("kind"), profile.Text("model"), profile.Number("contextTokens")));
        Assert.InRange(profile.Number("timeoutSeconds"), 30, 600);
        Assert.InRange(profile.Number("outputTokens"), 512, 2048);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Config));
        Assert.Equal(["config.json"], Directory.GetFiles(Path.GetDirectoryName(Config)!).Select(Path.GetFileName));

        var listed = await RunAsync(server, "model", "list");
        Assert.Matches($@"(?m)^qwen2\.5-coder +ollama +qwen2\.5-coder:7b +http://localhost:{server.Endpoint.Port} +- +default$", listed.Output);
        var json = (await RunAsync(server, "model", "list", "--format", "json")).Json;
        Assert.Equal("qwen2.5-coder", Assert.Single(json.GetProperty("profiles").EnumerateArray()).Text("name"));

        var tested = await RunAsync(server, "model", "test", "qwen2.5-coder", "--format", "json");
        Assert.Equal(0, tested.ExitCode);
        Assert.True(tested.Json.GetProperty("repaired").GetBoolean());

        Assert.Equal(0, (await RunAsync(server, "model", "remove", "qwen2.5-coder")).ExitCode);
        Assert.Equal("""{"modelFixes":true}""", JsonSerializer.Serialize(JsonDocument.Parse(await File.ReadAllTextAsync(Config)).RootElement.EnumerateObject()
            .Where(member => member.Name != "profiles").ToDictionary(member => member.Name, member => member.Value)));
        (await RunAsync(server, "model", "remove", "qwen2.5-coder")).IsRefusal(2, "there is no profile 'qwen2.5-coder'");
    }

    [LonelyFact]
    public async Task Without_flags_the_only_model_of_the_only_server_is_added()
    {
        await using var server = await OllamaAsync();
        var run = await RunAsync(server, "model", "add");
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains($"http://localhost:{server.Endpoint.Port}", await File.ReadAllTextAsync(Config), StringComparison.Ordinal);
    }

    [LonelyFact]
    public async Task At_a_terminal_what_is_not_given_is_asked_for()
    {
        await using var server = await OllamaAsync("qwen2.5-coder:7b", "qwen3-coder:30b");
        using var console = new TestConsole();
        console.Interactive();
        console.Input.PushKey(ConsoleKey.Enter);
        console.Input.PushKey(ConsoleKey.DownArrow);
        console.Input.PushKey(ConsoleKey.Enter);
        console.Input.PushTextWithEnter("big");
        var run = await AtTerminalAsync(console, server, "model", "add", "--no-test");
        Assert.True(run.ExitCode == 0, run.Output + run.Error + console.Output);
        var profile = JsonDocument.Parse(await File.ReadAllTextAsync(Config)).RootElement.GetProperty("profiles").GetProperty("big");
        Assert.Equal("qwen3-coder:30b", profile.Text("model"));
    }

    [Fact]
    public async Task A_server_of_chat_completions_is_added_by_its_address_with_a_key()
    {
        await using var server = await ScriptedModelServer.StartAsync(request =>
            request.Headers.GetValueOrDefault("Authorization") != "Bearer the-secret" ? ScriptedResponse.Error(401, "no")
            : request.Path == "/v1/models" ? ScriptedResponse.Models("Qwen/Qwen2.5-Coder-7B-Instruct", "other")
            : ScriptedResponse.Text(Repaired));
        string[] add = ["model", "add", "--kind", "vllm", "--endpoint", server.Endpoint.ToString(), "--model", "Qwen/Qwen2.5-Coder-7B-Instruct", "--key-variable", "TEAM_KEY", "--name", "team"];
        (await RunAsync(null, add)).IsRefusal(2, "TEAM_KEY", "is not set");
        Assert.False(File.Exists(Config));
        var run = await WithAsync(null, new() { ["TEAM_KEY"] = "the-secret" }, add);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        var text = await File.ReadAllTextAsync(Config);
        Assert.Contains("\"keyVariable\": \"TEAM_KEY\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("the-secret", text + run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_by_the_name_of_its_option()
    {
        (await RunAsync(null, "model", "add", "--kind", "azure", "--model", "gpt")).IsRefusal(2, "give --endpoint, such as https://RESOURCE.openai.azure.com/openai/v1");
        (await RunAsync(null, "model", "add", "--kind", "olama", "--model", "m")).IsRefusal(2, "did you mean 'ollama'?");
        (await RunAsync(null, "model", "add", "--endpoint", "https://h.example/v1?key=the-secret", "--model", "m")).IsRefusal(2, "--endpoint: an address must not hold a user or key");
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Error(401, "no"));
        (await RunAsync(null, "model", "add", "--endpoint", server.Endpoint.ToString(), "--model", "m")).IsRefusal(2, "asks for a key: give --key-variable");
        Assert.False(File.Exists(Config));
    }

    [Fact]
    public async Task What_is_in_the_file_stays_with_its_comments()
    {
        _scratch.Write("codeassist/config.json", """
            {
              // mine
              "trigger": "ask", // never by itself
              "modelFixes": false,
              "profiles": {
                "old": { "endpoint": "https://models.example.com/v1", "model": "m" } // keep
              }
            }
            """);
        await using var server = await OllamaAsync();
        var run = await RunAsync(server, "model", "add", "--kind", "ollama", "--name", "new");
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        var text = await File.ReadAllTextAsync(Config);
        Assert.Contains("// mine", text, StringComparison.Ordinal);
        Assert.Contains("\"trigger\": \"ask\", // never by itself", text, StringComparison.Ordinal);
        Assert.Contains("\"modelFixes\": false", text, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync(server, "model", "list", "--format", "json")).Json.GetProperty("profiles").GetArrayLength());
    }

    [Fact]
    public async Task A_model_that_does_not_repair_is_added_with_its_reason_and_fails_its_test()
    {
        await using var server = await ReplyingAsync(ScriptedResponse.Text("I am sorry, I cannot do that."));
        var run = await RunAsync(server, "model", "add", "--kind", "ollama", "--name", "q");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("did not repair the sample", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync(server, "model", "test", "q")).ExitCode);
    }

    [Fact]
    public async Task What_cannot_be_added_is_one_line_that_says_what_to_do()
    {
        await using var server = await OllamaAsync("qwen2.5-coder:7b", "qwen3-coder:30b");
        (await RunAsync(server, "model", "add", "--kind", "olama")).IsRefusal(2, "'olama'", "ollama, lmstudio");
        (await RunAsync(server, "model", "add", "--kind", "ollama")).IsRefusal(2, "several models", "qwen2.5-coder:7b, qwen3-coder:30b");
        (await RunAsync(server, "model", "add", "--kind", "ollama", "--model", "qwen9")).IsRefusal(2, "ollama pull qwen9", "qwen3-coder:30b");
        (await RunAsync(server, "model", "add", "--endpoint", "http://models.example.com/v1", "--model", "m")).IsRefusal(2, "without encryption", "allowHttp");
        (await RunAsync(server, "model", "add", "--endpoint", "models.example.com", "--model", "m")).IsRefusal(2, "not an address");
        (await RunAsync(server, "model", "add", "--endpoint", "http://127.0.0.1:9/v1", "--model", "m")).IsRefusal(2, "nothing was written", "refused the connection", "--no-test");
        Assert.False(File.Exists(Config));
    }

    [Fact]
    public async Task A_name_that_is_taken_is_replaced_only_when_asked()
    {
        await using var server = await OllamaAsync();
        string[] add = ["model", "add", "--kind", "ollama", "--model", "qwen2.5-coder:7b", "--name", "q", "--no-test"];
        Assert.Equal(0, (await RunAsync(server, add)).ExitCode);
        (await RunAsync(server, add)).IsRefusal(2, "'q'", "--replace");
        Assert.Equal(0, (await RunAsync(server, [.. add, "--replace"])).ExitCode);
    }

    [Fact]
    public async Task An_endpoint_that_is_gone_fails_the_test_with_its_reason()
    {
        _scratch.Write("codeassist/config.json", """{ "profiles": { "q": { "kind": "ollama", "endpoint": "http://127.0.0.1:9", "model": "m" } } }""");
        var run = await RunAsync(null, "model", "test", "q");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("refused the connection: is the server running? (ollama serve)", run.Error, StringComparison.Ordinal);
        (await RunAsync(null, "model", "test", "p")).IsRefusal(2, "'p'", "q");
    }

    [Fact]
    public async Task A_request_is_logged_on_the_error_stream_when_asked_for()
    {
        await using var server = await OllamaAsync();
        _scratch.Write("codeassist/config.json", $$"""{ "profiles": { "q": { "kind": "ollama", "endpoint": "{{server.BaseOf("ollama")}}", "model": "qwen2.5-coder:7b" } } }""");
        var run = await WithAsync(null, new() { ["CODEASSIST_LOG"] = "on" }, "model", "test", "q");
        Assert.Matches(@"Information: qwen2\.5-coder:7b at 127\.0\.0\.1:\d+: reply after [\d.]+ s, \d+ tokens in, 20 out", run.Error);
    }

    internal static Task<ScriptedModelServer> OllamaAsync(params string[] models) => ReplyingAsync(ScriptedResponse.Text(Repaired), models);

    private static Task<ScriptedModelServer> ReplyingAsync(ScriptedResponse reply, params string[] models) => ScriptedModelServer.StartAsync(request => request.Path switch
    {
        "/api/tags" => ScriptedResponse.Tags(models.Length == 0 ? ["qwen2.5-coder:7b"] : models),
        "/api/show" => ScriptedResponse.Raw("""{"model_info":{"general.architecture":"qwen2","qwen2.context_length":32768}}"""),
        "/api/chat" => reply,
        _ => ScriptedResponse.Error(404, "not found"),
    });

    private Task<ToolRun> RunAsync(ScriptedModelServer? ollama, params string[] args) => WithAsync(ollama, [], args);

    private Task<ToolRun> WithAsync(ScriptedModelServer? ollama, Dictionary<string, string?> environment, params string[] args)
    {
        environment["XDG_CONFIG_HOME"] = _scratch.Folder;
        environment["XDG_STATE_HOME"] = Path.Combine(_scratch.Folder, "state");
        environment["OLLAMA_HOST"] = ollama is null ? null : $"127.0.0.1:{ollama.Endpoint.Port}";
        return Tool.ProcessAsync(environment, args);
    }

    private async Task<ToolRun> AtTerminalAsync(TestConsole console, ScriptedModelServer ollama, params string[] args)
    {
        Environment.SetEnvironmentVariable("XDG_CONFIG_HOME", _scratch.Folder);
        Environment.SetEnvironmentVariable("OLLAMA_HOST", $"127.0.0.1:{ollama.Endpoint.Port}");
        try
        {
            await using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            await using var error = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            var exitCode = await Cli.RunAsync(args, new Terminal(null, output, error, console), CancellationToken.None);
            return new ToolRun(exitCode, output.ToString(), error.ToString());
        }
        finally
        {
            Environment.SetEnvironmentVariable("XDG_CONFIG_HOME", AssemblySetup.EmptyConfiguration);
            Environment.SetEnvironmentVariable("OLLAMA_HOST", null);
        }
    }

    /// <summary>A test of what is found on this machine, which a model server of the machine's owner would change.</summary>
    private sealed class LonelyFactAttribute : FactAttribute
    {
        public LonelyFactAttribute()
        {
            var used = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(listener => listener.Port).ToHashSet();
            if (EndpointKinds.All.Where(kind => kind.Name != "ollama").SelectMany(kind => kind.SharedPorts.Append(kind.Port ?? 0)).FirstOrDefault(used.Contains) is > 0 and var port)
                Skip = string.Create(CultureInfo.InvariantCulture, $"another server listens at port {port}");
        }
    }
}
