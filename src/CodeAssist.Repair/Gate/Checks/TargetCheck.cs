using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
            var source = context.SourceOfTarget(oldDocument.Project)!;
            if (!source.IsKnown)
            {
                if (oldDocument.Id == context.Document.Id)
                    return CheckFinding.Failed("NobodyReportsTarget", target.Id);
                continue;
            }

            var after = await AfterAsync(context, source, newDocument, target.Id, cancellation).ConfigureAwait(false);

            // Where none of its kind is left, only that it was there counts.
            var before = after.Count == 0 && source.IsByDocument
                ? await BeforeInMemberAsync(context, source, oldDocument, target, cancellation).ConfigureAwait(false)
                : await BeforeAsync(context, source, oldDocument, target.Id, cancellation).ConfigureAwait(false);
            var old = before.FirstOrDefault(diagnostic => diagnostic.Location.SourceSpan == target.Location.SourceSpan);
            if (old is null)
            {
                // Another flavour of the document (another target framework) need not report it.
                if (oldDocument.Id == context.Document.Id)
                    return CheckFinding.Failed("TargetNotFound", target.Id);
                continue;
            }

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

    // What analyzers said of the member alone, or of the document where that does not show the target.
    private static async Task<IReadOnlyList<Diagnostic>> BeforeInMemberAsync(
        GateContext context, TargetSource source, Document document, Diagnostic target, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var span = target.Location.SourceSpan;
        var member = root is not null && root.FullSpan.Contains(span) ? root.FindNode(span).FirstAncestorOrSelf<MemberDeclarationSyntax>() : null;
        if (member is null or BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax)
            return await BeforeAsync(context, source, document, target.Id, cancellation).ConfigureAwait(false);
        var said = await context.Memory.GetAsync(document, ("target", target.Id, member.FullSpan), async () => OfId(
            target.Id, await AnalyzerDiagnostics.OfMemberAsync(document, member, source.Analyzers, cancellation).ConfigureAwait(false))).ConfigureAwait(false);
        return said.Any(diagnostic => diagnostic.Location.SourceSpan == span)
            ? said
            : await BeforeAsync(context, source, document, target.Id, cancellation).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<Diagnostic>> BeforeAsync(
        GateContext context, TargetSource source, Document document, string id, CancellationToken cancellation)
    {
        if (!source.IsCompiler)
        {
            return await context.Memory.GetAsync(document, ("target", id), async () => OfId(id, source.AtEnd
                ? await AnalyzerDiagnostics.OfCompilationAsync(document, source.Analyzers, cancellation).ConfigureAwait(false)
                : await AnalyzerDiagnostics.OfDocumentAsync(document, source.Analyzers, cancellation).ConfigureAwait(false))).ConfigureAwait(false);
        }

        var scope = await context.ScopeAsync(cancellation).ConfigureAwait(false);
        var diagnostics = scope.IsBody
            ? await CompileCheck.BeforeAsync(context, document, scope.OldMember!, cancellation).ConfigureAwait(false)
            : await CompileCheck.OfProjectAsync(context, document.Project, cancellation).ConfigureAwait(false);
        return InTree(OfId(id, diagnostics), await document.GetSyntaxTreeAsync(cancellation).ConfigureAwait(false));
    }

    private static async Task<IReadOnlyList<Diagnostic>> AfterAsync(
        GateContext context, TargetSource source, Document document, string id, CancellationToken cancellation)
    {
        if (!source.IsCompiler)
        {
            return OfId(id, source.AtEnd
                ? await AnalyzerDiagnostics.OfCompilationAsync(document, source.Analyzers, cancellation).ConfigureAwait(false)
                : (await context.AnalyzedAsync(document, source.Analyzers, cancellation).ConfigureAwait(false)).Diagnostics);
        }

        var scope = await context.ScopeAsync(cancellation).ConfigureAwait(false);
        var diagnostics = scope.IsBody
            ? await CompileCheck.AfterAsync(context, document, scope.NewMember!, cancellation).ConfigureAwait(false)
            : await CompileCheck.OfProjectAsync(context, document.Project, cancellation).ConfigureAwait(false);
        return InTree(OfId(id, diagnostics), await document.GetSyntaxTreeAsync(cancellation).ConfigureAwait(false));
    }

    private static IReadOnlyList<Diagnostic> OfId(string id, IReadOnlyList<Diagnostic> diagnostics) =>
        diagnostics.Where(diagnostic => diagnostic.Id == id).ToList();

    private static IReadOnlyList<Diagnostic> InTree(IReadOnlyList<Diagnostic> diagnostics, SyntaxTree? tree) =>
        diagnostics.Where(diagnostic => diagnostic.Location.SourceTree == tree).ToList();
}
