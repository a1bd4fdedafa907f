using CodeAssist.Eval.Repairing;
using CodeAssist.Repair.Proposing;
using CodeAssist.Repair.Proposing.BuiltIn;

namespace CodeAssist.Eval.Tests.Repairing;

/// <summary>The baselines on a few cases: they prove the harness, not a model.</summary>
[Collection(nameof(TrialTests))]
public class BaselineTests(Suite suite)
{
    public static TheoryData<string> Some => ["swapped-arguments-ledger", "identical-operands-geofence", "nullable-return-translations"];

    [Theory]
    [MemberData(nameof(Some))]
    public async Task The_known_repair_is_answered_offered_and_correct(string id)
    {
        var score = await ScoreAsync(id, KnownEditProposer.OfReference(Suite.Case(id)));
        Assert.True(score is { Answered: true, Offered: true, Correct: true, IsFalseAccept: false, Reason: "" }, score.Reason);
        Assert.Equal(Suite.Case(id).Reference, score.OfferedText);
    }

    [Theory]
    [MemberData(nameof(Some))]
    public async Task Nothing_is_neither_answered_nor_offered_nor_correct(string id)
    {
        var score = await ScoreAsync(id, new NothingProposer());
        Assert.True(score is { Answered: false, Offered: false, Correct: false, IsFalseAccept: false });
        Assert.NotEmpty(score.Reason);
    }

    [Fact]
    public async Task The_templates_repair_what_they_know()
    {
        Assert.True((await ScoreAsync("swapped-arguments-ledger", new BuiltInProposer())).Correct);
        Assert.False((await ScoreAsync("identical-operands-geofence", new BuiltInProposer())).Answered);
    }

    [Fact]
    public async Task What_the_gate_rejects_is_answered_and_not_offered()
    {
        var buggy = Suite.Case("swapped-arguments-ledger").Sources[0].Text;
        var score = await ScoreAsync("swapped-arguments-ledger", new KnownEditProposer(buggy, "no change"));
        Assert.True(score is { Answered: true, Offered: false, Correct: false });
    }

    [Fact]
    public async Task A_mutant_of_the_known_repair_compiles_and_is_noticed_by_the_tests()
    {
        var each = Suite.Case("index-past-end-checksum");
        var request = await suite.Trial.RequestAsync(each, CancellationToken.None);
        var mutant = await new Corruption(suite.Trial).FindAsync(each, request, sample: 0, CancellationToken.None);
        Assert.NotNull(mutant);
        Assert.NotEqual(each.Reference, mutant.Text);
        Assert.NotEqual(each.Sources[0].Text, mutant.Text);
        Assert.False((await suite.Trial.TestAsync(each, mutant.Text, CancellationToken.None)).Passed);
        Assert.Equal(mutant, await new Corruption(suite.Trial).FindAsync(each, request, sample: 0, CancellationToken.None));
        var score = await suite.Trial.ScoreAsync(each, request, mutant.Proposer, CancellationToken.None);
        Assert.False(score.Correct);
    }

    [Fact]
    public async Task A_mutant_changes_nothing_but_what_a_repair_may_rewrite()
    {
        // The accessor that was repaired, not the property beside it.
        var each = Suite.Case("wrong-field-cache-limits");
        var request = await suite.Trial.RequestAsync(each, CancellationToken.None);
        var mutant = await new Corruption(suite.Trial).FindAsync(each, request, sample: 0, CancellationToken.None);
        Assert.NotNull(mutant);
        var (before, after) = (each.Buggy.Split('\n'), mutant.Text.Split('\n'));
        Assert.Equal([request.Text.Lines.GetLineFromPosition(request.Region.Span.Start).LineNumber], Enumerable.Range(0, before.Length).Where(line => before[line] != after[line]));
    }

    private async Task<RepairScore> ScoreAsync(string id, IProposer proposer)
    {
        var each = Suite.Case(id);
        return await suite.Trial.ScoreAsync(each, await suite.Trial.RequestAsync(each, CancellationToken.None), proposer, CancellationToken.None);
    }
}
