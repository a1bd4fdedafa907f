using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using CodeAssist.Cli.Diagnosing;
using CodeAssist.Cli.Loading;
using CodeAssist.Cli.Output;
using CodeAssist.Models.Configuration;

namespace CodeAssist.Cli.Commands;

/// <summary><c>codeassist analyze</c>: reports diagnostics.</summary>
internal sealed class AnalyzeCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _path = CommonOptions.Path();
    private readonly Option<string[]> _diagnostics = CommonOptions.Diagnostics();
    private readonly Option<string?> _severity = CommonOptions.Severity();
    private readonly Option<string> _format = CommonOptions.Format();
    private readonly Option<bool> _noRestore = CommonOptions.NoRestore();

    public AnalyzeCommand(Terminal terminal)
        : base("analyze", Texts.Get("AnalyzeHelp"))
    {
        _terminal = terminal;
        Add(_path);
        Add(_diagnostics);
        Add(_severity);
        Add(_format);
        Add(_noRestore);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        UserConfiguration.Load();
        var ids = arguments.GetValue(_diagnostics)!;
        var severity = arguments.GetValue(_severity) is { } name ? Severities.Parse(name) : (Microsoft.CodeAnalysis.DiagnosticSeverity?)null;
        using var input = await new InputLoader(_terminal).LoadAsync(
            arguments.GetRequiredValue(_path), new LoadOptions(!arguments.GetValue(_noRestore), ids), cancellation).ConfigureAwait(false);
        var collector = new DiagnosticCollector(DiagnosticFilter.Of(ids, severity));
        var found = await _terminal.Progress.RunAsync(
            Texts.Get("Analyzing"), report => collector.CollectAsync(input.Solution, report, cancellation)).ConfigureAwait(false);
        Breakdowns.Write(_terminal, found);
        if (arguments.GetValue(_format) == "json")
            _terminal.Output.WriteLine(JsonSerializer.Serialize(AnalyzeJson.Of(found, clock.Elapsed), Json.Indented));
        else
            await WriteTextAsync(found, clock.Elapsed, cancellation).ConfigureAwait(false);
        return found.Diagnostics.IsEmpty && found.Breakdowns.IsEmpty ? ExitCode.Done : ExitCode.Findings;
    }

    private async Task WriteTextAsync(DiagnosticReport found, TimeSpan elapsed, CancellationToken cancellation)
    {
        foreach (var finding in found.Diagnostics)
        {
            await FindingText.WriteAsync(_terminal.Output, _terminal.Paint, finding, cancellation).ConfigureAwait(false);
            _terminal.Output.WriteLine();
        }

        _terminal.Output.WriteLine(Texts.Get(
            "AnalyzeSummary",
            Texts.Count("Findings", found.Diagnostics.Length), Texts.Count("Files", found.Files), Texts.Count("Projects", found.Projects),
            Texts.Count("Rules", found.Rules), elapsed.TotalSeconds));
    }
}
