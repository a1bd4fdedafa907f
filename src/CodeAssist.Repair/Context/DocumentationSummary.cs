using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Repair.Context;

/// <summary>What a symbol's documentation says first, in one short line.</summary>
internal static class DocumentationSummary
{
    // About twenty tokens: a first sentence that says what a method does has fewer.
    private const int MostCharacters = 80;

    /// <summary>The first sentence of the summary, cut where it is long; empty where there is none.</summary>
    public static string Of(ISymbol symbol, CancellationToken cancellation)
    {
        var xml = symbol.GetDocumentationCommentXml(cancellationToken: cancellation);
        if (string.IsNullOrEmpty(xml))
            return string.Empty;
        try
        {
            var text = XElement.Parse(xml).Element("summary")?.Value ?? string.Empty;
            return Short(string.Join(" ", text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)));
        }
        catch (XmlException)
        {
            // A comment that is no XML says nothing.
            return string.Empty;
        }
    }

    private static string Short(string text)
    {
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        if (end >= 0)
            text = text.Substring(0, end + 1);
        if (text.Length <= MostCharacters)
            return text;
        var cut = text.LastIndexOf(' ', MostCharacters - 1);
        return (cut > 0 ? text.Substring(0, cut) : string.Empty) + "…";
    }
}
