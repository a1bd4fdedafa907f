using System.Text.Json;
using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Commands;

public sealed class EvalCommandTests : IDisposable
{
    private const string Prompt = "using System.Diagnostics;\nclass Problem {\n    // One more.\n    public static int Next(int n) {\n";
    private const string Test = "    }\n    public static void Main(string[] args) {\n    Debug.Assert(Next(1) == 2);\n    }\n}\n";

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task It_prints_the_three_rates_with_their_intervals()
    {
        var outputs = _scratch.Write("outputs.jsonl", string.Join('\n', ((string[])["return n + 1;", "return n;"]).Select(completion => JsonSerializer.Serialize(new { task_id = "T/1", completion }))));

        var run = await Tool.RunAsync("eval", "humaneval-cs", "--data", Tasks(), "--from-outputs", outputs, "--model", "m", "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            ("humaneval-cs", "m", 1, 2, 1.0, 1.0, 0.5, 0.5),
            (run.Json.GetProperty("suite").GetString(), run.Json.GetProperty("model").GetString(), run.Json.GetProperty("tasks").GetInt32(), run.Json.GetProperty("samples").GetInt32(),
             run.Json.GetProperty("answered").GetDouble(), run.Json.GetProperty("offered").GetDouble(), run.Json.GetProperty("correct").GetDouble(), run.Json.GetProperty("passAt").GetProperty("1").GetDouble()));
        Assert.Equal(2, run.Json.GetProperty("interval95").GetProperty("correct").GetArrayLength());
    }

    [Fact]
    public async Task A_person_gets_a_table()
    {
        var run = await Tool.RunAsync("eval", "humaneval-cs", "--data", Tasks(), "--model", "nothing");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("humaneval-cs, nothing: 1 tasks", run.Output);
        Assert.Contains("correct   0.0 %", run.Output);
    }

    [Fact]
    public async Task Nobody_to_answer_is_wrong_usage() =>
        (await Tool.RunAsync("eval", "humaneval-cs", "--data", Tasks())).IsRefusal(2, "--model", "--from-outputs");

    [Fact]
    public async Task Data_that_cannot_be_read_is_named() =>
        (await Tool.RunAsync("eval", "humaneval-cs", "--data", _scratch.Write("bad.jsonl", "no json"), "--model", "nothing")).IsRefusal(3, "bad.jsonl", "line 1");

    [Fact]
    public async Task Solutions_go_with_the_suite_that_has_none() =>
        (await Tool.RunAsync("eval", "mdeval-cs", "--data", "x", "--model", "reference", "--solutions", "x")).IsRefusal(2, "--solutions", "mdeval-cs");

    private string Tasks() => _scratch.Write("tasks.jsonl", JsonSerializer.Serialize(new { task_id = "T/1", prompt = Prompt, test = Test, stop_tokens = new[] { "\n    }\n" } }));
}
