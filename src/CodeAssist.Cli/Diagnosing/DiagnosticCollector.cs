using System.Collections.Immutable;
using CodeAssist.Repair.Gate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Cli.Diagnosing;

/// <summary>Finds the diagnostics of a filter in a solution or in one document.</summary>
/// <param name="filter">Which diagnostics are wanted.</param>
internal sealed class DiagnosticCollector(DiagnosticFilter filter)
{
    private readonly ProjectAnalyzers _analyzers = new();

    /// <summary>
    /// Finds the diagnostics of all C# projects, each once: a file that several target frameworks or projects
    /// share reports a diagnostic as often as it is compiled.
    /// </summary>
    /// <param name="solution">What to analyse.</param>
    /// <param name="report">Told how many projects are done, and of how many.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<DiagnosticReport> CollectAsync(Solution solution, Action<int, int> report, CancellationToken cancellation)
    {
        var projects = solution.Projects.Where(project => project.Language == LanguageNames.CSharp).ToList();
        var found = new Dictionary<(string Path, TextSpan Span, string Id), List<ReportedDiagnostic>>();
        var descriptors = new SortedDictionary<string, DiagnosticDescriptor>(StringComparer.Ordinal);
        var breakdowns = new List<string>();
        for (var i = 0; i < projects.Count; i++)
        {
            report(i, projects.Count);
            var analyzers = filter.Choose(_analyzers.For(projects[i]));
            foreach (var rule in analyzers.SelectMany(analyzer => analyzer is DiagnosticSuppressor ? [] : analyzer.SupportedDiagnostics).Where(rule => filter.IsWanted(rule.Id)))
                descriptors.TryAdd(rule.Id, rule);
            foreach (var diagnostic in await OfProjectAsync(projects[i], analyzers, cancellation).ConfigureAwait(false))
            {
                if (DiagnosticFilter.IsBreakdown(diagnostic))
                    breakdowns.Add(diagnostic.GetMessage());
                if (!filter.Matches(diagnostic))
                    continue;
                var reported = new ReportedDiagnostic(diagnostic, projects[i], solution.GetDocument(diagnostic.Location.SourceTree));
                if (reported.Document is { } document && !SourceFiles.IsWritten(document))
                    continue;
                descriptors.TryAdd(reported.Id, diagnostic.Descriptor);
                var place = (reported.Path, reported.Span, reported.Id);
                if (found.TryGetValue(place, out var same))
                    same.Add(reported);
                else
                    found.Add(place, [reported]);
            }
        }

        return new DiagnosticReport(
            [.. found.Values.Select(same => same[0] with { Repeated = [.. same.Skip(1)] })
                .OrderBy(one => one.Path, StringComparer.Ordinal).ThenBy(one => one.Span.Start).ThenBy(one => one.Span.End).ThenBy(one => one.Id, StringComparer.Ordinal)],
            [.. breakdowns.Distinct()],
            projects.Select(project => project.FilePath ?? project.Id.ToString()).Distinct().Count(),
            projects.SelectMany(project => project.Documents).Where(SourceFiles.IsWritten).Select(document => document.FilePath).Distinct().Count(),
            descriptors.Keys.Count(filter.IsWanted) + filter.Ids.Count(id => !descriptors.Keys.Contains(id, StringComparer.OrdinalIgnoreCase)))
        {
            Descriptors = [.. descriptors.Values],
        };
    }

    /// <summary>
    /// Finds the diagnostics of one document as it is now. What an analyzer says only at the end of a compilation is
    /// looked for in the whole project, and only where the document alone gives nothing.
    /// </summary>
    public async Task<ImmutableArray<Diagnostic>> CollectAsync(Document document, CancellationToken cancellation)
    {
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (model is null)
            return [];
        var analyzers = filter.Choose(_analyzers.For(document.Project));
        var local = ImmutableArray.CreateBuilder<Diagnostic>();
        if (filter.ConcernsCompiler)
            local.AddRange(model.GetDiagnostics(cancellationToken: cancellation));
        if (!analyzers.IsEmpty)
        {
            var driver = model.Compilation.WithAnalyzers(analyzers, Options(document.Project));
            local.AddRange(await driver.GetAnalyzerSyntaxDiagnosticsAsync(model.SyntaxTree, cancellation).ConfigureAwait(false));
            local.AddRange(await driver.GetAnalyzerSemanticDiagnosticsAsync(model, null, cancellation).ConfigureAwait(false));
        }

        var found = local.Where(filter.Matches).ToImmutableArray();
        return found.IsEmpty
            ? [.. (await OfProjectAsync(document.Project, analyzers, cancellation).ConfigureAwait(false))
                .Where(diagnostic => diagnostic.Location.SourceTree == model.SyntaxTree && filter.Matches(diagnostic))]
            : found;
    }

    private async Task<ImmutableArray<Diagnostic>> OfProjectAsync(Project project, ImmutableArray<DiagnosticAnalyzer> analyzers, CancellationToken cancellation)
    {
        var compilation = await project.GetCompilationAsync(cancellation).ConfigureAwait(false);
        if (compilation is null)
            return [];
        if (analyzers.IsEmpty)
            return filter.ConcernsCompiler ? compilation.GetDiagnostics(cancellation) : [];
        var driver = compilation.WithAnalyzers(analyzers, Options(project));
        return filter.ConcernsCompiler
            ? await driver.GetAllDiagnosticsAsync(cancellation).ConfigureAwait(false)
            : await driver.GetAnalyzerDiagnosticsAsync(cancellation).ConfigureAwait(false);
    }

    private static CompilationWithAnalyzersOptions Options(Project project) =>
        new(project.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: false);
}

/// <summary>What was found, and in how much.</summary>
/// <param name="Diagnostics">The diagnostics, by file and position.</param>
/// <param name="Breakdowns">What analyzers said that broke: findings may be missing.</param>
/// <param name="Projects">How many projects were analysed.</param>
/// <param name="Files">How many source files.</param>
/// <param name="Rules">How many rules.</param>
internal sealed record DiagnosticReport(
    ImmutableArray<ReportedDiagnostic> Diagnostics, ImmutableArray<string> Breakdowns, int Projects, int Files, int Rules)
{
    /// <summary>The rules that ran, by ID.</summary>
    public ImmutableArray<DiagnosticDescriptor> Descriptors { get; init; } = [];

    /// <summary>What was found and is in a baseline, by file and position.</summary>
    public ImmutableArray<ReportedDiagnostic> Known { get; init; } = [];
}
