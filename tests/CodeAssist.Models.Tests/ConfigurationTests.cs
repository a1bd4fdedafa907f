using System.Globalization;
using CodeAssist.Models.Configuration;
using CodeAssist.Repair.Context;
using CodeAssist.Testing;

namespace CodeAssist.Models.Tests;

public sealed class ConfigurationTests : IDisposable
{
    private const string Qwen = """
        {
          // comments and trailing commas are welcome
          "$schema": "https://example.com/config.schema.json",
          "modelFixes": true,
          "trigger": "ask",
          "defaultProfile": "qwen",
          "diagnostics": ["CS8602", "CA2016"],
          "tool": "/usr/bin/codeassist",
          "profiles": {
            "qwen": { "endpoint": "http://localhost:11434/v1", "model": "qwen2.5-coder:7b" },
            "cloud": {
              "kind": "dashscope", "endpoint": "https://dashscope.aliyuncs.com/compatible-mode/v1", "model": "qwen3-coder-plus",
              "keyVariable": "MY_KEY", "contextTokens": 262144, "promptTokens": 6000, "outputTokens": 4000, "timeoutSeconds": 60,
              "thinking": true, "allowHttp": false, "systemPrompt": "Be brief.", "language": "zh-Hans", "conventions": "docs/style.md", "prices": { "input": 1.5, "output": 7.5, "currency": "CNY" },
            },
          },
        }
        """;

    private readonly Scratch _scratch = new();
    private readonly FakeEnvironment _environment = new();

    public ConfigurationTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Every_key_is_read()
    {
        _environment["MY_KEY"] = "k";
        var configuration = Load(Qwen);
        Assert.True(configuration.ModelFixes);
        Assert.Equal<string>(["CS8602", "CA2016"], configuration.Diagnostics);
        Assert.Equal("/usr/bin/codeassist", configuration.Tool);
        Assert.Equal(["qwen", "cloud"], configuration.Profiles.Select(profile => profile.Name));

        var cloud = configuration.ResolveProfile("cloud");
        Assert.Equal("dashscope", cloud.Kind.Name);
        Assert.Equal(new Uri("https://dashscope.aliyuncs.com/compatible-mode/v1"), cloud.Endpoint);
        Assert.Equal("qwen3-coder-plus", cloud.Model);
        Assert.Equal((262144, 6000, 4000, 60), (cloud.ContextTokens!.Value, cloud.PromptTokens, cloud.OutputTokens, cloud.TimeoutSeconds));
        Assert.True(cloud.Thinking);
        Assert.Equal("Be brief.", cloud.SystemPrompt);
        Assert.Equal(new PromptSettings(PromptLanguage.Chinese, "docs/style.md"), cloud.Prompts);
        Assert.Equal(new ModelPrices(1.5m, 7.5m, "CNY"), cloud.Prices);
        Assert.False(cloud.IsLoopback);
        Assert.Equal("k", cloud.Key.Read());
    }

    [Theory]
    [InlineData("true", "AGENTS.md")]
    [InlineData("false", null)]
    public void Conventions_are_on_or_off(string value, string? file) => Assert.Equal(
        new PromptSettings(PromptLanguage.English, file),
        Load($$"""{ "profiles": { "p": { "endpoint": "http://localhost:11434/v1", "model": "m", "conventions": {{value}} } } }""").ResolveProfile("p").Prompts);

    [Theory]
    [InlineData("\"language\": \"zh\"", "zh-Hans")]
    [InlineData("\"conventions\": \"../AGENTS.md\"", "below the repository's root")]
    [InlineData("\"conventions\": \"/etc/passwd\"", "below the repository's root")]
    [InlineData("\"conventions\": 1", "true, false or a string")]
    public void A_language_or_conventions_that_cannot_be_are_said(string setting, string problem) => Assert.Contains(
        problem,
        Assert.Throws<ConfigurationException>(() => Load($$"""{ "profiles": { "p": { "endpoint": "http://localhost:11434/v1", "model": "m", {{setting}} } } }""")).Message);

    [Fact]
    public void What_is_not_said_has_a_default()
    {
        var profile = Load(Qwen).ResolveProfile(null);
        Assert.Equal("qwen", profile.Name);
        Assert.Equal("ollama", profile.Kind.Name);
        Assert.Equal(2000, profile.PromptTokens);
        Assert.True(profile.IsLoopback);
        Assert.Null(profile.Key.Read());
    }

