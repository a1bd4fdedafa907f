using CodeAssist.Eval.Runs;
using CodeAssist.Eval.Suites;
using CodeAssist.Testing;

namespace CodeAssist.Eval.Tests.Runs;

public class EvalRunTests
{
    [Fact]
    public async Task A_run_goes_on_where_it_was_interrupted()
    {
        using var scratch = new Scratch();
        var file = Path.Combine(scratch.Folder, "results.jsonl");
        var suite = new Counting();
        await RunAsync(suite, file, 2);
        // The last line was cut off, as a power failure leaves it.
        var text = File.ReadAllText(file);
        File.WriteAllText(file, text[..^20]);
        suite.Asked.Clear();

        var attempts = await RunAsync(suite, file, 2);

        Assert.Single(suite.Asked);
        Assert.Equal(["a#0", "a#1", "b#0", "b#1"], attempts.Select(attempt => attempt.Key));
        Assert.Equal(5, File.ReadAllLines(file).Length);
    }

    [Fact]
    public async Task What_could_not_be_asked_is_asked_again()
    {
        using var scratch = new Scratch();
        var file = Path.Combine(scratch.Folder, "results.jsonl");
        var suite = new Counting { Fails = true };
        Assert.Equal(2, EvalSummary.Of(await RunAsync(suite, file, 1)).Failed);
        suite.Fails = false;

        var summary = EvalSummary.Of(await RunAsync(suite, file, 1));

        Assert.Equal((0, 0.5), (summary.Failed, summary.Correct.Rate));
    }

    [Fact]
    public async Task Results_are_read_with_what_the_run_asked_for()
    {
        using var scratch = new Scratch();
        var file = Path.Combine(scratch.Folder, "results.jsonl");
        using (var results = ResultsFile.Open(file, "counting", "m"))
            results.Add(new RunScope(2, 3, [new ExcludedTask("x", "why")]));
        await RunAsync(new Counting(), file, 2);
        using (var results = ResultsFile.Open(file, "counting", "m"))
            results.Add(new RunScope(2, 3, [new ExcludedTask("x", "why")]));

        var read = ResultsFile.Read(file);

        Assert.Equal(("counting", "m", 2, 3, 4, 2), (read.Suite, read.Model, read.Scope.Tasks, read.Scope.Samples, read.Attempts.Count, read.Missing));
        Assert.Equal(new ExcludedTask("x", "why"), Assert.Single(read.Scope.Excluded));
    }

    [Fact]
    public void Results_of_an_earlier_version_are_as_large_as_what_was_done()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("results.jsonl", "{\"suite\":\"s\",\"model\":\"m\"}\n{\"task\":\"a\",\"sample\":1,\"answered\":true,\"offered\":true,\"correct\":true}\n");

        var read = ResultsFile.Read(file);

        Assert.Equal((1, 2, true), (read.Scope.Tasks, read.Scope.Samples, Assert.Single(read.Attempts).Correct));
    }

    [Fact]
    public void Results_of_another_model_are_not_mixed_in()
    {
        using var scratch = new Scratch();
        var file = Path.Combine(scratch.Folder, "results.jsonl");
        ResultsFile.Open(file, "s", "one").Dispose();

        Assert.Throws<EvalDataException>(() => ResultsFile.Open(file, "s", "other"));
    }

    [Fact]
    public async Task Rates_count_attempts_and_intervals_count_tasks()
    {
        var summary = EvalSummary.Of(await RunAsync(new Counting(), null, 10));

        Assert.Equal(0.5, summary.Correct.Rate, 12);
        Assert.Equal([1, 10], summary.PassAt.Keys.Order());
        Assert.Equal(RateInterval.Wilson(1, 2), summary.Correct);
    }

    private static async Task<IReadOnlyList<Attempt>> RunAsync(Counting suite, string? file, int samples)
    {
        using var results = ResultsFile.Open(file, suite.Name, "m");
        return await new EvalRun(suite, samples, 2).RunAsync(await suite.LoadAsync(default), results, (_, _) => { }, default);
    }

    /// <summary>Task a is always solved, task b never.</summary>
    private sealed class Counting : ISuite
    {
        public string Name => "counting";

        public bool Fails { get; set; }

        public List<string> Asked { get; } = [];

        public Task<SuiteContent> LoadAsync(CancellationToken cancellation) =>
            Task.FromResult(new SuiteContent([new SuiteTask("a", ""), new SuiteTask("b", "")], []));

        public Task<Attempt> TryAsync(SuiteTask task, int sample, CancellationToken cancellation)
        {
            lock (Asked)
                Asked.Add($"{task.Id}#{sample}");
            return Task.FromResult(new Attempt { Task = task.Id, Sample = sample, Answered = !Fails, Offered = !Fails, Correct = !Fails && task.Id == "a", Failed = Fails });
        }
    }
}
