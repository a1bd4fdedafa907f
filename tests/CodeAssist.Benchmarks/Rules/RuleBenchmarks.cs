using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using CodeAssist.Benchmarks.Gate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Benchmarks.Rules;

/// <summary>
/// Every rule by itself over a generated project of about 10,000 lines, bound beforehand. <c>none</c> is a rule that looks
/// at every body and does nothing: what the driver takes.
/// </summary>
[ShortRunJob]
[MemoryDiagnoser]
public class RuleBenchmarks
{
    private const int Files = 100;

    private Compilation _compilation = null!;
    private ImmutableArray<DiagnosticAnalyzer> _analyzers;

    /// <summary>The rule that is measured.</summary>
    [ParamsSource(nameof(Rules))]
    public string Rule { get; set; } = "";

    /// <summary>All rules, and <c>none</c>.</summary>
    public static IEnumerable<string> Rules => ["none", .. BenchmarkAnalyzers.OurIds.Order(StringComparer.Ordinal)];

    /// <summary>Makes the project, and binds it.</summary>
    [GlobalSetup]
    public async Task SetupAsync()
    {
        var project = GeneratedProject.Create(Files, [], BenchmarkAnalyzers.OurIds);
        _compilation = (await project.GetCompilationAsync())!;
        _compilation.GetDiagnostics();
        _analyzers = Rule == "none"
            ? [new IdleAnalyzer()]
            : [.. BenchmarkAnalyzers.Ours.GetAnalyzers(LanguageNames.CSharp).Where(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id == Rule))];
    }

    /// <summary>Analyses the project with the one rule.</summary>
    [Benchmark]
    public async Task<int> AnalyseAsync() =>
        (await _compilation.WithAnalyzers(_analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync()).Length;
}