    [Fact]
    public void Without_a_file_nothing_is_configured_and_nothing_is_on()
    {
        var configuration = UserConfiguration.Load(Path.Combine(_scratch.Folder, "none.json"), NoPolicy, _environment);
        Assert.False(configuration.ModelFixes);
        Assert.Empty(configuration.Profiles);
        AssertOneLine(() => configuration.ResolveProfile(null), "no model is connected", "codeassist model add", "none.json", "CODEASSIST_ENDPOINT", "CODEASSIST_MODEL");
    }

    [Theory]
    [InlineData("{\n \"modelFixs\": true\n}", "line 2", "'modelFixs'", "did you mean 'modelFixes'?")]
    [InlineData("{\n \"profiles\": {\n  \"q\": {\n   \"endpont\": 1 } } }", "line 4", "'profiles.q.endpont'", "did you mean 'endpoint'?")]
    [InlineData("{ \"zzzzzzzz\": 1 }", "line 1", "unknown key 'zzzzzzzz'", "remove it")]
    [InlineData("{\n \"modelFixes\": \"yes\" }", "line 2", "'modelFixes' must be true or false")]
    [InlineData("{\n\n \"profiles\": [] }", "line 3", "'profiles' must be an object")]
    [InlineData("{ \"diagnostics\": \"CS8602\" }", "'diagnostics' must be a list of strings")]
    [InlineData("{ \"diagnostics\": [1] }", "'diagnostics' must be a list of strings")]
    [InlineData("{ \"tool\": 5 }", "'tool' must be a string")]
    [InlineData("{ \"tool\": \"\" }", "'tool' is empty")]
    [InlineData("{ \"trigger\": \"always\" }", "'trigger'", "neither \"ask\" nor \"prefetch\"")]
    [InlineData("{ \"defaultProfile\": \"q\" }", "'defaultProfile' is 'q'", "no profile")]
    [InlineData("{\n \"modelFixes\": true,\n \"modelFixes\": false }", "line 3", "a second time")]
    [InlineData("{\n \"modelFixes\": true\n \"trigger\": \"ask\" }", "line 3", "not valid JSON")]
    [InlineData("{ \"modelFixes\": true", "not valid JSON")]
    [InlineData("", "not valid JSON")]
    [InlineData("{} {}", "not valid JSON")]
    [InlineData("[]", "one JSON object")]
    [InlineData("{ \"profiles\": { \"env\": {} } }", "'profiles.env'", "choose another")]
    public void A_fault_of_the_file_is_told_with_its_place(string json, params string[] words) =>
        AssertOneLine(() => Load(json), ["config.json", .. words]);

    [Theory]
    [InlineData("\"model\": \"m\"", "'profiles.q' needs 'endpoint'")]
    [InlineData("\"endpoint\": \"http://localhost:1/v1\"", "'profiles.q' needs 'model'")]
    [InlineData("\"endpoint\": \"localhost:11434\", \"model\": \"m\"", "not an address")]
    [InlineData("\"endpoint\": \"file:///etc\", \"model\": \"m\"", "not an address")]
    [InlineData("\"endpoint\": \"https://user:key@host/v1\", \"model\": \"m\"", "must not hold a user or key")]
    [InlineData("\"endpoint\": \"https://host/v1/chat/completions\", \"model\": \"m\"", "leave off /chat/completions")]
    [InlineData("\"endpoint\": \"http://localhost:1/v1\", \"model\": \"m\", \"kind\": \"olama\"", "unknown kind 'olama'", "ollama")]
    [InlineData("\"endpoint\": \"http://localhost:1/v1\", \"model\": \"m\", \"timeoutSeconds\": 0", "from 1 to 3600")]
    [InlineData("\"endpoint\": \"http://localhost:1/v1\", \"model\": \"m\", \"promptTokens\": 1.5", "whole number")]
    [InlineData("\"endpoint\": \"http://localhost:1/v1\", \"model\": \"m\", \"contextTokens\": 4000", "less than promptTokens (2000) and outputTokens (2048)")]
    [InlineData("\"endpoint\": \"http://localhost:1/v1\", \"model\": \"m\", \"prices\": {\"in\": 1}", "'profiles.q.prices.in'")]
    [InlineData("\"endpoint\": \"http://localhost:1/v1\", \"model\": \"m\", \"keyVariable\": \"A\", \"keyFile\": \"b\"", "both give the key")]
    [InlineData("\"endpoint\": \"http://localhost:1/v1\", \"model\": \"m\", \"keyCommand\": \"pass show\"", "list of strings")]
    public void A_fault_of_a_profile_is_told_with_its_place(string members, params string[] words) =>
        AssertOneLine(() => Load($$"""{ "profiles": { "q": { {{members}} } } }"""), ["config.json, line 1", .. words]);

