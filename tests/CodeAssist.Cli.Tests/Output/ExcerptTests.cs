using CodeAssist.Cli.Output;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Cli.Tests.Output;

public class ExcerptTests
{
    [Theory]
    [InlineData("a = b;", "b", "a = b;", "    ^")]
    [InlineData("\ta = b;", "b", "    a = b;", "        ^")]
    [InlineData("ab\tc", "c", "ab  c", "    ^")]
    [InlineData("全角 = b;", "b", "全角 = b;", "       ^")]
    [InlineData("a = 全角;", "全角", "a = 全角;", "    ^^^^")]
    [InlineData("全\tb", "b", "全  b", "    ^")]
    [InlineData("e\u0301 = b;", "b", "e\u0301 = b;", "    ^")]
    [InlineData("\u001b[31mred", "red", "[31mred", "    ^^^")]
    public void Carets_stand_under_the_very_characters(string line, string flagged, string shown, string carets)
    {
        var lines = Lines("first\n" + line + "\nlast", "first\n".Length + line.IndexOf(flagged, StringComparison.Ordinal), flagged.Length);
        Assert.Equal(["    |", "  2 | " + shown, "    | " + carets], lines);
    }

    [Fact]
    public void A_span_of_several_lines_is_marked_to_the_end_of_its_first() =>
        Assert.Equal(["    |", "  1 | if (a)", "    |    ^^^"], Lines("if (a)\n    b();\n", 3, 12));

    [Fact]
    public void An_empty_span_has_one_caret() => Assert.Equal(["    |", "  1 | return", "    |       ^"], Lines("return", 6, 0));

    private static string[] Lines(string text, int start, int length)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        Excerpt.Write(writer, new Paint(on: false), SourceText.From(text), new TextSpan(start, length));
        return writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
