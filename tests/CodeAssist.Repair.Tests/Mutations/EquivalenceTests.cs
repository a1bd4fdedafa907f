using CodeAssist.Testing;

namespace CodeAssist.Repair.Tests.Mutations;

/// <summary>A bounded number of mutated programs; `tests/CodeAssist.Benchmarks` judges thousands.</summary>
public class EquivalenceTests
{
    [Fact]
    public async Task Mutated_real_programs_get_the_same_verdict_on_both_paths_and_no_broken_one_is_accepted()
    {
        var run = new Equivalence();
        await run.RunAsync(await MutatedProgram.OfAsync(RealSource.Engine), 20261123, 150);
        await run.RunAsync(await MutatedProgram.OfAsync(RealSource.Orders), 20261124, 150);
        Assert.True(run.Problems.Count == 0, string.Join("\n", run.Problems));
        Assert.Equal(300, run.Judged);
        Assert.True(run.Accepted > 5 && run.RejectedBy.Count >= 4, $"{run.Accepted} accepted, {string.Join(", ", run.RejectedBy)}: the mutations test nothing");
    }
}
