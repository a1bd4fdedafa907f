using CodeAssist.Benchmarks.Gate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Spectre.Console;

namespace CodeAssist.Benchmarks.Rules;

/// <summary>
/// Every rule by itself, in one process and within a minute or two, for a machine that has no hour for
/// <see cref="RuleBenchmarks"/>: the time that the driver counts as the rule's own, the best of a few runs.
/// </summary>
internal static class RuleRun
{
    private const int Files = 40;
    private const int Runs = 3;

    /// <summary>Prints a table, the dearest rule first.</summary>
    public static async Task RunAsync()
    {
        var project = GeneratedProject.Create(Files, [], BenchmarkAnalyzers.OurIds);
        var compilation = (await project.GetCompilationAsync())!;
        compilation.GetDiagnostics();
        var measured = new List<(string Id, double Milliseconds, int Findings)>();
        foreach (var analyzer in BenchmarkAnalyzers.Ours.GetAnalyzers(LanguageNames.CSharp).Where(analyzer => analyzer is not DiagnosticSuppressor))
        {
            var best = double.MaxValue;
            var findings = 0;
            for (var run = 0; run < Runs; run++)
            {
                var (milliseconds, found) = await MeasureAsync(compilation, analyzer);
                best = Math.Min(best, milliseconds);
                findings = found;
            }

            measured.Add((analyzer.SupportedDiagnostics[0].Id, best, findings));
        }

        var total = measured.Sum(rule => rule.Milliseconds);
        var table = new Table().AddColumns("rule", "ms", "of all", "findings");
        foreach (var (id, milliseconds, findings) in measured.OrderByDescending(rule => rule.Milliseconds))
            table.AddRow(id, $"{milliseconds:N1}", $"{milliseconds / total:P1}", $"{findings}");
        table.AddRow("all", $"{total:N1}", "", $"{measured.Sum(rule => rule.Findings)}");
        AnsiConsole.Write(table);
    }

    private static async Task<(double Milliseconds, int Findings)> MeasureAsync(Compilation compilation, DiagnosticAnalyzer analyzer)
    {
        var analysis = compilation.WithAnalyzers(
            [analyzer],
            new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        var result = await analysis.GetAnalysisResultAsync(CancellationToken.None);
        return (result.AnalyzerTelemetryInfo[analyzer].ExecutionTime.TotalMilliseconds, result.GetAllDiagnostics(analyzer).Length);
    }
}