    [Fact]
    public void An_unknown_profile_is_told_with_those_there_are()
    {
        _environment["MY_KEY"] = "k";
        AssertOneLine(() => Load(Qwen).ResolveProfile("qwem"), "did you mean 'qwen'?", "qwen, cloud");
        AssertOneLine(() => Load(Qwen).ResolveProfile("something"), "no profile 'something'", "qwen, cloud");
    }

    [Fact]
    public void Several_profiles_without_a_default_need_a_name() => AssertOneLine(
        () => Load("""{"profiles":{"a":{"endpoint":"http://localhost:1/v1","model":"m"},"b":{"endpoint":"http://localhost:2/v1","model":"m"}}}""").ResolveProfile(null),
        "several models are configured (a, b)", "defaultProfile");

    [Fact]
    public void The_only_profile_needs_no_name() =>
        Assert.Equal("a", Load("""{"profiles":{"a":{"endpoint":"http://localhost:1/v1","model":"m"}}}""").ResolveProfile(null).Name);

    [Fact]
    public void The_environment_defines_a_profile_and_goes_before_the_default()
    {
        _environment["CODEASSIST_ENDPOINT"] = "http://127.0.0.1:8000/v1";
        _environment["CODEASSIST_MODEL"] = "qwen";
        _environment["CODEASSIST_KIND"] = "vllm";
        _environment["CODEASSIST_API_KEY"] = "secret";
        var profile = Load(Qwen).ResolveProfile(null);
        Assert.Equal(("env", "vllm", "qwen", "secret"), (profile.Name, profile.Kind.Name, profile.Model, profile.Key.Read()));
        Assert.Equal("qwen", Load(Qwen).ResolveProfile("qwen").Name);
    }

    [Theory]
    [InlineData("CODEASSIST_ENDPOINT", "http://127.0.0.1:8000/v1", "CODEASSIST_MODEL is not")]
    [InlineData("CODEASSIST_MODEL", "qwen", "CODEASSIST_ENDPOINT is not")]
    public void Half_a_profile_in_the_environment_is_a_fault(string variable, string value, string words)
    {
        _environment[variable] = value;
        AssertOneLine(() => Load("{}"), variable + " is set", words);
    }

    [Theory]
    [InlineData("CODEASSIST_ENDPOINT", "not an address")]
    [InlineData("CODEASSIST_KIND", "unknown kind 'nonsense'")]
    public void A_wrong_value_in_the_environment_is_told_with_its_variable(string variable, string words)
    {
        _environment["CODEASSIST_ENDPOINT"] = "http://127.0.0.1:8000/v1";
        _environment["CODEASSIST_MODEL"] = "qwen";
        _environment[variable] = "nonsense";
        AssertOneLine(() => Load("{}"), variable, words);
    }

    [Theory]
    [InlineData("on", false, true)]
    [InlineData("off", true, false)]
    [InlineData("OFF", true, false)]
    public void The_environment_decides_about_model_fixes(string variable, bool file, bool expected)
    {
        _environment["CODEASSIST_MODEL_FIXES"] = variable;
        Assert.Equal(expected, Load($$"""{ "modelFixes": {{(file ? "true" : "false")}} }""").ModelFixes);
    }

    [Fact]
    public void Model_fixes_are_on_or_off()
    {
        _environment["CODEASSIST_MODEL_FIXES"] = "maybe";
        AssertOneLine(() => Load("{}"), "CODEASSIST_MODEL_FIXES", "neither on nor off");
    }

