using System.Text.Json;
using System.Xml.Linq;
using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Commands;

/// <summary>Each suite with a model behind a server, from the command line to the page.</summary>
public sealed class EvalModelTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Methods_are_written()
    {
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("```cs\npublic static int Next(int n) => n + 1;\n```"));

        var run = await EvalAsync(server, "humaneval-cs", "--data", HumanEval());

        Assert.Equal(1.0, run.Json.GetProperty("correct").GetDouble());
        Assert.True(run.Json.GetProperty("tokens").GetProperty("completion").GetInt64() > 0);
        Assert.DoesNotContain("Assert", server.Requests[0].Prompt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0.0, 0.0, 1)]
    [InlineData(1, 1.0, 1.0, 2)]
    public async Task Programs_are_repaired_with_and_without_rounds(int rounds, double offered, double correct, int requests)
    {
        await using var server = await ScriptedModelServer.StartAsync(
            ScriptedResponse.Text("```cs\nclass P\n{\n    static int Half(int n) => n / 2\n}\n```"),
            ScriptedResponse.Text("```cs\nclass P\n{\n    static int Half(int n) => n / 2;\n}\n```"));

        var run = await EvalAsync(server, "mdeval-cs", "--data", MdEval(), "--rounds", $"{rounds}");

        Assert.Equal((offered, correct, requests), (run.Json.GetProperty("offered").GetDouble(), run.Json.GetProperty("correct").GetDouble(), server.Requests.Count));
    }

    [Fact]
    public async Task Diagnostics_are_repaired_through_the_gate()
    {
        const string Id = "swapped-arguments-ledger";
        var suite = Repository.PathOf("samples", "repair-suite");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(suite, Id), "*", SearchOption.AllDirectories))
            _scratch.Write(Path.Combine("suite", Path.GetRelativePath(suite, file)), File.ReadAllText(file));
        await using var server = await ScriptedModelServer.StartAsync(ScriptedResponse.Text("""
            ```csharp
            public bool Pay(string debtor, string creditor, decimal amount)
            {
                if (BalanceOf(debtor) < amount)
                    return false;
                Book(debtor, creditor, amount);
                return true;
            }
            ```
            """));
        var (results, page, examples) = (Path.Combine(_scratch.Folder, "results.jsonl"), Path.Combine(_scratch.Folder, "page.html"), Path.Combine(_scratch.Folder, "train.jsonl"));

        var run = await EvalAsync(server, "repair", "--data", Path.Combine(_scratch.Folder, "suite"), "--out", results, "--keep-text", "--report", page);

        Assert.Equal(1.0, run.Json.GetProperty("correct").GetDouble());
        Assert.Contains("env", XDocument.Parse(File.ReadAllText(page)).Root!.Descendants("h1").Single().Value, StringComparison.Ordinal);
        Assert.Equal(0, (await Tool.RunAsync("eval", "export", results, "--out", examples)).ExitCode);
        var messages = JsonDocument.Parse(Assert.Single(File.ReadAllLines(examples))).RootElement.GetProperty("messages");
        // What is learned is what was sent, and what came back.
        Assert.Equal(server.Requests[0].Messages.Select(message => message.Text), messages.EnumerateArray().Take(2).Select(message => message.GetProperty("content").GetString()));
        Assert.Contains("Book(debtor, creditor, amount);", messages[2].GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    private async Task<ToolRun> EvalAsync(ScriptedModelServer server, params string[] args)
    {
        var run = await Tool.ProcessAsync(
            new Dictionary<string, string?>
            {
                ["CODEASSIST_ENDPOINT"] = server.Endpoint.ToString(), ["CODEASSIST_MODEL"] = "scripted", ["CODEASSIST_API_KEY"] = null, ["CODEASSIST_KIND"] = null,
                ["XDG_CONFIG_HOME"] = _scratch.Folder, ["XDG_STATE_HOME"] = _scratch.Folder, ["XDG_CACHE_HOME"] = _scratch.Folder, ["LC_ALL"] = "C",
            },
            ["eval", .. args, "--model", "env", "--format", "json"]);
        Assert.True(run.ExitCode == 0, run.Error);
        return run;
    }

    private string HumanEval() => _scratch.Write("tasks.jsonl", JsonSerializer.Serialize(new
    {
        task_id = "T/1",
        prompt = "using System.Diagnostics;\nclass Problem {\n    // One more.\n    public static int Next(int n) {\n",
        test = "    }\n    public static void Main(string[] args) {\n    Debug.Assert(Next(1) == 2);\n    }\n}\n",
        stop_tokens = new[] { "\n    }\n" },
    }));

    private string MdEval() => _scratch.Write("items.jsonl", JsonSerializer.Serialize(new
    {
        question_id = "M/1", subtype = "s", docstring = "d",
        buggy_code = "class P\n{\n    static int Half(int n) => n * 2;",
        canonical_solution = "class P\n{\n    static int Half(int n) => n / 2;",
        test = "static void check() { Debug.Assert(Half(8) == 4); }\nstatic void Main() { check(); }\n}\n",
    }));
}
