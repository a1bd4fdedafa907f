using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using CodeAssist.Analyzers.Correctness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Analyzers.Tests.Baselines;

/// <summary>A project in memory: one rule, the suppressor, the compiler, and baselines among its additional files.</summary>
internal sealed class BaselineRun
{
    private readonly List<SyntaxTree> _trees = [];
    private readonly List<AdditionalText> _files = [];
    private readonly Dictionary<string, string> _global = [];
    private readonly HashSet<string> _marked = [];

    public BaselineRun(string projectFolder = "/repo/src/App/") => _global["build_property.ProjectDir"] = projectFolder;

    public BaselineRun Source(string path, string text)
    {
        _trees.Add(CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest), path));
        return this;
    }

    public BaselineRun Baseline(string path, string text, bool marked = false)
    {
        _files.Add(new Text(path, text));
        if (marked)
            _marked.Add(path);
        return this;
    }

    /// <summary>What a user sees: IDs and lines.</summary>
    public async Task<IReadOnlyList<string>> ReportedAsync() =>
        [.. (await DiagnosticsAsync()).Select(one => $"{one.Id}:{one.Location.GetLineSpan().StartLinePosition.Line + 1}").Order(StringComparer.Ordinal)];

    /// <summary>What a user sees.</summary>
    public async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync()
    {
        var compilation = CSharpCompilation.Create(
            "App", _trees, Net100.References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var driver = compilation.WithAnalyzers(
            [new IdenticalOperandsAnalyzer(), new Analyzers.Baselines.BaselineSuppressor()],
            new CompilationWithAnalyzersOptions(new AnalyzerOptions([.. _files], new Options(_global, _marked)), null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        return [.. (await driver.GetAllDiagnosticsAsync()).Where(one => !one.IsSuppressed && one.Severity >= DiagnosticSeverity.Info)];
    }

    private sealed class Text(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class Options(Dictionary<string, string> global, HashSet<string> marked) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(global);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            new Values(marked.Contains(textFile.Path) ? new() { ["build_metadata.AdditionalFiles.CodeAssistBaseline"] = "true" } : []);
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
