using System.Collections.Concurrent;
using Basic.Reference.Assemblies;
using CodeAssist.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Analyzers.Tests.Meta;

/// <summary>No rule throws over code that is half written: the compiler would report AD0001 and leave the rule out.</summary>
public class BrokenSourceTests
{
    private const int Seed = 20_401;

    // Every other file is broken, so that much still binds and the rules have something to look at.
    [Theory]
    [InlineData("src/CodeAssist.Analyzers", 0)]
    [InlineData("src/CodeAssist.Analyzers", 1)]
    [InlineData("src/CodeAssist.Repair", 0)]
    [InlineData("src/CodeAssist.Repair", 1)]
    public async Task No_rule_throws_over_broken_code(string project, int parity)
    {
        var random = new Random(Seed + parity);
        var sources = OwnSource.Of(project).ToList();
        var broken = sources.Where((_, index) => index % 2 == parity).Select(source => source.FilePath).ToHashSet();
        Assert.True(broken.Count >= 40, $"only {broken.Count} files");
        var compilation = CSharpCompilation.Create(
            "Broken",
            sources.Select(source => broken.Contains(source.FilePath)
                ? RuleRun.Parse(BrokenSource.Of(source.ToString(), random), source.FilePath)
                : source),
            [.. Net100.References.All, .. OwnSource.Roslyn],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
                .WithSpecificDiagnosticOptions(BuiltRule.All.Select(rule => KeyValuePair.Create(rule.Id, ReportDiagnostic.Warn))));
        var errors = compilation.GetDiagnostics().Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.True(errors > broken.Count, $"{errors} errors in {broken.Count} broken files");

        var thrown = new ConcurrentBag<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            (exception, analyzer, _) => thrown.Add($"{analyzer.GetType().Name}: {exception}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        await compilation.WithAnalyzers([.. BuiltRule.All.Select(rule => rule.Analyzer)], options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(thrown);
    }
}
