using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CodeAssist.Cli.Reporting;

/// <summary>
/// One self-contained HTML page, built of elements: the writer encodes, so that no text can become markup. Nothing in
/// it is fetched from anywhere, and a policy in its head forbids that.
/// </summary>
internal sealed class HtmlPage(string title)
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private static readonly HashSet<string> Void = ["meta", "br", "hr"];

    private static readonly Lazy<string> Style = new(() =>
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream("CodeAssist.Cli.Reporting.Page.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    private readonly XElement _main = new("main");

    /// <summary>Adds elements and texts at the page's end.</summary>
    public void Add(params object?[] content) => _main.Add(content);

    /// <summary>The page as it is written.</summary>
    public byte[] Bytes()
    {
        var page = new XElement("html", new XAttribute("lang", CultureInfo.CurrentUICulture.Name),
            new XElement("head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("http-equiv", "Content-Security-Policy"), new XAttribute("content", Policy)),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("meta", new XAttribute("name", "color-scheme"), new XAttribute("content", "light dark")),
                new XElement("title", title),
                new XElement("style", Style.Value)),
            new XElement("body", new XElement(_main)));
        Tidy(page);
        using var bytes = new MemoryStream();
        bytes.Write("<!DOCTYPE html>\n"u8);
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None }))
            page.Save(writer);
        bytes.Write("\n"u8);
        return bytes.ToArray();
    }

    private static void Tidy(XElement page)
    {
        foreach (var element in page.DescendantsAndSelf())
        {
            foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
                attribute.Value = Visible(attribute.Value);
            // HTML knows no <td/>: it would be open to the end of the page.
            if (element.IsEmpty && element.Name.Namespace == XNamespace.None && !Void.Contains(element.Name.LocalName))
                element.Value = string.Empty;
        }

        foreach (var text in page.DescendantNodes().OfType<XText>())
            text.Value = Visible(text.Value);
    }

    // What has no shape of its own, or turns what stands around it, is shown by its number: a reply must not look like another.
    private static string Visible(string text)
    {
        text = text.ReplaceLineEndings("\n");
        if (!text.Any(char.IsSurrogate) && text.EnumerateRunes().All(IsPlain))
            return text;
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsPlain(rune))
                shown.Append(rune);
            else
                shown.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
        }

        return shown.ToString();
    }

    private static bool IsPlain(Rune rune) =>
        rune.Value is '\n' or '\t'
        || (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            && rune.Value is not 0xFFFE and not 0xFFFF);
}
