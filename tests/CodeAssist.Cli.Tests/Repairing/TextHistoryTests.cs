using CodeAssist.Cli.Repairing;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Cli.Tests.Repairing;

public class TextHistoryTests
{
    [Fact]
    public void Each_edit_is_told_in_positions_of_the_original()
    {
        var history = new TextHistory(SourceText.From("abcdefghij"));
        Assert.Equal([new TextChange(new TextSpan(1, 1), "XYZ")], history.Accept(SourceText.From("aXYZcdefghij")));
        Assert.Equal([new TextChange(new TextSpan(7, 2), "")], history.Accept(SourceText.From("aXYZcdefgj")));
        Assert.Equal([new TextChange(new TextSpan(4, 0), "!")], history.Accept(SourceText.From("aXYZcd!efgj")));
    }

    [Fact]
    public void An_edit_that_rewrites_an_earlier_one_repeats_it()
    {
        var history = new TextHistory(SourceText.From("abcdef"));
        history.Accept(SourceText.From("a[bc]def"));
        var changes = history.Accept(SourceText.From("a[bX]def"));
        Assert.Equal("a[bX]def", SourceText.From("abcdef").WithChanges(changes.Concat([new TextChange(new TextSpan(1, 0), "[")])).ToString());
    }

    [Fact]
    public void A_span_moves_with_the_edits_before_it()
    {
        var history = new TextHistory(SourceText.From("one two three"));
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
            var history = new TextHistory(SourceText.From("0123456789ABCDEFGHIJ"));
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
        var history = new TextHistory(SourceText.From("a\r\nb\r\n"));
        Assert.Equal([new TextChange(new TextSpan(3, 0), "x\r\n")], history.Accept(SourceText.From("a\r\nx\r\nb\r\n")));
    }
}
