using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Commands;

public class EvalRepairTests
{
    [Theory]
    [InlineData("reference", 1)]
    [InlineData("nothing", 0)]
    public async Task A_baseline_scores_what_it_must(string model, double rate)
    {
        using var suite = Copy("swapped-arguments-ledger");
        var run = await Tool.RunAsync("eval", "repair", "--data", suite.Folder, "--model", model, "--format", "json");
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.Equal(("repair", model, 1), (run.Json.GetProperty("suite").GetString(), run.Json.GetProperty("model").GetString(), run.Json.GetProperty("tasks").GetInt32()));
        Assert.Equal(rate, run.Json.GetProperty("offered").GetDouble());
        Assert.Equal(rate, run.Json.GetProperty("correct").GetDouble());
    }

    [Fact]
    public async Task A_folder_without_cases_cannot_be_loaded()
    {
        using var empty = new Scratch();
        (await Tool.RunAsync("eval", "repair", "--data", empty.Folder, "--model", "builtin")).IsRefusal(ExitCode.Input, empty.Folder);
    }

    [Fact]
    public async Task Outputs_that_were_written_earlier_are_not_for_this_suite()
    {
        using var suite = Copy("swapped-arguments-ledger");
        (await Tool.RunAsync("eval", "repair", "--data", suite.Folder, "--from-outputs", "x.jsonl")).IsRefusal(ExitCode.Usage, "repair");
    }

    private static Scratch Copy(string id)
    {
        var copy = new Scratch();
        var suite = Repository.PathOf("samples", "repair-suite");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(suite, id), "*", SearchOption.AllDirectories))
            copy.Write(Path.GetRelativePath(suite, file), File.ReadAllText(file));
        return copy;
    }
}
