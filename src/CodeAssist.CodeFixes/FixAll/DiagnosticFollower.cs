using System.Collections.Immutable;
using CodeAssist.Repair.Gate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.CodeFixes.FixAll;

/// <summary>
/// Follows findings through an edit: reports them anew where their analyzer is at hand, so that what is fixed next is
/// what is still there; moves them by the position map where it is not.
/// </summary>
internal sealed class DiagnosticFollower(IAnalyzerSource analyzers)
{
    /// <summary>The findings that are left after an edit of one document and those that are linked to it.</summary>
    /// <param name="before">The document before the edit.</param>
    /// <param name="newText">Its text after.</param>
    /// <param name="after">The solution after.</param>
    /// <param name="open">The findings that were left before.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<Finding>> FollowAsync(Document before, SourceText newText, Solution after, IEnumerable<Finding> open, CancellationToken cancellation)
    {
        var edited = new HashSet<DocumentId>(before.GetLinkedDocumentIds()) { before.Id };
        var map = PositionMap.Of(await before.GetTextAsync(cancellation).ConfigureAwait(false), newText);
        var left = new List<Finding>();
        foreach (var group in open.GroupBy(finding => finding.Document))
        {
            left.AddRange(edited.Contains(group.Key) && after.GetDocument(group.Key) is { } document
                ? await FollowAsync(document, map, group.ToList(), cancellation).ConfigureAwait(false)
                : group);
        }

        return left;
    }

    private async Task<IEnumerable<Finding>> FollowAsync(Document document, PositionMap map, IReadOnlyList<Finding> findings, CancellationToken cancellation)
    {
        if (await document.GetSyntaxTreeAsync(cancellation).ConfigureAwait(false) is not { } tree)
            return [];
        var left = new List<Finding>();
        foreach (var group in findings.GroupBy(finding => finding.Diagnostic.Id))
        {
            var fresh = await FreshAsync(document, group.Key, cancellation).ConfigureAwait(false);
            left.AddRange(fresh is null
                ? group.Select(finding => Moved(finding, tree, map)).OfType<Finding>()
                : StillThere(group.ToList(), fresh, tree, map));
        }

        return left.OrderBy(finding => finding.Diagnostic.Location.SourceSpan);
    }

    // Those outside the changes by their place; one that is no longer reported there was silenced by an edit of other
    // code. Of those that a change touched, as many as are still reported where something changed: which is which
    // doesn't matter any more, they are all to be fixed.
    private static IEnumerable<Finding> StillThere(IReadOnlyList<Finding> open, IReadOnlyList<Diagnostic> fresh, SyntaxTree tree, PositionMap map)
    {
        var touched = new List<Finding>();
        var known = new HashSet<TextSpan>();
        foreach (var finding in open)
        {
            if (Moved(finding, tree, map) is not { } moved)
            {
                touched.Add(finding);
                continue;
            }

            known.Add(moved.Diagnostic.Location.SourceSpan);
            yield return At(fresh, moved) is { } same ? finding with { Diagnostic = same, IsSilenced = false } : moved with { IsSilenced = true };
        }

        var changed = fresh.Where(diagnostic => !known.Contains(diagnostic.Location.SourceSpan) && map.IsChanged(diagnostic.Location.SourceSpan));
        foreach (var again in touched.Zip(changed, (finding, diagnostic) => finding with { Diagnostic = diagnostic, IsSilenced = false }))
            yield return again;
    }

    // One ID may be reported twice on a span.
    private static Diagnostic? At(IReadOnlyList<Diagnostic> fresh, Finding moved)
    {
        var there = fresh.Where(diagnostic => diagnostic.Location.SourceSpan == moved.Diagnostic.Location.SourceSpan).ToList();
        return there.Find(diagnostic => diagnostic.GetMessage() == moved.Diagnostic.GetMessage()) ?? there.FirstOrDefault();
    }

    // Null where nobody here can report the ID: an analyzer of the IDE's own.
    private async Task<IReadOnlyList<Diagnostic>?> FreshAsync(Document document, string id, CancellationToken cancellation)
    {
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            return [];
        if (id.StartsWith("CS", StringComparison.Ordinal) && id.Length > 2 && char.IsDigit(id[2]))
            return Reported(model.GetDiagnostics(cancellationToken: cancellation));
        var reporters = analyzers.For(document.Project).Where(analyzer => Reports(analyzer, id)).ToImmutableArray();
        if (reporters.IsEmpty)
            return null;
        var options = new CompilationWithAnalyzersOptions(document.Project.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var compilation = model.Compilation.WithAnalyzers(reporters, options);
        var syntax = await compilation.GetAnalyzerSyntaxDiagnosticsAsync(model.SyntaxTree, cancellation).ConfigureAwait(false);
        var semantic = await compilation.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, cancellation).ConfigureAwait(false);
        return Reported(syntax.AddRange(semantic));

        IReadOnlyList<Diagnostic> Reported(ImmutableArray<Diagnostic> diagnostics) =>
            [.. diagnostics.Where(diagnostic => diagnostic.Id == id && !diagnostic.IsSuppressed).OrderBy(diagnostic => diagnostic.Location.SourceSpan)];
    }

    private static bool Reports(DiagnosticAnalyzer analyzer, string id)
    {
        try
        {
            return analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id == id);
        }
        catch (Exception)
        {
            // Somebody else's analyzer that cannot even say what it reports.
            return false;
        }
    }

    private static Finding? Moved(Finding finding, SyntaxTree tree, PositionMap map) =>
        map.Map(finding.Diagnostic.Location.SourceSpan) is { } span ? finding with { Diagnostic = Moved(finding.Diagnostic, span, tree, map) } : null;

    private static Diagnostic Moved(Diagnostic diagnostic, TextSpan span, SyntaxTree tree, PositionMap map)
    {
        var former = diagnostic.Location.SourceTree;
        return Diagnostic.Create(
            diagnostic.Id,
            diagnostic.Descriptor.Category,
            diagnostic.GetMessage(),
            diagnostic.Severity,
            diagnostic.DefaultSeverity,
            isEnabledByDefault: true,
            diagnostic.WarningLevel,
            diagnostic.Descriptor.Title,
            diagnostic.Descriptor.Description,
            diagnostic.Descriptor.HelpLinkUri,
            Location.Create(tree, span),
            diagnostic.AdditionalLocations.Select(location =>
                location.SourceTree == former && map.Map(location.SourceSpan) is { } moved ? Location.Create(tree, moved) : location),
            diagnostic.Descriptor.CustomTags,
            diagnostic.Properties);
    }
}
