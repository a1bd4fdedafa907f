using System.Text.Json;
using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Commands;

/// <summary>A system that cannot confine programs: here, one whose tools for that are not to be found.</summary>
public sealed class EvalUnconfinedTests : IDisposable
{
    private static readonly Dictionary<string, string?> NoTools = new() { ["PATH"] = "/nowhere", ["LANG"] = "C", ["LC_ALL"] = "C", ["LANGUAGE"] = null };

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Programs_are_not_run_and_the_option_that_allows_it_is_named() =>
        (await Tool.ProcessAsync(NoTools, "eval", "humaneval-cs", "--data", Tasks(), "--from-outputs", Outputs("return n + 1;"))).IsRefusal(2, "--allow-unconfined", "your own rights");

    [Fact]
    public async Task Allowed_they_run_with_a_note_and_are_judged_as_ever()
    {
        var run = await Tool.ProcessAsync(
            NoTools, "eval", "humaneval-cs", "--data", Tasks(), "--from-outputs", Outputs("return n + 1;", "return n;", "System.Environment.Exit(0); return 0;"), "--allow-unconfined", "--format", "json");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("your own rights", run.Error);
        Assert.Equal((1.0, 1 / 3.0), (run.Json.GetProperty("offered").GetDouble(), run.Json.GetProperty("correct").GetDouble()));
    }

    private string Outputs(params string[] completions) =>
        _scratch.Write("outputs.jsonl", string.Join('\n', completions.Select(completion => JsonSerializer.Serialize(new { task_id = "T/1", completion }))));

    private string Tasks() => _scratch.Write("tasks.jsonl", JsonSerializer.Serialize(new
    {
        task_id = "T/1",
        prompt = "using System.Diagnostics;\nclass Problem {\n    // One more.\n    public static int Next(int n) {\n",
        test = "    }\n    public static void Main(string[] args) {\n    Debug.Assert(Next(1) == 2);\n    }\n}\n",
        stop_tokens = new[] { "\n    }\n" },
    }));
}
