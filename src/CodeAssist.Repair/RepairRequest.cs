using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair;

/// <summary>A diagnostic for which a repair is wanted.</summary>
public sealed class RepairRequest
{
    private RepairRequest(Document document, Diagnostic diagnostic, SourceText text, Region region)
    {
        Document = document;
        Diagnostic = diagnostic;
        Text = text;
        Region = region;
    }

    /// <summary>The document that holds the diagnostic, as it was when the request was made.</summary>
    public Document Document { get; }

    /// <summary>The diagnostic that a repair must remove.</summary>
    public Diagnostic Diagnostic { get; }

    /// <summary>The document's text when the request was made.</summary>
    public SourceText Text { get; }

    /// <summary>What a repair may rewrite.</summary>
    public Region Region { get; }

    /// <summary>
    /// Makes a request; null where the diagnostic is not in the document's source, or no region of code holds it.
    /// </summary>
    public static async Task<RepairRequest?> CreateAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (!diagnostic.Location.IsInSource)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        if (root is null || diagnostic.Location.SourceSpan.End > root.FullSpan.End)
            return null;
        var region = Region.Find(root, diagnostic.Location.SourceSpan);
        if (region is null)
            return null;
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return new RepairRequest(document, diagnostic, text, region);
    }
}
