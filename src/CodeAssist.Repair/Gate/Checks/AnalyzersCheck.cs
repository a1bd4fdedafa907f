using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Repair.Gate.Checks;

/// <summary>
/// No new diagnostic, at effective severity warning or above, of any analyzer that the project runs; of our own rules
/// that <c>Recommended</c> makes warnings, none at suggestion either. Only analyzers that can report one are run.
/// </summary>
internal sealed class AnalyzersCheck : ICheck
{
    // The tag of a rule of ours whose findings are bugs: a suggestion in old code, no part of a repair.
    private const string WarningCandidate = "codeassist:WarningCandidate";

    public string Name => "analyzers";

    public async Task<CheckFinding> RunAsync(GateContext context, CancellationToken cancellation)
    {
        var tokens = await context.TokensAsync(cancellation).ConfigureAwait(false);
        var any = false;
        foreach (var (oldDocument, newDocument) in context.Flavours())
        {
            var analyzers = (await context.Memory.GetAsync(
                oldDocument, "loud analyzers", () => LoudAsync(context.Analyzers, oldDocument, cancellation)).ConfigureAwait(false)).Analyzers;
            if (analyzers.IsEmpty)
                continue;
            any = true;
            var after = Loud(await AnalyzerDiagnostics.OfDocumentAsync(newDocument, analyzers, cancellation).ConfigureAwait(false));
            if (after.Count == 0)
                continue;
            var before = await context.Memory.GetAsync(
                oldDocument, "loud", async () => Loud(await AnalyzerDiagnostics.OfDocumentAsync(oldDocument, analyzers, cancellation).ConfigureAwait(false))).ConfigureAwait(false);
            var added = DiagnosticComparison.New(before, after, oldDocument.FilePath ?? oldDocument.Name, tokens);
            if (added.Count > 0)
                return CheckFinding.Failed("NewDiagnostic", Describe.Diagnostic(added[0]));
        }

        return any ? CheckFinding.Passed : CheckFinding.Skipped("NoLoudAnalyzers");
    }

    private static IReadOnlyList<Diagnostic> Loud(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning
            || (diagnostic.Severity == DiagnosticSeverity.Info && diagnostic.Descriptor.CustomTags.Contains(WarningCandidate))).ToList();

    private static async Task<LoudAnalyzers> LoudAsync(IAnalyzerSource source, Document document, CancellationToken cancellation)
    {
        var all = source.For(document.Project);
        if (all.IsEmpty || document.Project.CompilationOptions is not { } options)
            return LoudAnalyzers.None;
        var tree = await document.GetSyntaxTreeAsync(cancellation).ConfigureAwait(false);
        if (tree is null)
            return LoudAnalyzers.None;

        // `dotnet_analyzer_diagnostic.*` sets severities in bulk, which only the analyzer driver resolves.
        var fileOptions = document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(tree);
        var bulk = fileOptions.Keys.Any(key => key.StartsWith("dotnet_analyzer_diagnostic.", StringComparison.OrdinalIgnoreCase));
        return new LoudAnalyzers(all.Where(analyzer => CanBeLoud(analyzer, options, tree, bulk, cancellation)).ToImmutableArray());
    }

    private static bool CanBeLoud(DiagnosticAnalyzer analyzer, CompilationOptions options, SyntaxTree tree, bool bulk, CancellationToken cancellation)
    {
        try
        {
            return analyzer.SupportedDiagnostics.Any(descriptor => bulk || IsLoud(descriptor, options, tree, cancellation));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A foreign analyzer that cannot even say what it reports reports nothing.
            return false;
        }
    }

    private static bool IsLoud(DiagnosticDescriptor descriptor, CompilationOptions options, SyntaxTree tree, CancellationToken cancellation)
    {
        var provider = options.SyntaxTreeOptionsProvider;
        var effective = descriptor.GetEffectiveSeverity(options);
        if (provider is not null
            && (provider.TryGetDiagnosticValue(tree, descriptor.Id, cancellation, out var said) || provider.TryGetGlobalDiagnosticValue(descriptor.Id, cancellation, out said))
            && !options.SpecificDiagnosticOptions.ContainsKey(descriptor.Id)
            && said != ReportDiagnostic.Default)
        {
            effective = said;
        }

        return effective is ReportDiagnostic.Error or ReportDiagnostic.Warn
            || (effective == ReportDiagnostic.Info && descriptor.CustomTags.Contains(WarningCandidate));
    }

    /// <summary>The analyzers that can report a warning or an error in a document.</summary>
    private sealed record LoudAnalyzers(ImmutableArray<DiagnosticAnalyzer> Analyzers)
    {
        public static LoudAnalyzers None { get; } = new(ImmutableArray<DiagnosticAnalyzer>.Empty);
    }
}
