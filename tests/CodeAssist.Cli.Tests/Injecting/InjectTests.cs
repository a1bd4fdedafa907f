using CodeAssist.Eval.Projects;
using CodeAssist.Eval.Repairing;
using CodeAssist.Eval.Runs;
using CodeAssist.Eval.Suites;
using CodeAssist.Repair.Gate;
using CodeAssist.Repair.Guides;

namespace CodeAssist.Cli.Tests.Injecting;

/// <summary>Bugs are planted in real code that its tests notice, and the baselines score on them what they must.</summary>
public class InjectTests(OrdersSuite orders) : IClassFixture<OrdersSuite>
{
    [Fact]
    public void Bugs_of_several_kinds_are_planted_that_the_tests_notice()
    {
        var cases = RepairCaseReader.ReadAll(orders.Folder, ofProject: true);
        Assert.Equal(10, cases.Length);
        Assert.True(cases.Select(each => each.Operator).Distinct().Count() >= 6, string.Join(", ", cases.Select(each => each.Operator)));
        Assert.All(cases, each => Assert.StartsWith("Orders.Tests.", each.KilledBy[0], StringComparison.Ordinal));
        Assert.All(cases, each => Assert.Equal("src/Orders/Orders.csproj", each.Project));
        // Rules tell of their own bugs, tests of the others.
        Assert.Contains(cases, each => each is { Operator: "infinite-recursion", Diagnostic: "CDA1012" });
        Assert.Contains(cases, each => each is { Operator: "inverted-condition", Diagnostic: FailingTestGuide.DiagnosticId });
    }

    [Fact]
    public void Every_bug_that_was_tried_is_accounted_for()
    {
        var all = orders.Result.All;
        Assert.Equal(orders.Result.Cases.Length, all.Kept);
        Assert.Equal(all.Killed, all.Kept + all.TurnedDown);
        Assert.True(all.Tried >= all.Compiled && all.Compiled >= all.Killed + all.Hung);
    }

    [Theory]
    [InlineData("reference", 1, 10)]
    [InlineData("nothing", 0, 10)]
    public async Task A_baseline_scores_what_it_must(string model, double rate, int tasks)
    {
        var attempts = await MeasureAsync(model, tasks);
        var summary = EvalSummary.Of(attempts);
        Assert.Equal((rate, rate), (summary.Offered.Rate, summary.Correct.Rate));
        Assert.Equal(tasks, attempts.Count);
    }

    [Fact]
    public async Task A_corrupt_repair_is_never_correct() =>
        Assert.DoesNotContain(await MeasureAsync("corrupt", 3), attempt => attempt.Correct);

    [Fact]
    public async Task Code_that_has_changed_since_is_left_out()
    {
        var first = RepairCaseReader.ReadAll(orders.Folder, ofProject: true)[0];
        var changed = first with { Reference = first.Reference + "\n// later\n" };
        Assert.Contains("has changed", await new ProjectTrial(orders.Tested, new RepairGate()).ExclusionAsync(changed, CancellationToken.None), StringComparison.Ordinal);
        var harmless = first with { Sources = [first.Sources[0] with { Text = first.Reference.Replace("{\n", "{\n\n", StringComparison.Ordinal) }] };
        Assert.NotNull(await new ProjectTrial(orders.Tested, new RepairGate()).ExclusionAsync(harmless, CancellationToken.None));
    }

    private async Task<IReadOnlyList<Attempt>> MeasureAsync(string model, int tasks)
    {
        var trial = new ProjectTrial(orders.Tested, new RepairGate());
        var suite = new RepairSuite(orders.Folder, trial, ProposerSources.Named(model, trial)!, (_, _, _) => "diff");
        var content = await suite.LoadAsync(CancellationToken.None);
        Assert.Empty(content.Excluded);
        using var results = ResultsFile.Open(null, suite.Name, model);
        return await new EvalRun(suite, 1, 2).RunAsync(content with { Tasks = content.Tasks[..tasks] }, results, (_, _) => { }, CancellationToken.None);
    }
}
