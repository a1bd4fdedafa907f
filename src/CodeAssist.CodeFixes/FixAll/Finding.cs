using Microsoft.CodeAnalysis;

namespace CodeAssist.CodeFixes.FixAll;

/// <summary>A diagnostic that is to be fixed, and the document that holds it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Diagnostic">The diagnostic, where it is now.</param>
internal sealed record Finding(DocumentId Document, Diagnostic Diagnostic)
{
    /// <summary>The diagnostic as it was reported before the first edit.</summary>
    public Diagnostic Reported { get; init; } = Diagnostic;

    /// <summary>Whether an edit of other code has silenced the diagnostic.</summary>
    public bool IsSilenced { get; init; }

    /// <summary>
    /// The diagnostics of a solution's source in a steady order. What is reported for the same place of a file in
    /// several projects (linked files, target frameworks) is one finding: an edit goes into all of them.
    /// </summary>
    public static IReadOnlyList<Finding> Of(Solution solution, IEnumerable<Diagnostic> diagnostics) =>
    [
        .. diagnostics
            .Where(diagnostic => !diagnostic.IsSuppressed && diagnostic.Location.IsInSource)
            .Select(diagnostic => (Diagnostic: diagnostic, Document: solution.GetDocument(diagnostic.Location.SourceTree)))
            .Where(pair => pair.Document is not null and not SourceGeneratedDocument)
            .GroupBy(pair => (Place: PlaceOf(pair.Document!), pair.Diagnostic.Id, pair.Diagnostic.Location.SourceSpan))
            .OrderBy(group => group.Key.Place, StringComparer.Ordinal)
            .ThenBy(group => group.Key.SourceSpan)
            .ThenBy(group => group.Key.Id, StringComparer.Ordinal)
            .Select(group => group.First())
            .Select(pair => new Finding(pair.Document!.Id, pair.Diagnostic)),
    ];

    /// <summary>What documents that are the same file have in common.</summary>
    public static string PlaceOf(Document document) => document.FilePath ?? document.Id.Id.ToString();
}