    [Fact]
    public void Keys_are_taken_out_of_the_environment()
    {
        _environment["CODEASSIST_API_KEY"] = "a";
        _environment["MY_KEY"] = "b";
        Load(Qwen);
        Assert.Empty(_environment.Names);
    }

    [Fact]
    public void Keys_are_taken_out_of_the_process()
    {
        var variable = "CODEASSIST_TEST_KEY_" + Guid.NewGuid().ToString("N");
        Environment.SetEnvironmentVariable(variable, "secret");
        var json = $$"""{"profiles":{"a":{"endpoint":"http://localhost:1/v1","model":"m","keyVariable":"{{variable}}" } } }""";
        var path = _scratch.Write("config.json", json);
        Assert.Equal("secret", UserConfiguration.Load(path, NoPolicy, ProcessEnvironment.Instance).Profiles[^1].Key.Read());
        Assert.Null(Environment.GetEnvironmentVariable(variable));
        // A second load still has it.
        Assert.Equal("secret", UserConfiguration.Load(path, NoPolicy, ProcessEnvironment.Instance).Profiles[^1].Key.Read());
    }

    [Fact]
    public void A_key_is_never_printed()
    {
        _environment["MY_KEY"] = "very-secret";
        var profile = Load(Qwen).ResolveProfile("cloud");
        Assert.DoesNotContain("very-secret", profile.ToString());
        Assert.Equal("MY_KEY", profile.Key.ToString());
    }

    [Fact]
    public void A_services_own_variable_goes_to_its_own_hosts_only()
    {
        _environment["OPENAI_API_KEY"] = "k";
        var profiles = Load("""
            {"profiles":{
              "real":{"kind":"openai","endpoint":"https://api.openai.com/v1","model":"m"},
              "other":{"kind":"openai","endpoint":"https://models.example.com/v1","model":"m"}}}
            """).Profiles;
        Assert.Equal("k", profiles[0].Key.Read());
        Assert.Null(profiles[1].Key.Read());
    }

    [Fact]
    public void A_missing_key_is_a_fault_only_when_the_model_is_used()
    {
        var profile = Load(Qwen).ResolveProfile("cloud");
        AssertOneLine(() => ModelClientFactory.Create(profile).Dispose(), "MY_KEY", "is not set");
    }

    [Fact]
    public void A_key_file_lies_beside_the_configuration()
    {
        Alone(_scratch.Write("qwen.key", "  the-key\n"));
        Assert.Equal("the-key", Load(WithKey("\"keyFile\": \"qwen.key\"")).Profiles[0].Key.Read());
    }

    [Fact]
    public void A_key_file_that_is_missing_or_empty_is_a_fault()
    {
        Alone(_scratch.Write("empty.key", "\n"));
        AssertOneLine(() => Load(WithKey("\"keyFile\": \"none.key\"")).Profiles[0].Key.Read(), "none.key", "cannot be read");
        AssertOneLine(() => Load(WithKey("\"keyFile\": \"empty.key\"")).Profiles[0].Key.Read(), "empty.key", "is empty");
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_key_file_that_others_can_reach_is_a_fault(UnixFileMode others)
    {
        var path = _scratch.Write("open.key", "the-key");
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | others);
        AssertOneLine(() => Load(WithKey("\"keyFile\": \"open.key\"")).Profiles[0].Key.Read(), "open.key", "chmod 600");
    }

    private static void Alone(string path)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void A_key_command_sees_no_shell()
    {
        if (OperatingSystem.IsWindows())
            return;
        var trap = Path.Combine(_scratch.Folder, "trap");
        Assert.Equal(
            "; touch " + trap + " `touch x` $(touch x)",
            Load(WithKey($"\"keyCommand\": [\"/bin/echo\", \"; touch {trap} `touch x` $(touch x)\"]")).Profiles[0].Key.Read());
        Assert.False(File.Exists(trap));
    }

    [Fact]
    public void What_a_key_command_prints_is_in_no_message()
    {
        if (OperatingSystem.IsWindows())
            return;
        var fault = Assert.Throws<ConfigurationException>(() =>
            Load(WithKey("\"keyCommand\": [\"/bin/sh\", \"-c\", \"echo the-secret; echo the-secret >&2; exit 3\"]")).Profiles[0].Key.Read());
        Assert.DoesNotContain("the-secret", fault.Message);
        Assert.Contains("3", fault.Message);
    }

