using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Editing;

/// <summary>The documents that are the same file: linked into several projects, or of several target frameworks.</summary>
internal static class LinkedDocuments
{
    /// <summary>The document and all that are linked to it.</summary>
    public static IEnumerable<DocumentId> Of(Document document)
    {
        yield return document.Id;
        foreach (var linked in document.GetLinkedDocumentIds())
            yield return linked;
    }

    /// <summary>The document's solution with this text in the document and in all that are linked to it.</summary>
    public static Solution WithText(Document document, SourceText text)
    {
        var solution = document.Project.Solution;
        foreach (var id in Of(document))
            solution = solution.WithDocumentText(id, text);
        return solution;
    }
}
