using CodeAssist.Repair.Gate;

namespace CodeAssist.Gate.Corpus.Tests;

/// <summary>Code of unusual size is judged like any other: no check breaks on it, and a cancelled verdict is none.</summary>
public class CostTests
{
    public static TheoryData<string, string> Large => new()
    {
        { "nested blocks", string.Concat(Enumerable.Repeat("if (n > 0) { ", 200)) + "n++;" + new string('}', 200) },
        { "operands", "n = n" + string.Concat(Enumerable.Repeat(" + n", 5000)) + ";" },
        { "statements", string.Concat(Enumerable.Repeat("n++; n = n * 2;\n", 2500)) },
        { "conditions", "if (n > 0" + string.Concat(Enumerable.Repeat(" && n > 1", 1000)) + ") n++;" },
        { "chained calls", "n = n.ToString()" + string.Concat(Enumerable.Repeat(".Trim()", 500)) + ".Length;" },
        { "unbound calls", "n = Missing(" + string.Concat(Enumerable.Repeat("n, ", 1000)) + "n);" },
    };

    [Theory]
    [MemberData(nameof(Large))]
    public async Task Large_code_is_judged(string what, string code)
    {
        Assert.NotEmpty(what);
        var bad = await JudgeAsync(code, "size + 2", CancellationToken.None);
        Assert.Equal("behaviour", bad.Failure?.Name);
        var good = await JudgeAsync(code, "size + 1", CancellationToken.None);
        Assert.True(good.Accepted, good.Failure?.Reason);
    }

    [Fact]
    public async Task A_cancelled_verdict_is_none()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => JudgeAsync("n++;", "size + 1", source.Token));
    }

    [Fact]
    public async Task A_caller_that_cancels_has_control_back_and_the_next_verdict_works()
    {
        foreach (var wait in new[] { 0, 2, 10 })
        {
            using var source = new CancellationTokenSource();
            var judging = JudgeAsync(string.Concat(Enumerable.Repeat("n++; n = n * 2;\n", 2500)), "size + 1", source.Token);
            await Task.Delay(wait);
            await source.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => judging);
        }

        Assert.True((await JudgeAsync("n++;", "size + 1", CancellationToken.None)).Accepted);
    }

    private static async Task<Verdict> JudgeAsync(string code, string result, CancellationToken cancellation)
    {
        string Source(string returned, string length) => $$"""
            class Large
            {
                public int Of(int n, string? name)
                {
                    {{code}}
                    var size = {{length}};
                    return {{returned}};
                }
            }
            """;
        var before = Source("size + 1", "name.Length");
        var after = Source(result, "name?.Length ?? 0");
        var @case = new CorpusCase("large", "large", true, "CS8602", null, before, after, null, [], new CorpusOptions(), []);
        var document = await CorpusWorld.DocumentAsync(@case);
        var diagnostics = (await document.GetSemanticModelAsync())!.GetDiagnostics();
        return await new RepairGate().JudgeAsync(
            new CandidateEdit(document, CorpusWorld.Text(after, @case.Options)) { Target = diagnostics.First(diagnostic => diagnostic.Id == "CS8602") }, cancellation);
    }
}