    [Fact]
    public void A_key_command_prints_the_key()
    {
        Assert.Equal("10.", Load(WithKey("\"keyCommand\": [\"dotnet\", \"--version\"]")).Profiles[0].Key.Read()![..3]);
        AssertOneLine(() => Load(WithKey("\"keyCommand\": [\"no-such-program-here\"]")).Profiles[0].Key.Read(), "no program 'no-such-program-here'");
        AssertOneLine(() => Load(WithKey("\"keyCommand\": [\"dotnet\", \"no-such-command-here\"]")).Profiles[0].Key.Read(), "exit code");
    }

    [Fact]
    public void A_key_command_is_not_looked_for_in_a_relative_folder() =>
        AssertOneLine(() => Load(WithKey("\"keyCommand\": [\"./evil\"]")).Profiles[0].Key.Read(), "no program './evil'");

    [Fact]
    public void Source_code_is_not_sent_to_other_machines_without_encryption()
    {
        const string json = """{"profiles":{"a":{"endpoint":"http://models.example.com/v1","model":"m","allowHttp":ALLOW}}}""";
        AssertOneLine(() => Load(json.Replace("ALLOW", "false")).ResolveProfile("a"), "without encryption", "allowHttp");
        Assert.Equal("a", Load(json.Replace("ALLOW", "true")).ResolveProfile("a").Name);
    }

    [Theory]
    [InlineData("http://localhost:1/v1", true)]
    [InlineData("http://127.5.0.1/v1", true)]
    [InlineData("http://[::1]:1/v1", true)]
    [InlineData("http://localhost.example.com/v1", false)]
    [InlineData("http://10.0.0.1/v1", false)]
    public void Loopback_is_what_stays_on_the_machine(string endpoint, bool expected) => Assert.Equal(expected, Loopback.Is(new Uri(endpoint)));

    [Theory]
    [InlineData("http://localhost.evil.example:11434")]
    [InlineData("http://127.0.0.1.evil.example/v1")]
    [InlineData("http://localhost.:8000/v1")]
    [InlineData("http://[::ffff:8.8.8.8]/v1")]
    [InlineData("http://0.0.0.0/v1")]
    public void What_only_looks_like_this_machine_needs_encryption(string endpoint) =>
        AssertOneLine(() => Load(OneProfile(endpoint)).ResolveProfile("p"), "without encryption");

    [Theory]
    [InlineData("https://\u0430pi.openai.com/v1", "xn--pi-6kc.openai.com")]
    [InlineData("http://\uFF4Cocalhost:8000/v1", "localhost")]
    [InlineData("http://127\u30020\u30020\u30021/v1", "127.0.0.1")]
    [InlineData("https://models.example.com/v1?api-version=preview", "models.example.com")]
    public void A_host_is_known_by_the_name_that_is_asked(string endpoint, string host)
    {
        var profile = Load(OneProfile(endpoint)).ResolveProfile("p");
        Assert.Equal(host, profile.Endpoint.Host);
        Assert.Equal(string.Empty, profile.Key.Source);
    }

    [Theory]
    [InlineData("https://evil.example\uFF0F.example.com/v1", "not an address")]
    [InlineData("https://models.example.com/v1#part", "not an address")]
    [InlineData("https://ada:secret@models.example.com/v1", "must not hold a user or key")]
    [InlineData("https://models.example.com/v1?api_key=secret", "must not hold a user or key")]
    [InlineData("https://models.example.com/v1?x=1&Subscription-Key=secret", "must not hold a user or key")]
    public void An_address_with_more_than_a_place_is_a_fault(string endpoint, string words) =>
        AssertOneLine(() => Load(OneProfile(endpoint)), words);

    private static string OneProfile(string endpoint) => $$"""{ "profiles": { "p": { "endpoint": "{{endpoint}}", "model": "m" } } }""";

