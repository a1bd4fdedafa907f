using CodeAssist.Cli.Caching;
using CodeAssist.Repair.Evidence;
using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Commands;

public sealed class CacheTests : IDisposable
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

    private readonly Scratch _scratch = new();

    private string Folder => Path.Combine(_scratch.Folder, "cache", "codeassist", "replies");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_second_run_asks_nobody_and_offers_what_was_checked_again()
    {
        await using var server = await ScriptedModelServer.StartAsync(Reply(Good));
        var file = _scratch.Write("Notes.cs", Sources.Swallowed);
        var first = await FixAsync(server, file);
        var second = await FixAsync(server, file);
        Assert.Single(server.Requests);
        foreach (var run in new[] { first, second })
        {
            var finding = Assert.Single(run.Json.GetProperty("findings").EnumerateArray());
            Assert.Equal("offered", finding.Text("outcome"));
            Assert.Contains("compile", finding.GetProperty("checks").EnumerateArray().Where(check => check.Text("outcome") == "passed").Select(check => check.Text("name")));
        }

        var entries = EvidenceReader.Last(Path.Combine(_scratch.Folder, "state", "codeassist", "evidence.jsonl"), 10);
        Assert.Equal([("request", null), ("attempt", null), ("attempt", true)], entries.Select(entry => (entry.Type!, entry.Exchange!.Cached)));
        Assert.Single(entries.Select(entry => entry.Exchange!.PromptHash).Distinct());
    }

    [Fact]
    public async Task Another_prompt_or_another_model_is_asked_anew()
    {
        await using var server = await ScriptedModelServer.StartAsync(Reply(Good));
        var file = _scratch.Write("Notes.cs", Sources.Swallowed);
        await FixAsync(server, file);
        await FixAsync(server, file, model: "another");
        Assert.Equal(2, server.Requests.Count);
        _scratch.Write("Notes.cs", Sources.Swallowed.Replace("var text = \"\";", "var text = \"-\";", StringComparison.Ordinal));
        await FixAsync(server, file);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task What_the_gate_rejected_is_not_kept()
    {
        await using var server = await ScriptedModelServer.StartAsync(Reply(Good.Replace("Console.Error.WriteLine", "Logger.Warn", StringComparison.Ordinal)));
        var file = _scratch.Write("Notes.cs", Sources.Swallowed);
        await FixAsync(server, file);
        await FixAsync(server, file);
        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(0, new ReplyFolder(Folder).Measure().Entries);
    }

    [Fact]
    public async Task A_poisoned_reply_is_rejected_by_the_gate_and_the_model_asked_anew()
    {
        await using var server = await ScriptedModelServer.StartAsync(Reply(Good));
        var file = _scratch.Write("Notes.cs", Sources.Swallowed);
        await FixAsync(server, file);
        var kept = Assert.Single(Directory.GetFiles(Folder));
        var key = Path.GetFileNameWithoutExtension(kept);
        var poison = $"```csharp\n{Good.Replace("Console.Error.WriteLine(exception);", "File.Delete(path);", StringComparison.Ordinal)}\n```\n";
        await File.WriteAllBytesAsync(kept, ReplyFile.Bytes(key, poison));

        var run = await FixAsync(server, file);
        Assert.Equal("offered", Assert.Single(run.Json.GetProperty("findings").EnumerateArray()).Text("outcome"));
        Assert.Equal(2, server.Requests.Count);
        Assert.DoesNotContain("Delete", new ReplyFolder(Folder).Find(key), StringComparison.Ordinal);
        Assert.DoesNotContain("Delete", run.Output, StringComparison.Ordinal);
        var entries = EvidenceReader.Last(Path.Combine(_scratch.Folder, "state", "codeassist", "evidence.jsonl"), 3);
        Assert.Equal([("attempt", false), ("request", null), ("attempt", true)], entries.Select(entry => (entry.Type!, entry.Accepted)));
    }

    [Fact]
    public async Task Two_processes_at_once_share_the_cache()
    {
        await using var server = await ScriptedModelServer.StartAsync(Reply(Good));
        var file = _scratch.Write("Notes.cs", Sources.Swallowed);
        var runs = await Task.WhenAll(FixAsync(server, file), FixAsync(server, file));
        Assert.All(runs, run => Assert.Equal(1, run.Json.GetProperty("summary").Number("offered")));
        var before = server.Requests.Count;
        Assert.Equal(1, (await FixAsync(server, file)).Json.GetProperty("summary").Number("offered"));
        Assert.Equal(before, server.Requests.Count);
        Assert.Single(Directory.GetFiles(Folder));
    }

    [Fact]
    public async Task Secrets_are_not_kept()
    {
        const string Secret = "AKIAQYLPMN5HHHFPZAM2";
        await using var server = await ScriptedModelServer.StartAsync(request => Reply(
            request.Prompt.Contains(Secret, StringComparison.Ordinal) ? "leaked" : Good.Replace("\"\"", Placeholder(request.Prompt), StringComparison.Ordinal)));
        var file = _scratch.Write("Notes.cs", Sources.Swallowed.Replace("\"\"", "\"" + Secret + "\"", StringComparison.Ordinal));
        Assert.Equal(1, (await FixAsync(server, file)).Json.GetProperty("summary").Number("offered"));
        Assert.Equal(1, (await FixAsync(server, file)).Json.GetProperty("summary").Number("offered"));
        Assert.Single(server.Requests);
        Assert.DoesNotContain(Secret, await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Folder))), StringComparison.Ordinal);

        static string Placeholder(string prompt) => System.Text.RegularExpressions.Regex.Match(prompt, "var text = (\"[^\"]+\");").Groups[1].Value;
    }

    [Fact]
    public async Task Stats_tells_what_is_kept_and_clear_removes_it()
    {
        var empty = await RunAsync("cache", "stats");
        Assert.Equal((0, $"0 accepted edits, 0 bytes, in {Folder}\n"), (empty.ExitCode, empty.Output));
        new ReplyFolder(Folder).Keep(new string('a', 64), "reply");
        var stats = (await RunAsync("cache", "stats", "--format", "json")).Json;
        Assert.Equal(["folder", "entries", "bytes", "oldest", "largestBytes", "oldestDays"], stats.EnumerateObject().Select(property => property.Name));
        Assert.Equal((Folder, 1, 64 * 1024 * 1024, 30), (stats.Text("folder"), stats.Number("entries"), stats.Number("largestBytes"), stats.Number("oldestDays")));
        Assert.Matches(@"(?m)^ok +cache +1 accepted edit, \d+ bytes, in ", (await RunAsync("doctor")).Output);
        Assert.Matches(@"^removed 1 accepted edit, \d+ bytes, from ", (await RunAsync("cache", "clear")).Output);
        Assert.Empty(Directory.GetFiles(Folder));
        Assert.Equal(0, (await RunAsync("cache", "clear", "--format", "json")).Json.Number("entries"));
    }

    [Fact]
    public async Task The_command_speaks_chinese()
    {
        var run = await Tool.RunAsync("zh-Hans", CancellationToken.None, "cache", "stats");
        Assert.Contains("处已接受的修改", run.Output, StringComparison.Ordinal);
    }

    private Task<ToolRun> FixAsync(ScriptedModelServer server, string file, string model = "scripted") =>
        RunAsync(server, model, "fix", file, "--model", "env", "--rounds", "0", "--format", "json");

    private Task<ToolRun> RunAsync(params string[] args) => RunAsync(null, null, args);

    private Task<ToolRun> RunAsync(ScriptedModelServer? server, string? model, params string[] args) => Tool.ProcessAsync(
        new Dictionary<string, string?>
        {
            ["XDG_CACHE_HOME"] = Path.Combine(_scratch.Folder, "cache"),
            ["XDG_STATE_HOME"] = Path.Combine(_scratch.Folder, "state"),
            ["CODEASSIST_ENDPOINT"] = server?.Endpoint.ToString(),
            ["CODEASSIST_MODEL"] = model,
        },
        args);

    private static ScriptedResponse Reply(string code) => ScriptedResponse.Text($"```csharp\n{code}\n```\n");
}
