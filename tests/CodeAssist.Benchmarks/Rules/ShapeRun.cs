using System.Diagnostics;
using Basic.Reference.Assemblies;
using CodeAssist.Benchmarks.Gate;
using CodeAssist.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Spectre.Console;

namespace CodeAssist.Benchmarks.Rules;

/// <summary>What all rules together cost on code of unusual size, beside what the compiler takes for it.</summary>
internal static class ShapeRun
{
    private const int MostRuns = 5;

    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(5);

    /// <summary>Prints a table: each shape at its usual size and at half of it, so that growth is seen.</summary>
    /// <param name="only">The shapes that are measured; all where none is named.</param>
    public static async Task RunAsync(IReadOnlyList<string> only)
    {
        var table = new Table().AddColumns("shape", "size", "lines", "compiler ms", "rules ms", "of the compiler's", "growth at double size", "dearest rules");
        await MeasureAsync(LargeCode.Of("statements", 100));
        foreach (var shape in LargeCode.Shapes.Where(shape => only.Count == 0 || only.Contains(shape)))
        {
            var size = LargeCode.UsualSize(shape);
            var half = await MeasureAsync(LargeCode.Of(shape, size / 2));
            await AddAsync(shape, size, LargeCode.Of(shape, size), half.Rules);
        }

        if (only.Count == 0 || only.Contains("file"))
            await AddAsync("file", 100_000, LargeCode.File(100_000), null);
        AnsiConsole.Write(table);

        async Task AddAsync(string shape, int size, string source, double? half)
        {
            var cost = await MeasureAsync(source);
            Console.Error.WriteLine($"{shape}: compiler {cost.Compiler:N0} ms, rules {cost.Rules:N0} ms");
            table.AddRow(
                shape, $"{size:N0}", $"{source.Count(character => character == '\n'):N0}", $"{cost.Compiler:N0}", $"{cost.Rules:N0}", $"{cost.Rules / cost.Compiler:N2}",
                half is { } before ? $"{cost.Rules / before:N1}" : "", cost.Dearest);
        }
    }

    // The best of a few runs: the first one compiles the rules too, and other work on the machine disturbs some.
    private static async Task<(double Compiler, double Rules, string Dearest)> MeasureAsync(string source)
    {
        var watch = Stopwatch.StartNew();
        var best = await MeasureOnceAsync(source);
        for (var run = 1; run < MostRuns && watch.Elapsed < Enough; run++)
        {
            var next = await MeasureOnceAsync(source);
            best = (Math.Min(best.Compiler, next.Compiler), Math.Min(best.Rules, next.Rules), next.Rules < best.Rules ? next.Dearest : best.Dearest);
        }

        return best;
    }

    private static async Task<(double Compiler, double Rules, string Dearest)> MeasureOnceAsync(string source)
    {
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest), "Large.cs");
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, specificDiagnosticOptions: BenchmarkAnalyzers.OurIds.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Warn)));
        var watch = Stopwatch.StartNew();
        var compilation = CSharpCompilation.Create("Large", [tree], Net100.References.All, options);
        if (compilation.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
            throw new InvalidOperationException(error.ToString());
        var compiler = watch.Elapsed.TotalMilliseconds;
        var analysis = CSharpCompilation.Create("Large", [tree], Net100.References.All, options).WithAnalyzers(
            BenchmarkAnalyzers.Ours.GetAnalyzers(LanguageNames.CSharp),
            new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        var result = await analysis.GetAnalysisResultAsync(CancellationToken.None);
        var times = result.AnalyzerTelemetryInfo.Select(pair => (Rule: pair.Key, Time: pair.Value.ExecutionTime.TotalMilliseconds)).OrderByDescending(pair => pair.Time).ToList();
        return (compiler, times.Sum(pair => pair.Time), $"{times[0].Rule.SupportedDiagnostics[0].Id} {times[0].Time:N0}, {times[1].Rule.SupportedDiagnostics[0].Id} {times[1].Time:N0}, {times[2].Rule.SupportedDiagnostics[0].Id} {times[2].Time:N0}");
    }
}