    [Fact]
    public void The_trigger_is_prefetch_on_this_machine_and_ask_elsewhere_unless_configured()
    {
        const string profiles = """
            "profiles":{"near":{"endpoint":"http://localhost:1/v1","model":"m"},"far":{"endpoint":"https://models.example.com/v1","model":"m"}}
            """;
        var silent = Load($$"""{ {{profiles}} }""");
        Assert.Equal(FixTrigger.Prefetch, silent.TriggerFor(silent.ResolveProfile("near")));
        Assert.Equal(FixTrigger.Ask, silent.TriggerFor(silent.ResolveProfile("far")));
        var said = Load($$"""{ "trigger": "ask", {{profiles}} }""");
        Assert.Equal(FixTrigger.Ask, said.TriggerFor(said.ResolveProfile("near")));
    }

    [Fact]
    public void The_policy_can_switch_models_off()
    {
        var policy = _scratch.Write("policy.json", """{ "modelFixes": false }""");
        _environment["CODEASSIST_MODEL_FIXES"] = "on";
        var configuration = Load(Qwen, policy);
        Assert.False(configuration.ModelFixes);
        AssertOneLine(() => configuration.ResolveProfile("qwen"), "policy", "policy.json", "administrator");
    }

    [Fact]
    public void The_policy_can_keep_models_on_this_machine()
    {
        var configuration = Load(Qwen, _scratch.Write("policy.json", """{ "loopbackOnly": true }"""));
        AssertOneLine(() => configuration.ResolveProfile("cloud"), "this machine only", "dashscope.aliyuncs.com");
        Assert.Equal("qwen", configuration.ResolveProfile("qwen").Name);
    }

    [Theory]
    [InlineData("dashscope.aliyuncs.com", true)]
    [InlineData("*.aliyuncs.com", true)]
    [InlineData("aliyuncs.com", false)]
    [InlineData("*.example.com", false)]
    public void The_policy_can_name_the_hosts(string host, bool allowed)
    {
        var configuration = Load(Qwen, _scratch.Write("policy.json", $$"""{ "allowedHosts": ["{{host}}"] }"""));
        Assert.Equal("qwen", configuration.ResolveProfile("qwen").Name);
        if (allowed)
            Assert.Equal("cloud", configuration.ResolveProfile("cloud").Name);
        else
            AssertOneLine(() => configuration.ResolveProfile("cloud"), "does not allow the host", host);
    }

    [Fact]
    public void A_policy_that_cannot_be_read_is_a_fault() =>
        AssertOneLine(() => Load(Qwen, _scratch.Write("policy.json", """{ "loopbackonly": true }""")), "policy.json, line 1", "did you mean 'loopbackOnly'?");

    [Fact]
    public void A_profile_knows_the_file_that_it_stands_in()
    {
        _environment["CODEASSIST_ENDPOINT"] = "http://127.0.0.1:8000/v1";
        _environment["CODEASSIST_MODEL"] = "qwen";
        Assert.Equal([null, "config.json", "config.json"], Load(Qwen).Profiles.Select(profile => Path.GetFileName(profile.DefinedIn)));
    }

    [Fact]
    public void The_users_file_is_in_the_users_folder()
    {
        if (OperatingSystem.IsWindows())
            return;
        _environment["HOME"] = "/home/ada";
        Assert.Equal("/home/ada/.config/codeassist/config.json", ConfigurationPaths.User(_environment));
        _environment["XDG_CONFIG_HOME"] = "/home/ada/settings";
        Assert.Equal("/home/ada/settings/codeassist/config.json", ConfigurationPaths.User(_environment));
        // A relative folder would lie in whatever repository the tool is started in.
        _environment["XDG_CONFIG_HOME"] = "settings";
        Assert.Equal("/home/ada/.config/codeassist/config.json", ConfigurationPaths.User(_environment));
    }

    private string NoPolicy => Path.Combine(_scratch.Folder, "no-policy.json");

    private static string WithKey(string key) => $$"""{"profiles":{"a":{"endpoint":"http://localhost:1/v1","model":"m",{{key}} } } }""";

    private static void AssertOneLine(Action action, params string[] words)
    {
        var message = Assert.Throws<ConfigurationException>(action).Message;
        Assert.DoesNotContain('\n', message);
        Assert.All(words, word => Assert.Contains(word, message));
    }

    private static void AssertOneLine(Func<object?> action, params string[] words) => AssertOneLine(() => { action(); }, words);

    private UserConfiguration Load(string json, string? policy = null) =>
        UserConfiguration.Load(_scratch.Write("config.json", json), policy ?? NoPolicy, _environment);
}
