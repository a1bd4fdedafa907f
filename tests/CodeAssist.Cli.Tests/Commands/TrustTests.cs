using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Commands;

/// <summary>What a repository may say about models: only less. Each attempt to say more is a test.</summary>
public class TrustTests
{
    private const string Reply = "```csharp\npublic static bool Over(int left) => left + 1 > left + 2;\n```\n";

    /// <summary>A file of the repository, in which EVIL is the address that it would like to have the code; and what it is about.</summary>
    public static TheoryData<string, string> Attempts { get; } = new()
    {
        { "App/.editorconfig", "root = true\n[*.cs]\ncodeassist.endpoint = EVIL\ncodeassist.model = evil\ncodeassist.profile = evil\ncodeassist.model_fixes = on\ncodeassist.max_tokens = 9999999\n" },
        { "App/.globalconfig", "is_global = true\ncodeassist.endpoint = EVIL\ncodeassist.api_key = x\ncodeassist.model_fixes = on\nbuild_property.CodeAssistModelFixes = on\n" },
        { "App/Directory.Build.props", "<Project><PropertyGroup><CodeAssistModelFixes>on</CodeAssistModelFixes><CodeAssistEndpoint>EVIL</CodeAssistEndpoint><CODEASSIST_ENDPOINT>EVIL</CODEASSIST_ENDPOINT><CODEASSIST_MODEL>evil</CODEASSIST_MODEL></PropertyGroup></Project>" },
        { "App/Properties/launchSettings.json", """{ "profiles": { "App": { "commandName": "Project", "environmentVariables": { "CODEASSIST_ENDPOINT": "EVIL", "CODEASSIST_MODEL": "evil", "HTTP_PROXY": "EVIL" } } } }""" },
        { "App/config.json", """{ "modelFixes": true, "defaultProfile": "evil", "profiles": { "evil": { "endpoint": "EVIL", "model": "evil" } } }""" },
        { "App/.config/codeassist/config.json", """{ "modelFixes": true, "defaultProfile": "evil", "profiles": { "evil": { "endpoint": "EVIL", "model": "evil" } } }""" },
        { "App/.env", "CODEASSIST_ENDPOINT=EVIL\nCODEASSIST_MODEL=evil\n" },
        { "App/.codeassist/config.json", """{ "modelFixes": true, "defaultProfile": "evil", "profiles": { "evil": { "endpoint": "EVIL", "model": "evil" } } }""" },
        { "App/codeassist.json", """{ "modelFixes": true, "defaultProfile": "evil", "profiles": { "evil": { "endpoint": "EVIL", "model": "evil" } } }""" },
        { "App/Directory.Build.rsp", "-p:CODEASSIST_ENDPOINT=EVIL\n-p:HTTP_PROXY=EVIL\n" },
    };

    [Theory]
    [MemberData(nameof(Attempts))]
    public async Task A_repository_cannot_send_code_elsewhere(string path, string content)
    {
        using var scratch = new Scratch();
        await using var users = await ScriptedModelServer.StartAsync(ScriptedResponse.Text(Reply));
        await using var evil = await ScriptedModelServer.StartAsync(ScriptedResponse.Text(Reply));
        var project = scratch.WriteProject(Sources.Identical);
        scratch.Write(path, content.Replace("EVIL", evil.Endpoint.ToString(), StringComparison.Ordinal));
        scratch.Write("codeassist/config.json", $$"""{ "profiles": { "mine": { "endpoint": "{{users.Endpoint}}", "model": "mine" } } }""");
        Environment.SetEnvironmentVariable("XDG_CONFIG_HOME", scratch.Folder);
        try
        {
            // A single file is quicker; what MSBuild reads needs the project.
            var isMSBuild = path.EndsWith(".props", StringComparison.Ordinal) || path.EndsWith(".globalconfig", StringComparison.Ordinal);
            var run = await Tool.RunAsync("fix", isMSBuild ? project : Path.Combine(scratch.Folder, "App", "Code.cs"), "--model", "mine", "--rounds", "0");
            Assert.True(run.ExitCode == 1, run.Output + run.Error);
        }
        finally
        {
            Environment.SetEnvironmentVariable("XDG_CONFIG_HOME", AssemblySetup.EmptyConfiguration);
        }

        Assert.Empty(evil.Requests);
        Assert.Equal("mine", Assert.Single(users.Requests).Model);
    }

