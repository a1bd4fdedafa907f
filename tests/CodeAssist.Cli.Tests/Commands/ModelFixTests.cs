using System.Text.Json;
using CodeAssist.Repair.Evidence;
using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Commands;

public class ModelFixTests
{
    private const string Good =
        """
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
        """;

    private const string Bug =
        """
        public static string Read(string path)
        {
            var text = "";
            try
            {
                text = File.ReadAllText(path);
            }
            catch (Exception)
            {
                text = "";
            }

            return text;
        }
        """;

    private static readonly (string Check, string Reply)[] BadReplies =
    [
        ("scope", Bug.Replace("    catch", "#pragma warning disable CDA3001\n    catch", StringComparison.Ordinal)),
        ("policy", Bug.Replace("(Exception)", "(IOException)", StringComparison.Ordinal).Replace("        text = \"\";\n", "", StringComparison.Ordinal)),
        ("policy", Good.Replace("Read(string path)", "Read(string path, bool strict)", StringComparison.Ordinal)),
        ("compile", Good.Replace("Console.Error.WriteLine", "Logger.Warn", StringComparison.Ordinal)),
        ("target", Bug),
    ];

    [Fact]
    public async Task A_good_reply_is_offered_with_a_title_that_names_the_checks()
    {
        using var scratch = new Scratch();
        await using var server = await ScriptedModelServer.StartAsync(Reply(Good));
        var run = await Tool.ProcessAsync(Profile(server), "fix", scratch.Write("Notes.cs", Sources.Swallowed), "--model", "env");
        Assert.True(run.ExitCode == 1, run.Output + run.Error);
        Assert.Matches(@"offered by scripted: .*\(scripted: compiles, CDA3001 gone, no new warnings\)", run.Output);
        Assert.Contains("+            Console.Error.WriteLine(exception);", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_replies_are_abstentions_with_different_reasons_and_no_file_is_touched()
    {
        var reasons = new HashSet<string>();
        foreach (var (check, reply) in BadReplies)
        {
            using var scratch = new Scratch();
            await using var server = await ScriptedModelServer.StartAsync(Reply(reply));
            var file = scratch.Write("Notes.cs", Sources.Swallowed);
            var run = await Tool.ProcessAsync(Profile(server), "fix", file, "--model", "env", "--rounds", "0", "--apply", "--format", "json");
            Assert.True(run.ExitCode == 1, run.Output + run.Error);
            var finding = Assert.Single(run.Json.GetProperty("findings").EnumerateArray());
            Assert.Equal(("abstained", "model", "scripted"), (finding.Text("outcome"), finding.Text("proposer"), finding.Text("model")));
            Assert.True(reasons.Add(finding.Text("reason")!), finding.Text("reason"));
            Assert.Equal((check, "failed"), finding.GetProperty("checks").EnumerateArray().Select(one => (one.Text("name"), one.Text("outcome"))).Last());
            Assert.Single(server.Requests);
            Assert.Equal(Sources.Swallowed, await File.ReadAllTextAsync(file));
        }
    }

    [Theory]
    [InlineData("```python\ndef read(path):\n    return open(path).read()\n```")]
    [InlineData("请在 catch 中记录异常，然后重新抛出。")]
    public async Task A_reply_in_another_language_is_refused_at_the_first_check(string reply)
    {
        using var scratch = new Scratch();
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text(reply));
        var run = await Tool.ProcessAsync(Profile(server), "fix", scratch.Write("Notes.cs", Sources.Swallowed), "--model", "env", "--rounds", "0", "--format", "json");
        var finding = Assert.Single(run.Json.GetProperty("findings").EnumerateArray());
        Assert.Equal("abstained", finding.Text("outcome"));
        var last = finding.GetProperty("checks").EnumerateArray().Last();
        Assert.Equal("failed", last.Text("outcome"));
        Assert.Contains(last.Text("name"), new[] { "reply", "parse" });
    }

    [Fact]
    public async Task The_gates_finding_is_fed_back_once()
    {
        using var scratch = new Scratch();
        await using var server = await ScriptedModelServer.StartAsync(Reply(Bug), Reply(Good));
        var file = scratch.Write("Notes.cs", Sources.Swallowed);
        var run = await Tool.ProcessAsync(Profile(server), "fix", file, "--model", "env", "--apply");
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(Sources.Swallowed.Replace("(Exception)\n        {\n", "(Exception exception)\n        {\n            Console.Error.WriteLine(exception);\n", StringComparison.Ordinal), await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task Of_several_candidates_the_best_is_offered()
    {
        using var scratch = new Scratch();
        await using var server = await ScriptedModelServer.StartAsync(
            Reply(Bug), Reply(Good.Replace("(exception);", "(exception); throw;", StringComparison.Ordinal)), Reply(Good));
        var run = await Tool.ProcessAsync(
            Profile(server), "fix", scratch.Write("Notes.cs", Sources.Swallowed), "--model", "env", "--candidates", "3", "--rounds", "0", "--format", "json");
        Assert.True(run.ExitCode == 1, run.Output + run.Error);
        Assert.Equal(3, server.Requests.Count);
        Assert.Equal([true, false, false], server.Requests.Select(request => request.Body.GetProperty("temperature").GetDouble() < 0.2));
        var finding = Assert.Single(run.Json.GetProperty("findings").EnumerateArray());
        Assert.Equal("offered", finding.Text("outcome"));
        var inserted = string.Concat(finding.GetProperty("edits").EnumerateArray().Select(edit => edit.Text("newText")));
        Assert.Contains("Console.Error.WriteLine(exception);", inserted, StringComparison.Ordinal);
        Assert.DoesNotContain("throw", inserted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_refuses_is_a_failure_with_its_reason()
    {
        using var scratch = new Scratch();
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Status(401, """{"error":{"message":"no such key"}}"""));
        var run = await Tool.ProcessAsync(Profile(server), "fix", scratch.Write("Notes.cs", Sources.Swallowed), "--model", "env", "--format", "json");
        Assert.Equal(1, run.ExitCode);
        var finding = Assert.Single(run.Json.GetProperty("findings").EnumerateArray());
        Assert.Equal("failed", finding.Text("outcome"));
        Assert.Contains("401", finding.Text("reason"), StringComparison.Ordinal);
        Assert.Equal(1, run.Json.GetProperty("summary").Number("failed"));
    }

    [Theory]
    [InlineData("codeassist.exclude = true")]
    [InlineData("codeassist.model_fixes = off")]
    public async Task A_repository_that_keeps_models_out_sends_nothing(string setting)
    {
        using var scratch = new Scratch();
        await using var server = await ScriptedModelServer.StartAsync(Reply(Good));
        scratch.Write(".editorconfig", "root = true\n[*.cs]\n" + setting + "\n");
        var run = await Tool.ProcessAsync(Profile(server), "fix", scratch.Write("Notes.cs", Sources.Swallowed), "--model", "env", "--format", "json");
        var finding = Assert.Single(run.Json.GetProperty("findings").EnumerateArray());
        Assert.Equal("abstained", finding.Text("outcome"));
        Assert.Contains(setting.Split(' ')[0], finding.Text("reason"), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_profile_that_does_not_exist_and_a_configuration_with_a_typo_are_wrong_usage()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Notes.cs", Sources.Swallowed);
        (await Tool.RunAsync("fix", file, "--model", "nobody")).IsRefusal(2);
        scratch.Write("codeassist/config.json", """{ "modelFixs": true }""");
        var run = await Tool.ProcessAsync(new Dictionary<string, string?> { ["XDG_CONFIG_HOME"] = scratch.Folder }, "analyze", file);
        run.IsRefusal(2, "modelFixs", "config.json");
    }

    [Fact]
    public async Task A_build_does_not_see_the_key()
    {
        using var scratch = new Scratch();
        var project = scratch.WriteProject(Sources.Swapped);
        scratch.Write("App/Directory.Build.targets", """
            <Project>
              <Target Name="Peek" BeforeTargets="CoreCompile;Restore;CollectPackageReferences">
                <WriteLinesToFile File="$(MSBuildThisFileDirectory)seen.txt" Lines="[$(CODEASSIST_API_KEY)]" />
              </Target>
            </Project>
            """);
        await using var server = await ScriptedModelServer.StartAsync(Reply(Good));
        var environment = Profile(server);
        environment["CODEASSIST_API_KEY"] = "sk-a-secret";
        await Tool.ProcessAsync(environment, "fix", project);
        Assert.All(await File.ReadAllLinesAsync(Path.Combine(scratch.Folder, "App", "seen.txt")), line => Assert.Equal("[]", line));
    }

    [Fact]
    public async Task What_leaves_the_machine_and_what_came_of_it_is_on_record()
    {
        using var scratch = new Scratch();
        await using var server = await ScriptedModelServer.StartAsync(Reply(Good));
        var environment = Profile(server);
        environment["XDG_STATE_HOME"] = scratch.Folder;
        environment["LOCALAPPDATA"] = scratch.Folder;
        var file = scratch.Write("Notes.cs", Sources.Swallowed);
        await Tool.ProcessAsync(environment, "fix", file, "--model", "env");
        var entries = EvidenceReader.Last(EvidenceFile.PathFor(environment.GetValueOrDefault, scratch.Folder), 10);
        Assert.Equal(["request", "attempt"], entries.Select(entry => entry.Type!));
        Assert.Equal(("CDA3001", "127.0.0.1", file), (entries[0].Id, entries[0].Exchange!.EndpointHost, Assert.Single(entries[0].Exchange!.Files!)));

        // The very bytes that the server received.
        var sent = System.Text.Encoding.UTF8.GetBytes(server.Requests[0].Body.GetProperty("messages").GetRawText());
        Assert.Equal((sent.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(sent))), (entries[0].Exchange!.PromptBytes, entries[0].Exchange!.PromptHash));
        Assert.Equal((true, entries[0].Exchange!.PromptHash), (entries[1].Accepted, entries[1].Exchange!.PromptHash));
    }

    [Fact]
    public async Task A_method_of_120_lines_is_repaired_by_the_statements_around_the_finding()
    {
        var lines = string.Concat(Enumerable.Range(1, 55).Select(number => $"        text += \"{number}\";\n"));
        var source = Sources.Swallowed
            .Replace("        try\n", lines + "        try\n", StringComparison.Ordinal)
            .Replace("        return text;\n", lines + "        return text;\n", StringComparison.Ordinal);
        using var scratch = new Scratch();
        await using var server = await ScriptedModelServer.StartAsync(request => Reply(
            Shown(request).Replace("(Exception)", "(Exception exception)", StringComparison.Ordinal).Replace("        {\n        }", "        {\n            Console.Error.WriteLine(exception);\n        }", StringComparison.Ordinal)));
        var file = scratch.Write("Notes.cs", source);
        var run = await Tool.ProcessAsync(Profile(server), "fix", file, "--model", "env", "--apply");
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        var shown = Shown(Assert.Single(server.Requests));
        Assert.InRange(shown.Split('\n').Length, 10, 40);
        Assert.DoesNotContain("Read(string path)", shown, StringComparison.Ordinal);
        Assert.Equal(
            source.Replace("(Exception)\n        {\n", "(Exception exception)\n        {\n            Console.Error.WriteLine(exception);\n", StringComparison.Ordinal),
            await File.ReadAllTextAsync(file));

        static string Shown(ScriptedRequest request)
        {
            var text = request.Messages[^1].Text;
            var start = text.IndexOf("```csharp\n", StringComparison.Ordinal) + 10;
            return text[start..text.IndexOf("\n```", start, StringComparison.Ordinal)];
        }
    }

    private static Dictionary<string, string?> Profile(ScriptedModelServer server) => new()
    {
        ["CODEASSIST_ENDPOINT"] = server.Endpoint.ToString(),
        ["CODEASSIST_MODEL"] = "scripted",
    };

    private static ScriptedResponse Reply(string code) => ScriptedResponse.Text($"```csharp\n{code}\n```\n");
}
