using System.Xml.Linq;
using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Commands;

public sealed class FixReportTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_page_shows_findings_outcomes_checks_and_diffs()
    {
        var file = _scratch.Write("Code.cs", Sources.Swapped + "// </pre><script>alert(1)</script>\n" + Sources.Identical);
        var page = Path.Combine(_scratch.Folder, "page.html");

        var run = await Tool.RunAsync("fix", file, "--report", page);

        Assert.Equal(1, run.ExitCode);
        var read = XDocument.Parse(File.ReadAllText(page)).Root!;
        Assert.Equal(["CDA1001, line 10: ", "CDA1006, line 5: "], read.Descendants("h4").Select(heading => heading.Value[..(heading.Value.IndexOf(": ", StringComparison.Ordinal) + 2)]).Order(StringComparer.Ordinal));
        Assert.Equal("+    public static int Of(int width, int height) => Area(width, height);", read.Descendants("span").Single(span => span.Attribute("class")?.Value == "added").Value);
        Assert.Equal(["offered", "abstained"], read.Descendants("article").OrderByDescending(article => article.Value, StringComparer.Ordinal).Select(article => article.Descendants("span").First().Value));
        Assert.Contains("compile passed", read.ToString(), StringComparison.Ordinal);
        Assert.Empty(read.Descendants("script"));
    }

    [Fact]
    public async Task A_page_that_cannot_be_written_is_told_before_the_work() =>
        (await Tool.RunAsync("fix", _scratch.Write("Code.cs", Sources.Swapped), "--report", Path.Combine(_scratch.Folder, "nowhere", "page.html"))).IsRefusal(2, "nowhere");
}