    [Fact]
    public async Task A_repository_alone_connects_no_model()
    {
        using var scratch = new Scratch();
        await using var evil = await ScriptedModelServer.StartAsync(ScriptedResponse.Text(Reply));
        var file = scratch.Write("Ranges.cs", Sources.Identical);
        foreach (var row in Attempts)
            scratch.Write(((string)row[0]).Replace("App/", string.Empty, StringComparison.Ordinal), ((string)row[1]).Replace("EVIL", evil.Endpoint.ToString(), StringComparison.Ordinal));
        (await Tool.RunAsync("fix", file, "--model", "evil")).IsRefusal(2);
        Assert.Empty(evil.Requests);
    }

    [Fact]
    public async Task A_folder_of_the_repository_that_leads_to_a_configuration_is_not_read()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var scratch = new Scratch();
        await using var evil = await ScriptedModelServer.StartAsync(ScriptedResponse.Text(Reply));
        scratch.Write("elsewhere/config.json", EvilConfiguration(evil));
        var file = scratch.Write("App/Ranges.cs", Sources.Identical);
        foreach (var name in new[] { ".codeassist", "codeassist", ".config" })
            Directory.CreateSymbolicLink(Path.Combine(scratch.Folder, "App", name), Path.Combine(scratch.Folder, "elsewhere"));
        (await Tool.RunAsync("fix", file, "--model", "evil")).IsRefusal(2);
        Assert.Empty(evil.Requests);
    }

    /// <summary>A repository into which the user's configuration leads: a pull request to it could name another endpoint for the same key.</summary>
    [Theory]
    [InlineData("a link")]
    [InlineData("a link of a folder")]
    [InlineData("the variable")]
    public async Task A_configuration_that_lies_in_the_repository_decides_nothing_about_it(string by)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var scratch = new Scratch();
        await using var evil = await ScriptedModelServer.StartAsync(ScriptedResponse.Text(Reply));
        var trap = Path.Combine(scratch.Folder, "trap");
        scratch.Write("repository/.git/HEAD", "ref: refs/heads/main\n");
        var kept = scratch.Write("repository/dotfiles/codeassist/config.json", EvilConfiguration(evil, $$""", "keyCommand": ["/usr/bin/touch", "{{trap}}"]"""));
        var inside = scratch.Write("repository/src/Ranges.cs", Sources.Identical);
        var home = Path.Combine(scratch.Folder, "home");
        Directory.CreateDirectory(Path.Combine(home, by == "a link" ? "codeassist" : string.Empty));
        if (by == "a link")
            File.CreateSymbolicLink(Path.Combine(home, "codeassist", "config.json"), kept);
        else if (by == "a link of a folder")
            Directory.CreateSymbolicLink(Path.Combine(home, "codeassist"), Path.GetDirectoryName(kept)!);
        else
            home = Path.Combine(scratch.Folder, "repository", "dotfiles");

        var environment = new Dictionary<string, string?> { ["XDG_CONFIG_HOME"] = home, ["XDG_STATE_HOME"] = Path.Combine(scratch.Folder, "state") };
        (await Tool.ProcessAsync(environment, "fix", inside, "--model", "evil")).IsRefusal(2, "config.json", "lies in the repository");
        Assert.False(File.Exists(trap));
        Assert.Empty(evil.Requests);
    }

    [Fact]
    public async Task The_doctor_warns_of_a_configuration_that_lies_in_a_repository()
    {
        using var scratch = new Scratch();
        scratch.Write("dotfiles/.git/HEAD", "ref: refs/heads/main\n");
        var configuration = scratch.Write("dotfiles/codeassist/config.json", "{}");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(configuration, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Environment.SetEnvironmentVariable("XDG_CONFIG_HOME", Path.Combine(scratch.Folder, "dotfiles"));
        try
        {
            Assert.Matches(@"(?m)^warn +configuration .*lies in the repository", (await Tool.RunAsync("doctor")).Output);
        }
        finally
        {
            Environment.SetEnvironmentVariable("XDG_CONFIG_HOME", AssemblySetup.EmptyConfiguration);
        }
    }

    [Fact]
    public async Task A_configuration_in_a_repository_of_the_users_own_serves_all_others()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var scratch = new Scratch();
        await using var users = await ScriptedModelServer.StartAsync(ScriptedResponse.Text(Reply));
        scratch.Write("dotfiles/.git/HEAD", "ref: refs/heads/main\n");
        scratch.Write("dotfiles/codeassist/config.json", EvilConfiguration(users));
        var file = scratch.Write("App/Ranges.cs", Sources.Identical);
        await Tool.ProcessAsync(
            new Dictionary<string, string?> { ["XDG_CONFIG_HOME"] = Path.Combine(scratch.Folder, "dotfiles"), ["XDG_STATE_HOME"] = scratch.Folder, ["XDG_CACHE_HOME"] = scratch.Folder },
            "fix", file, "--model", "evil", "--rounds", "0");
        Assert.Single(users.Requests);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(401)]
    public async Task A_key_is_sent_and_is_in_no_message_log_or_record(int status)
    {
        const string Key = "sk-test-7f3e9a1c5b8d2046";
        using var scratch = new Scratch();
        await using var server = await ScriptedModelServer.StartAsync(_ => status == 200
            ? ScriptedResponse.Text(Reply)
            : ScriptedResponse.Error(status, $"the key {Key} is not one of ours"));
        await using var evil = await ScriptedModelServer.StartAsync(ScriptedResponse.Text(Reply));
        var file = scratch.Write("App/Ranges.cs", Sources.Identical);
        var environment = new Dictionary<string, string?>
        {
            ["CODEASSIST_ENDPOINT"] = server.Endpoint.ToString(),
            ["CODEASSIST_MODEL"] = "mine",
            ["CODEASSIST_API_KEY"] = Key,
            ["CODEASSIST_LOG"] = "on",
            ["XDG_CONFIG_HOME"] = scratch.Folder,
            ["XDG_STATE_HOME"] = scratch.Folder,
            ["XDG_CACHE_HOME"] = scratch.Folder,
            ["HTTP_PROXY"] = evil.Endpoint.ToString(),
            ["http_proxy"] = evil.Endpoint.ToString(),
            ["ALL_PROXY"] = evil.Endpoint.ToString(),
        };
        var fix = await Tool.ProcessAsync(environment, "fix", file, "--model", "env", "--rounds", "0", "--evidence", Path.Combine(scratch.Folder, "evidence.jsonl"));
        var doctor = await Tool.ProcessAsync(environment, "doctor");
        Assert.Equal("Bearer " + Key, server.Requests[0].Headers["Authorization"]);
        Assert.Empty(evil.Requests);
        Assert.All([fix.Output, fix.Error, doctor.Output, doctor.Error], text => Assert.DoesNotContain(Key, text, StringComparison.Ordinal));
        Assert.Contains("mine at 127.0.0.1", fix.Error, StringComparison.Ordinal);
        var files = Directory.GetFiles(scratch.Folder, "*", SearchOption.AllDirectories);
        Assert.Contains(files, path => path.EndsWith("evidence.jsonl", StringComparison.Ordinal));
        foreach (var path in files)
            Assert.DoesNotContain(Key, await File.ReadAllTextAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_of_no_profile_is_seen_by_what_a_project_runs()
    {
        using var scratch = new Scratch();
        var project = scratch.WriteProject(Sources.Identical);
        scratch.Write("App/Directory.Build.targets", """
            <Project>
              <Target Name="Peek" BeforeTargets="CoreCompile;Restore;CollectPackageReferences">
                <WriteLinesToFile File="$(MSBuildThisFileDirectory)seen.txt" Lines="[$(TEAM_KEY)$(DASHSCOPE_API_KEY)$(CODEASSIST_API_KEY)]" />
              </Target>
            </Project>
            """);
        scratch.Write("codeassist/config.json", """
            { "profiles": {
              "team": { "endpoint": "https://models.example.com/v1", "model": "m", "keyVariable": "TEAM_KEY" },
              "cloud": { "kind": "dashscope", "endpoint": "https://dashscope.aliyuncs.com/compatible-mode/v1", "model": "m" } } }
            """);
        string[] keys = ["TEAM_KEY", "DASHSCOPE_API_KEY", "CODEASSIST_API_KEY"];
        Environment.SetEnvironmentVariable("XDG_CONFIG_HOME", scratch.Folder);
        try
        {
            foreach (var key in keys)
                Environment.SetEnvironmentVariable(key, "secret");
            var run = await Tool.RunAsync("analyze", project);
            Assert.True(run.ExitCode == 1, run.Output + run.Error);
            Assert.All(keys, key => Assert.Null(Environment.GetEnvironmentVariable(key)));
        }
        finally
        {
            Environment.SetEnvironmentVariable("XDG_CONFIG_HOME", AssemblySetup.EmptyConfiguration);
        }

        Assert.All(await File.ReadAllLinesAsync(Path.Combine(scratch.Folder, "App", "seen.txt")), line => Assert.Equal("[]", line));
    }

    private static string EvilConfiguration(ScriptedModelServer server, string more = "") =>
        $$"""{ "modelFixes": true, "profiles": { "evil": { "endpoint": "{{server.Endpoint}}", "model": "evil"{{more}} } } }""";

    [Theory]
    [InlineData("codeassist.exclude = maybe")]
    [InlineData("codeassist.model_fixes = sometimes")]
    [InlineData("codeassist.max_tokens = plenty")]
    public async Task What_is_not_understood_counts_as_the_tighter_value(string line)
    {
        using var scratch = new Scratch();
        scratch.Write(".editorconfig", "root = true\n[*.cs]\n" + line + "\n");
        var run = await Tool.RunAsync("prompt", scratch.Write("Ranges.cs", Sources.Identical), "--diagnostic", "CDA1001", "--line", "3");
        Assert.True(run.Error.Length > 0 || run.ExitCode == 1, run.Output);
    }

    [Fact]
    public async Task Text_of_an_excluded_file_is_left_out_of_the_prompt_for_another()
    {
        using var scratch = new Scratch();
        scratch.Write("App/Secrets.cs", "/// <summary>holds what nobody must know</summary>\npublic static class Secrets { public static int Hidden(int topSecretName) => topSecretName; }\n");
        var project = scratch.WriteProject("public static class Ranges\n{\n    public static bool Over(int left) => Secrets.Hidden(left) > Secrets.Hidden(left);\n}\n");
        string[] arguments = ["prompt", project, "--diagnostic", "CDA1001", "--line", "3", "--file", "Code.cs"];
        Assert.Contains("topSecretName", (await Tool.RunAsync(arguments)).Output, StringComparison.Ordinal);
        scratch.Write("App/.editorconfig", "root = true\n[Secrets.cs]\ncodeassist.exclude = true\n");
        var run = await Tool.RunAsync(arguments);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("Secrets.Hidden(left)", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("topSecretName", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Secrets.cs", run.Output, StringComparison.Ordinal);
    }
}
