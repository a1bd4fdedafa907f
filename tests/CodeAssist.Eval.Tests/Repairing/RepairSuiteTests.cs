using CodeAssist.Eval.Repairing;
using CodeAssist.Eval.Suites;
using CodeAssist.Testing;

namespace CodeAssist.Eval.Tests.Repairing;

/// <summary>A folder of cases as a suite of <c>eval</c>.</summary>
[Collection(nameof(TrialTests))]
public class RepairSuiteTests(Suite suite)
{
    private static readonly string[] Some = ["index-past-end-checksum", "swapped-arguments-ledger"];

    [Theory]
    [InlineData("reference", 2, 2, 2)]
    [InlineData("nothing", 0, 0, 0)]
    [InlineData("builtin", 2, 2, 2)]
    public async Task A_baseline_scores_what_it_must(string name, int answered, int offered, int correct)
    {
        using var copy = new Scratch();
        var (loaded, content) = await LoadAsync(copy, name);
        Assert.Empty(content.Excluded);
        var attempts = await Task.WhenAll(content.Tasks.Select(task => loaded.TryAsync(task, 0, CancellationToken.None)));
        Assert.Equal(
            (answered, offered, correct),
            (attempts.Count(each => each.Answered), attempts.Count(each => each.Offered), attempts.Count(each => each.Correct)));
        Assert.All(attempts, each => Assert.Equal(each.Correct, each.Reason.Length == 0));
        Assert.All(attempts, each => Assert.Equal("correctness", each.Category));
        Assert.All(attempts, each => Assert.False(each.Failed));
    }

    [Fact]
    public async Task A_case_that_measures_nothing_is_left_out_with_its_reason()
    {
        using var copy = new Scratch();
        Copy(copy, Some);
        copy.Write("index-past-end-checksum/tests/ChecksumTests.cs", "public static class ChecksumTests { public static void Nothing() { } }\n");
        var content = await new RepairSuite(copy.Folder, suite.Trial, ProposerSources.Named("nothing", suite.Trial)!, Diff).LoadAsync(CancellationToken.None);
        Assert.Equal("swapped-arguments-ledger", Assert.Single(content.Tasks).Id);
        var excluded = Assert.Single(content.Excluded);
        Assert.Equal("index-past-end-checksum", excluded.Id);
        Assert.NotEmpty(excluded.Why);
    }

    [Fact]
    public async Task A_false_accept_is_shown_with_its_diff()
    {
        using var copy = new Scratch();
        Copy(copy, ["unwritten-member-trimmed-mean"]);
        var wrong = Suite.Case("unwritten-member-trimmed-mean").Reference.Replace("samples.Count - 2", "samples.Count - 1", StringComparison.Ordinal);
        var wrongly = new RepairSuite(copy.Folder, suite.Trial, ProposerSources.Of(new KnownEditProposer(wrong, "wrong")), Diff);
        var task = Assert.Single((await wrongly.LoadAsync(CancellationToken.None)).Tasks);
        var attempt = await wrongly.TryAsync(task, 0, CancellationToken.None);
        Assert.True(attempt is { Answered: true, Offered: true, Correct: false, Check: "Failed" });
        Assert.StartsWith("src/Averages.cs", attempt.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reference", true, true)]
    [InlineData("reference", false, false)]
    [InlineData("nothing", true, false)]
    public async Task Text_of_correct_fixes_is_kept_only_where_it_was_asked_for(string name, bool keepText, bool isKept)
    {
        using var copy = new Scratch();
        Copy(copy, ["swapped-arguments-ledger"]);
        var asked = new RepairSuite(copy.Folder, suite.Trial, ProposerSources.Named(name, suite.Trial)!, Diff, keepText);
        var task = Assert.Single((await asked.LoadAsync(CancellationToken.None)).Tasks);
        Assert.Equal(isKept, (await asked.TryAsync(task, 0, CancellationToken.None)).Training is not null);
    }

    [Fact]
    public void A_name_that_is_no_baseline_has_no_source() => Assert.Null(ProposerSources.Named("qwen", suite.Trial));

    private async Task<(RepairSuite Suite, SuiteContent Content)> LoadAsync(Scratch copy, string name)
    {
        Copy(copy, Some);
        var loaded = new RepairSuite(copy.Folder, suite.Trial, ProposerSources.Named(name, suite.Trial)!, Diff);
        return (loaded, await loaded.LoadAsync(CancellationToken.None));
    }

    private static string Diff(string path, string before, string after) => path + "\n" + before + after;

    private static void Copy(Scratch copy, IEnumerable<string> ids)
    {
        foreach (var file in ids.SelectMany(id => Directory.EnumerateFiles(Path.Combine(Suite.Folder, id), "*", SearchOption.AllDirectories)))
            copy.Write(Path.GetRelativePath(Suite.Folder, file), File.ReadAllText(file));
    }
}
