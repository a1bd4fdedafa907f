using CodeAssist.Cli.Repairing;
using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Cli.Tests.Repairing;

public class TextHistoryTests
{
    [Fact]
    public void Each_edit_is_told_in_positions_of_the_original()
    {
        var history = new TextHistory(SourceText.From("abcdefghij"), MinimalChanges.Between);
        Assert.Equal(["1..2 XYZ"], Accept(history, "aXYZcdefghij"));
        Assert.Equal(["7..9 "], Accept(history, "aXYZcdefgj"));
        Assert.Equal(["4..4 !"], Accept(history, "aXYZcd!efgj"));
    }

    [Fact]
    public void Edits_that_only_touch_stay_apart()
    {
        var history = new TextHistory(SourceText.From("abcdef"), MinimalChanges.Between);
        Assert.Equal(["1..2 X"], Accept(history, "aXcdef"));
        Assert.Equal(["2..3 Y"], Accept(history, "aXYdef"));
        Assert.Equal(2, history.Changes.Length);
    }

    [Fact]
    public void An_edit_of_the_original_is_carried_over_unless_the_edits_reach_into_each_other()
    {
        var history = new TextHistory(SourceText.From("one two three"), MinimalChanges.Between);
        history.Accept(SourceText.From("first two three"));
        Assert.Equal("first 2 three", history.Transpose(SourceText.From("one 2 three"))!.ToString());
        Assert.Null(history.Transpose(SourceText.From("1 two three")));
    }

    [Fact]
    public void An_edit_that_rewrites_an_earlier_one_repeats_it()
    {
        var history = new TextHistory(SourceText.From("abcdef"), MinimalChanges.Between);
        Assert.Equal(["1..2 one two"], Accept(history, "aone twocdef"));
        Assert.Equal(["1..3 one 2C"], Accept(history, "aone 2Cdef"));
    }

    [Fact]
    public void A_span_moves_with_the_edits_before_it()
    {
        var history = new TextHistory(SourceText.From("one two three"), MinimalChanges.Between);
        history.Accept(SourceText.From("1 two three"));
        Assert.Equal(new TextSpan(2, 3), history.Locate(new TextSpan(4, 3)));
        history.Accept(SourceText.From("1 two 3"));
        Assert.Equal(new TextSpan(2, 3), history.Locate(new TextSpan(4, 3)));
        Assert.Null(history.Locate(new TextSpan(8, 5)));
    }

    [Fact]
    public void Any_sequence_of_edits_composes_to_the_last_text()
    {
        var random = new Random(20_261_123);
        for (var round = 0; round < 1_000; round++)
        {
            var history = new TextHistory(SourceText.From("0123456789ABCDEFGHIJ"), MinimalChanges.Between);
            for (var edit = 0; edit < 5; edit++)
            {
                var current = history.Current.ToString();
                var start = random.Next(current.Length + 1);
                var length = random.Next(Math.Min(4, current.Length - start + 1));
                var next = current.Remove(start, length).Insert(start, new string((char)('a' + edit), random.Next(4)));
                history.Accept(SourceText.From(next));
                Assert.Equal(next, history.Original.WithChanges(history.Changes).ToString());
            }
        }
    }

    [Fact]
    public void A_line_ending_is_not_cut_in_two()
    {
        var history = new TextHistory(SourceText.From("a\r\nb\r\n"), MinimalChanges.Between);
        Assert.Equal(["3..3 x\r\n"], Accept(history, "a\r\nx\r\nb\r\n"));
    }

    private static IEnumerable<string> Accept(TextHistory history, string next) =>
        history.Accept(SourceText.From(next)).Select(change => $"{change.Span.Start}..{change.Span.End} {change.NewText}");
}
