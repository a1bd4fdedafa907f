using System.Collections.Immutable;
using CodeAssist.Repair;
using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Eval.Projects;

/// <summary>A bug in a document of a solution, and what tells of it.</summary>
/// <param name="Document">The document with the bug.</param>
/// <param name="Span">Where the bug is.</param>
internal sealed record PlantedBug(Document Document, TextSpan Span)
{
    /// <summary>Plants a bug: in the document and in all that are the same file.</summary>
    /// <param name="original">The document without it.</param>
    /// <param name="text">The whole text with it.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<PlantedBug> InAsync(Document original, string text, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(original);
        var before = await original.GetTextAsync(cancellation).ConfigureAwait(false);
        var after = SourceText.From(text, before.Encoding, before.ChecksumAlgorithm);
        var solution = original.GetLinkedDocumentIds().Add(original.Id).Aggregate(original.Project.Solution, (changed, id) => changed.WithDocumentText(id, after));
        return new PlantedBug(solution.GetDocument(original.Id)!, Difference(before.ToString(), text));
    }

    /// <summary>The bug as something to repair, told by a diagnostic that is reported; null where it is not reported once on its line.</summary>
    public async Task<RepairRequest?> ToldByAsync(string id, int line, CancellationToken cancellation)
    {
        var found = (await DocumentDiagnostics.OfAsync(Document, id, cancellation).ConfigureAwait(false)).Where(diagnostic => DocumentDiagnostics.LineOf(diagnostic) == line).ToList();
        return found is [var only] ? await RepairRequest.CreateAsync(Document, only, cancellation).ConfigureAwait(false) : null;
    }

    /// <summary>The bug as something to repair, told by the test that fails.</summary>
    public async Task<RepairRequest?> ToldByTestAsync(string test, CancellationToken cancellation)
    {
        if (await Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || FailingTest.For(root, Span, test) is not { } analyzer)
            return null;
        var flagged = Document.Project.AddAnalyzerReference(new AnalyzerImageReference([analyzer])).GetDocument(Document.Id)!;
        return (await DocumentDiagnostics.OfAsync(flagged, FailingTestGuide.DiagnosticId, cancellation).ConfigureAwait(false)) is [var only]
            ? await RepairRequest.CreateAsync(flagged, only, cancellation).ConfigureAwait(false)
            : null;
    }

    // What lies between the beginning and the end that two texts have in common, in the second.
    private static TextSpan Difference(string before, string after)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        var most = Math.Min(before.Length, after.Length) - start;
        var same = 0;
        while (same < most && before[^(same + 1)] == after[^(same + 1)])
            same++;
        return TextSpan.FromBounds(start, after.Length - same);
    }
}
