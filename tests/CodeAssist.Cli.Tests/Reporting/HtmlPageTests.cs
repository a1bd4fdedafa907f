using System.Text;
using System.Xml.Linq;
using CodeAssist.Cli.Reporting;

namespace CodeAssist.Cli.Tests.Reporting;

/// <summary>A page shows what others have written: models, source files, test programs. None of it may become a part of the page.</summary>
public class HtmlPageTests
{
    private const string Hostile = "</pre></title></style><script>alert(1)</script><img src=x onerror=\"alert(1)\">&lt;b&gt;]]>";

    [Fact]
    public void Text_never_becomes_markup()
    {
        var page = new HtmlPage(Hostile);
        page.Add(
            new XElement("h1", new XAttribute("title", Hostile), Hostile),
            Html.Table(Hostile, [Hostile], [[Hostile, Html.Of("span", "interval", Hostile)]]),
            Html.Diff($"--- a\n+++ b\n@@ -1 +1 @@\n-{Hostile}\n+{Hostile}\n {Hostile}"),
            RatePlot.Of(Hostile, [Hostile], [[new(0.5, 0.4, 0.6)]]));

        var text = Encoding.UTF8.GetString(page.Bytes());

        Assert.All(["<script", "<img", "&lt;b&gt;]"], markup => Assert.DoesNotContain(markup, text, StringComparison.OrdinalIgnoreCase));
        var read = Read(text);
        Assert.Equal(Hostile, read.Descendants("h1").Single().Value);
        Assert.Equal(Hostile, read.Descendants("h1").Single().Attribute("title")!.Value);
        Assert.Equal("-" + Hostile, read.Descendants("span").Single(span => span.Attribute("class")?.Value == "removed").Value);
        Assert.Single(read.Descendants(), element => element.Name.LocalName == "text" && element.Value == Hostile);
    }

    [Fact]
    public void What_has_no_shape_of_its_own_is_shown_by_its_number()
    {
        var page = new HtmlPage("x");
        page.Add(new XElement("p", "a\u202Eb\u200Bc\0d\uFFFEe\uD800f\U0001F600\t\r\ng\u001b[31m"));

        Assert.Equal("a[U+202E]b[U+200B]c[U+0000]d[U+FFFE]e\uFFFDf\U0001F600\t\ng[U+001B][31m", Read(page).Descendants("p").Single().Value);
    }

    [Fact]
    public void Nothing_is_fetched_and_nothing_runs()
    {
        var page = new HtmlPage("x");
        page.Add(new XElement("p", "x"), RatePlot.Of("rates", ["answered"], [[new(0.5, 0.4, 0.6)]]));

        var read = Read(page);

        Assert.DoesNotContain(read.Descendants(), element => element.Name.LocalName is "script" or "link" or "img" or "iframe" or "image" or "use" or "object");
        Assert.DoesNotContain(read.Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" or "href" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain("url(", read.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("@import", read.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", read.Descendants("meta").Single(meta => meta.Attribute("http-equiv") is not null).Attribute("content")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_style_reads_in_html_as_it_was_written()
    {
        // HTML decodes nothing in a style: what the writer would encode must not be in it.
        var style = Read(new HtmlPage("x")).Descendants("style").Single().Value;

        Assert.Contains("prefers-color-scheme: dark", style, StringComparison.Ordinal);
        Assert.Contains("@media print", style, StringComparison.Ordinal);
        Assert.DoesNotContain(style, letter => letter is '<' or '>' or '&');
    }

    [Fact]
    public void An_element_without_content_is_closed_as_html_needs_it()
    {
        var page = new HtmlPage("x");
        page.Add(new XElement("td"), new XElement("br"));

        var text = Encoding.UTF8.GetString(page.Bytes());

        Assert.Contains("<td></td><br />", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flood_is_cut()
    {
        var page = new HtmlPage("x");
        page.Add(Html.Diff(new string('x', 1_000_000)));

        Assert.InRange(page.Bytes().Length, 20_000, 40_000);
        Assert.Contains("980", Read(page).Descendants("pre").Single().Value[^40..], StringComparison.Ordinal);
    }

    private static XElement Read(HtmlPage page) => Read(Encoding.UTF8.GetString(page.Bytes()));

    private static XElement Read(string page) => XDocument.Parse(page, LoadOptions.PreserveWhitespace).Root!;
}
