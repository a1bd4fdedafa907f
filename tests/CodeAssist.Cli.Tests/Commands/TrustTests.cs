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
