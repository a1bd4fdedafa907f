using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Repair.Gate.Checks;

/// <summary>
/// The diagnostic must be gone: followed through the edit by its token, not by its line, and not merely moved.
/// </summary>
internal sealed class TargetCheck : ICheck
{
    public string Name => "target";

    public async Task<CheckFinding> RunAsync(GateContext context, CancellationToken cancellation)
    {
        if (context.Edit.Target is not { } target)
            return CheckFinding.Skipped("NoDiagnostic");
        var tokens = await context.TokensAsync(cancellation).ConfigureAwait(false);
        var change = await context.ChangeAsync(cancellation).ConfigureAwait(false);
        foreach (var (oldDocument, newDocument) in context.Flavours())
        {
            var source = await SourceAsync(context, oldDocument, target, cancellation).ConfigureAwait(false);
            if (source is null)
            {
                if (oldDocument.Id == context.Document.Id)
                    return CheckFinding.Failed("NobodyReportsTarget", target.Id);
                continue;
            }

            var before = await source(oldDocument).ConfigureAwait(false);
            var old = before.FirstOrDefault(diagnostic => diagnostic.Location.SourceSpan == target.Location.SourceSpan);
            if (old is null)
            {
                // Another flavour of the document (another target framework) need not report it.
                if (oldDocument.Id == context.Document.Id)
                    return CheckFinding.Failed("TargetNotFound", target.Id);
                continue;
            }

            var after = await source(newDocument).ConfigureAwait(false);
            var place = tokens.ToNew(old.Location.SourceSpan.Start);
            var still = after.FirstOrDefault(diagnostic => diagnostic.Location.SourceSpan.Start == place && SameMessage(diagnostic, old));
            if (still is not null)
                return CheckFinding.Failed(IsInMember(still, change) ? "TargetStillThere" : "TargetMoved", Describe.Diagnostic(still));

            // One of its kind that no other of before accounts for is the same one in another place or other words.
            var moved = DiagnosticComparison.New(before.Where(diagnostic => diagnostic != old), after, oldTree(oldDocument), tokens);
            if (moved.Count > 0)
                return CheckFinding.Failed(Overlaps(moved[0], place) ? "TargetStillThere" : "TargetMoved", Describe.Diagnostic(moved[0]));
            if (after.Count >= before.Count)
                return CheckFinding.Failed("TargetStillThere", Describe.Diagnostic(after[0]));
        }

        return CheckFinding.Passed;

        static string oldTree(Document document) => document.FilePath ?? document.Name;
    }

    // Code that was carried off into a helper takes its diagnostic along.
    private static bool IsInMember(Diagnostic diagnostic, RegionChange? change) =>
        change?.NewNode is not { } node || node.Span.Contains(diagnostic.Location.SourceSpan.Start);

    private static bool Overlaps(Diagnostic diagnostic, int? place) =>
        place is { } start && diagnostic.Location.SourceSpan.Contains(start);

    private static bool SameMessage(Diagnostic one, Diagnostic other) =>
        one.GetMessage(CultureInfo.InvariantCulture) == other.GetMessage(CultureInfo.InvariantCulture);

    // Where diagnostics with the target's ID come from: the compiler, or the analyzers that report it.
    private static async Task<Func<Document, Task<IReadOnlyList<Diagnostic>>>?> SourceAsync(
        GateContext context, Document document, Diagnostic target, CancellationToken cancellation)
    {
        if (target.Id.StartsWith("CS", StringComparison.Ordinal) && target.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.Compiler))
        {
            var scope = await context.ScopeAsync(cancellation).ConfigureAwait(false);
            return async judged =>
            {
                var diagnostics = scope.IsBody
                    ? await CompilerDiagnostics.OfBodyAsync(judged, judged.Id == document.Id && judged == document ? scope.OldMember! : scope.NewMember!, cancellation).ConfigureAwait(false)
                    : await CompilerDiagnostics.OfProjectAsync(judged.Project, cancellation).ConfigureAwait(false);
                var tree = await judged.GetSyntaxTreeAsync(cancellation).ConfigureAwait(false);
                return diagnostics.Where(diagnostic => diagnostic.Id == target.Id && diagnostic.Location.SourceTree == tree).ToList();
            };
        }

        var analyzers = context.Analyzers.For(document.Project)
            .Where(analyzer => Supports(analyzer, target.Id))
            .ToImmutableArray();
        if (analyzers.IsEmpty)
            return null;
        var atEnd = target.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd);
        return async judged =>
        {
            var diagnostics = atEnd
                ? await AnalyzerDiagnostics.OfCompilationAsync(judged, analyzers, cancellation).ConfigureAwait(false)
                : await AnalyzerDiagnostics.OfDocumentAsync(judged, analyzers, cancellation).ConfigureAwait(false);
            return diagnostics.Where(diagnostic => diagnostic.Id == target.Id).ToList();
        };
    }

    private static bool Supports(DiagnosticAnalyzer analyzer, string id)
    {
        try
        {
            return analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id == id);
        }
        catch (Exception)
        {
            // A foreign analyzer that cannot even say what it reports reports nothing.
            return false;
        }
    }
}
