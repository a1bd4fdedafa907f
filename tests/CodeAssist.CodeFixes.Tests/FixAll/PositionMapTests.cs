using CodeAssist.CodeFixes.FixAll;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.CodeFixes.Tests.FixAll;

public class PositionMapTests
{
    private static readonly SourceText Before = SourceText.From("aaa bbb ccc");

    [Fact]
    public void Spans_move_by_what_was_changed_before_them()
    {
        var map = PositionMap.Of(Before, Before.WithChanges(new TextChange(new TextSpan(4, 3), "bbbbb")));
        Assert.Equal(new TextSpan(0, 3), map.Map(new TextSpan(0, 3)));
        Assert.Equal(new TextSpan(10, 3), map.Map(new TextSpan(8, 3)));
        Assert.Null(map.Map(new TextSpan(2, 6)));
    }

    [Fact]
    public void Texts_that_do_not_know_of_each_other_differ_only_where_they_differ()
    {
        var map = PositionMap.Of(Before, SourceText.From("aaa x ccc"));
        Assert.Equal(new TextSpan(6, 3), map.Map(new TextSpan(8, 3)));
        Assert.Null(map.Map(new TextSpan(4, 3)));
        Assert.True(map.IsChanged(new TextSpan(4, 1)));
        Assert.False(map.IsChanged(new TextSpan(6, 3)));
    }

    [Fact]
    public void An_insertion_at_the_start_moves_everything()
    {
        var map = PositionMap.Of(Before, Before.WithChanges(new TextChange(new TextSpan(0, 0), "// line\n")));
        Assert.Equal(new TextSpan(8, 3), map.Map(new TextSpan(0, 3)));
    }
}
