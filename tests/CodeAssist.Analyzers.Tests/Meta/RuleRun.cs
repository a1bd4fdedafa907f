using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Analyzers.Tests.Meta;

/// <summary>Compiles sources and runs every built rule over them, all of them switched on.</summary>
internal static class RuleRun
{
    /// <summary>What the rules report; the sources must compile.</summary>
    public static async Task<ImmutableArray<Diagnostic>> OverAsync(IEnumerable<SyntaxTree> trees, IEnumerable<MetadataReference>? references = null)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
            .WithSpecificDiagnosticOptions(BuiltRule.All.Select(rule => KeyValuePair.Create(rule.Id, ReportDiagnostic.Warn)));
        var compilation = CSharpCompilation.Create("Code", trees, [.. Net100.References.All, .. references ?? []], options);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return await compilation.WithAnalyzers([.. BuiltRule.All.Select(rule => rule.Analyzer)]).GetAnalyzerDiagnosticsAsync();
    }

    /// <summary>A parsed source.</summary>
    public static SyntaxTree Parse(string source, string path = "Code.cs") =>
        CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest), path);
}
