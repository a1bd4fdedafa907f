using CodeAssist.Eval.Repairing;
using Xunit.Abstractions;

namespace CodeAssist.Eval.Tests.Repairing;

/// <summary>Every case of our suite measures what it says.</summary>
[Collection(nameof(TrialTests))]
public class SuiteTests(Suite suite, ITestOutputHelper output)
{
    private static readonly ParallelOptions TwoAtOnce = new() { MaxDegreeOfParallelism = 2 };

    [Fact]
    public void The_suite_has_its_cases()
    {
        Assert.True(Suite.Cases.Length >= 60, $"{Suite.Cases.Length} cases");
        Assert.True(Suite.Cases.Select(each => each.Diagnostic).Distinct().Count() >= 60);
        foreach (var band in new[] { "CDA1", "CDA2", "CDA3", "CDA5", "CS" })
            Assert.Contains(Suite.Cases, each => each.Diagnostic.StartsWith(band, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_tests_of_every_case_fail_on_the_bug_and_pass_on_the_known_repair()
    {
        var problems = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(Suite.Cases, TwoAtOnce, async (each, cancellation) =>
        {
            if (await suite.Trial.ExclusionAsync(each, cancellation) is { } problem)
                Add(problems, each.Id, problem);
        });
        Assert.Empty(problems);
    }

    [Fact]
    public async Task The_diagnostic_of_every_case_is_there_once_and_the_gate_lets_the_known_repair_through()
    {
        var problems = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(Suite.Cases, TwoAtOnce, async (each, cancellation) =>
        {
            try
            {
                var request = await suite.Trial.RequestAsync(each, cancellation);
                var outcome = await new CodeAssist.Repair.RepairEngine([KnownEditProposer.OfReference(each)], suite.Gate).RepairAsync(request, cancellation);
                if (outcome.Edit is null)
                    Add(problems, each.Id, outcome.Abstention!.Reason);
            }
            catch (EvalDataException exception)
            {
                Add(problems, each.Id, exception.Message);
            }
        });
        Assert.Empty(problems);
    }

    private void Add(SortedDictionary<string, string> problems, string id, string problem)
    {
        lock (problems)
            problems.Add(id, problem);
        output.WriteLine(id + ": " + problem);
    }
}
