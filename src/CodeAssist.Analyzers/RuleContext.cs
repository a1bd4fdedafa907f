using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using CodeAssist.Analyzers.Baselines;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CodeAssist.Analyzers;

/// <summary>What a rule sees of one compilation, and the one way in which it reports.</summary>
public sealed class RuleContext
{
    // Their presence makes a project a test project, where some rules are broken on purpose.
    private static readonly string[] TestFrameworks =
        ["xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core"];

    // Every rule asks for some of the same few types.
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<string, INamedTypeSymbol?>> KnownTypes = new();

    private readonly CompilationStartAnalysisContext _start;
    private readonly DiagnosticDescriptor _descriptor;
    private readonly Lazy<bool> _isTestProject;
    private readonly Lazy<Baseline> _baseline;
    private readonly ConcurrentDictionary<string, INamedTypeSymbol?> _types;
    private readonly Func<string, INamedTypeSymbol?> _find;

    internal RuleContext(CompilationStartAnalysisContext start, DiagnosticDescriptor descriptor)
    {
        _start = start;
        _descriptor = descriptor;
        _types = KnownTypes.GetValue(start.Compilation, static _ => new(StringComparer.Ordinal));
        _find = Find;
        _isTestProject = new Lazy<bool>(FindTestFramework);
        _baseline = new Lazy<Baseline>(() => Baseline.Of(start.Options));
    }

    /// <summary>The compilation that is analysed.</summary>
    public Compilation Compilation => _start.Compilation;

    /// <summary>Whether the project says it is a test project, or references a test framework.</summary>
    public bool IsTestProject => _isTestProject.Value;

    /// <summary>The type with this metadata name, or null where the compilation does not know it.</summary>
    public INamedTypeSymbol? Type(string metadataName) => _types.GetOrAdd(metadataName, _find);

    private INamedTypeSymbol? Find(string metadataName)
    {
        // A type may stand in several references (a polyfill beside the framework's): one that code can name wins.
        var types = Compilation.GetTypesByMetadataName(metadataName);
        return types.FirstOrDefault(type => Compilation.IsSymbolAccessibleWithin(type, Compilation.Assembly)) ?? types.FirstOrDefault();
    }

    /// <summary>Runs an action for operations of some kinds.</summary>
    public void OnOperation(Action<OperationAnalysisContext> action, params OperationKind[] kinds) =>
        _start.RegisterOperationAction(action, kinds);

    /// <summary>Runs an action for each body (method, accessor, initialiser...) as a whole.</summary>
    public void OnOperationBlock(Action<OperationBlockAnalysisContext> action) =>
        _start.RegisterOperationBlockAction(action);

    /// <summary>Runs an action for syntax of some kinds.</summary>
    public void OnSyntax(Action<SyntaxNodeAnalysisContext> action, params SyntaxKind[] kinds) =>
        _start.RegisterSyntaxNodeAction(action, kinds);

    /// <summary>Runs an action for symbols of some kinds.</summary>
    public void OnSymbol(Action<SymbolAnalysisContext> action, params SymbolKind[] kinds) =>
        _start.RegisterSymbolAction(action, kinds);

    /// <summary>
    /// A whole-number option of the rule, <c>codeassist.CDA####.{name}</c>, from the file's editorconfig;
    /// <paramref name="otherwise"/> where it is not set or is no whole number.
    /// </summary>
    public int Option(SyntaxTree tree, string name, int otherwise) =>
        RawOption(tree, name) is { } text && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            ? value
            : otherwise;

    /// <summary>An option of the rule that is a list of names, separated by commas; empty where it is not set.</summary>
    public ImmutableArray<string> Option(SyntaxTree tree, string name) =>
        RawOption(tree, name) is { } text
            ? text.Split([','], StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim()).Where(part => part.Length > 0).ToImmutableArray()
            : ImmutableArray<string>.Empty;

    /// <summary>Reports the rule on an operation's syntax or a part of it.</summary>
    /// <param name="context">The action's context.</param>
    /// <param name="flagged">The smallest node that is wrong; the fingerprint is made from it.</param>
    /// <param name="messageArguments">The message's arguments.</param>
    public void Report(OperationAnalysisContext context, SyntaxNode flagged, params object?[] messageArguments) =>
        Report(context.ReportDiagnostic, context.ContainingSymbol, context.CancellationToken, new Finding(flagged) { Arguments = messageArguments });

    /// <summary>Reports the rule on an operation's syntax, with more than a node and a message.</summary>
    public void Report(OperationAnalysisContext context, Finding finding) =>
        Report(context.ReportDiagnostic, context.ContainingSymbol, context.CancellationToken, finding);

    /// <summary>Reports the rule inside a body.</summary>
    public void Report(OperationBlockAnalysisContext context, Finding finding) =>
        Report(context.ReportDiagnostic, context.OwningSymbol, context.CancellationToken, finding);

    /// <summary>Reports the rule on syntax.</summary>
    public void Report(SyntaxNodeAnalysisContext context, Finding finding) =>
        Report(context.ReportDiagnostic, context.ContainingSymbol, context.CancellationToken, finding);

    /// <summary>Reports the rule on a symbol's declaration.</summary>
    public void Report(SymbolAnalysisContext context, Finding finding) =>
        Report(context.ReportDiagnostic, context.Symbol, context.CancellationToken, finding);

    // Every report passes here, so that what holds for all rules (fingerprint, baseline) has one place.
    private void Report(Action<Diagnostic> report, ISymbol? container, CancellationToken cancellation, Finding finding)
    {
        var tree = finding.Flagged.SyntaxTree;
        var options = _start.Options.AnalyzerConfigOptionsProvider;
        options.GlobalOptions.TryGetValue("build_property.ProjectDir", out var projectFolder);
        var fingerprint = Fingerprint.Compute(_descriptor.Id, finding.Flagged, container, projectFolder, cancellation);
        if (_baseline.Value.Holds(_descriptor.Id, fingerprint, tree.FilePath))
            return;
        report(Diagnostic.Create(
            _descriptor,
            finding.Location ?? finding.Flagged.GetLocation(),
            finding.AdditionalLocations,
            finding.Properties.SetItem(DiagnosticProperties.Fingerprint, fingerprint),
            finding.Arguments));
    }

    private string? RawOption(SyntaxTree tree, string name) =>
        _start.Options.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue($"codeassist.{_descriptor.Id}.{name}", out var text) ? text : null;

    private bool FindTestFramework()
    {
        if (_start.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.IsTestProject", out var said)
            && string.Equals(said, "true", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return Compilation.ReferencedAssemblyNames.Any(
            name => TestFrameworks.Contains(name.Name, StringComparer.OrdinalIgnoreCase));
    }
}
