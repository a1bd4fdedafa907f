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

    [Fact]
    public async Task The_known_repairs_are_all_correct()
    {
        var attempts = await MeasureAsync("reference", orders.Folder);
        Assert.Equal(10, attempts.Count);
        Assert.All(attempts, attempt => Assert.True(attempt is { Offered: true, Correct: true }, attempt.Task + ": " + attempt.Reason));
    }

    [Theory]
    [InlineData("nothing", false)]
    [InlineData("corrupt", true)]
    public async Task No_other_baseline_is_correct(string model, bool answers)
    {
        var attempts = await MeasureAsync(model, orders.FewFolder);
        Assert.Equal(3, attempts.Count);
        Assert.DoesNotContain(attempts, attempt => attempt.Correct);
        Assert.Equal(answers, attempts.Any(attempt => attempt.Answered));
    }

    [Fact]
    public async Task Code_that_has_changed_since_is_left_out()
    {
        var first = RepairCaseReader.ReadAll(orders.Folder, ofProject: true)[0];
        var changed = first with { Reference = first.Reference + "\n// later\n" };
        Assert.Contains("has changed", await new ProjectTrial(orders.Tested, new RepairGate()).ExclusionAsync(changed, CancellationToken.None), StringComparison.Ordinal);
        var harmless = first with { Sources = [first.Sources[0] with { Text = first.Reference.Replace("{\n", "{\n\n", StringComparison.Ordinal) }] };
        Assert.NotNull(await new ProjectTrial(orders.Tested, new RepairGate()).ExclusionAsync(harmless, CancellationToken.None));
    }

    private async Task<IReadOnlyList<Attempt>> MeasureAsync(string model, string folder)
    {
        var trial = new ProjectTrial(orders.Tested, new RepairGate());
        var suite = new RepairSuite(folder, trial, ProposerSources.Named(model, trial)!, (_, _, _) => "diff");
        var content = await suite.LoadAsync(CancellationToken.None);
        Assert.Empty(content.Excluded);
        using var results = ResultsFile.Open(null, suite.Name, model);
        return await new EvalRun(suite, 1, 2).RunAsync(content, results, (_, _) => { }, CancellationToken.None);
    }
}
