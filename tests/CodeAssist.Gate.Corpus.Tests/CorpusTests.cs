using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace CodeAssist.Gate.Corpus.Tests;

/// <summary>The gate's word on every labelled edit: good repairs pass, bad ones do not, and the reason names the right check.</summary>
public class CorpusTests(ITestOutputHelper output)
{
    public static TheoryData<string> Kinds => [.. CorpusReader.All.Select(each => each.Kind).Distinct().Order()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_edit_of_a_kind_gets_the_verdict_of_its_label(string kind)
    {
        var verdicts = (await CorpusVerdict.AllAsync()).Where(verdict => verdict.Case.Kind == kind).ToList();
        Assert.NotEmpty(verdicts);
        var wrong = verdicts.Where(verdict => verdict.Case.Cost is null ? !verdict.IsRight || !verdict.NamesTheCheck : verdict.IsRight || verdict.Problem is not null).Select(Tell).ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public async Task The_fast_path_says_what_the_full_path_says()
    {
        var different = (await CorpusVerdict.AllAsync())
            .Where(verdict => verdict.Problem is null && (verdict.Fast!.Accepted != verdict.Full!.Accepted || verdict.Fast.Failure?.Name != verdict.Full.Failure?.Name))
            .Select(verdict => $"{verdict.Case}: {verdict.Fast!.Failure} / {verdict.Full!.Failure}").ToList();
        Assert.True(different.Count == 0, string.Join("\n", different));
    }

    [Fact]
    public async Task The_confusion_table()
    {
        var verdicts = await CorpusVerdict.AllAsync();
        var table = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{"kind",-14} {"cases",6} {"accepted",9} {"rejected",9} {"by another check",17}");
        foreach (var kind in verdicts.GroupBy(verdict => verdict.Case.Kind).OrderBy(group => group.First().Case.IsGood ? 0 : 1).ThenBy(group => group.Key))
            Row(kind.Key, [.. kind]);
        Row("all good", [.. verdicts.Where(verdict => verdict.Case.IsGood)]);
        Row("all bad", [.. verdicts.Where(verdict => !verdict.Case.IsGood)]);
        output.WriteLine(table.ToString());
        Assert.All(verdicts, verdict => Assert.Null(verdict.Problem));

        void Row(string name, IReadOnlyList<CorpusVerdict> of) => table.AppendLine(CultureInfo.InvariantCulture,
            $"{name,-14} {of.Count,6} {of.Count(verdict => verdict.Fast?.Accepted == true),9} {of.Count(verdict => verdict.Fast?.Accepted == false),9} {of.Count(verdict => !verdict.Case.IsGood && !verdict.NamesTheCheck),17}");
    }

    [Fact]
    public async Task Strictness_costs_no_more_than_one_good_repair_in_twenty_five()
    {
        var good = (await CorpusVerdict.AllAsync()).Where(verdict => verdict.Case.IsGood).ToList();
        Assert.InRange(good.Count(verdict => !verdict.IsRight), 0, good.Count / 25);
    }

    [Fact]
    public async Task No_more_than_one_bad_edit_in_ninety_is_missed()
    {
        var bad = (await CorpusVerdict.AllAsync()).Where(verdict => !verdict.Case.IsGood).ToList();
        Assert.InRange(bad.Count(verdict => !verdict.IsRight), 0, bad.Count / 90);
    }

    private static string Tell(CorpusVerdict verdict) =>
        $"{verdict.Case}: " + (verdict.Problem ?? (verdict.Fast!.Failure is { } failure
            ? $"rejected by {failure.Name} ({failure.Reason}){(verdict.Case.IsGood ? string.Empty : ", not by " + string.Join(" or ", verdict.Case.Checks))}"
            : "accepted"));
}
