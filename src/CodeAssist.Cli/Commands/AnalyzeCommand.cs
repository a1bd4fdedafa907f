using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using CodeAssist.Cli.Baselines;
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
    private readonly Option<string> _format = CommonOptions.LogFormat();
    private readonly Option<string?> _baseline = new("--baseline") { Description = Texts.Get("BaselineHelp"), HelpName = "FILE" };
    private readonly Option<bool> _update = new("--update-baseline") { Description = Texts.Get("UpdateBaselineHelp") };
    private readonly Option<bool> _noRestore = CommonOptions.NoRestore();

    public AnalyzeCommand(Terminal terminal)
        : base("analyze", Texts.Get("AnalyzeHelp"))
    {
        _terminal = terminal;
        Add(_path);
        Add(_diagnostics);
        Add(_severity);
        Add(_format);
        Add(_baseline);
        Add(_update);
        Add(_noRestore);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        UserConfiguration.Load();
        var ids = arguments.GetValue(_diagnostics)!;
        var severity = arguments.GetValue(_severity) is { } name ? Severities.Parse(name) : (Microsoft.CodeAnalysis.DiagnosticSeverity?)null;
        var document = Baseline(arguments);
        var update = arguments.GetValue(_update);
        // Read before the work: a command that fails on it should not take a minute first.
        var named = document is null || update ? null : document.ReadBaseline();

        using var input = await new InputLoader(_terminal).LoadAsync(
            arguments.GetRequiredValue(_path), new LoadOptions(!arguments.GetValue(_noRestore), ids), cancellation).ConfigureAwait(false);
        var filter = DiagnosticFilter.Of(ids, severity);
        var (solution, ofProjects) = ProjectBaselines.TakeOutOf(input.Solution);
        var found = await _terminal.Progress.RunAsync(
            Texts.Get("Analyzing"), report => new DiagnosticCollector(filter).CollectAsync(solution, report, cancellation)).ConfigureAwait(false);
        Breakdowns.Write(_terminal, found);
        if (update)
        {
            var lines = BaselineUpdate.Write(document!, found, solution, filter, cancellation);
            _terminal.Note(Texts.Get("BaselineWritten", Texts.Count("Findings", lines), Paths.Display(document!.FullPath)));
            named = document.ReadBaseline();
        }

        var known = new KnownFindings(ofProjects, named);
        found = known.SetApart(found, cancellation);
        var exitCode = found.Diagnostics.IsEmpty && found.Breakdowns.IsEmpty ? ExitCode.Done : ExitCode.Findings;
        await WriteAsync(arguments, found, known.Any, exitCode, input.Folder, clock, cancellation).ConfigureAwait(false);
        return exitCode;
    }

    private BaselineDocument? Baseline(ParseResult arguments)
    {
        if (arguments.GetValue(_baseline) is { Length: > 0 } path)
            return new BaselineDocument(path);
        return arguments.GetValue(_update) || arguments.GetValue(_baseline) is not null ? throw ToolException.Usage("BaselineNameless") : null;
    }

    private async Task WriteAsync(
        ParseResult arguments, DiagnosticReport found, bool compared, int exitCode, string folder, Stopwatch clock, CancellationToken cancellation)
    {
        switch (arguments.GetValue(_format))
        {
            case "json":
                _terminal.Output.WriteLine(JsonSerializer.Serialize(AnalyzeJson.Of(found, clock.Elapsed), Json.Indented));
                break;
            case "sarif":
                var log = new SarifReport(RepositoryRoot.Of(folder) ?? folder, cancellation).Of(found, compared, exitCode);
                _terminal.Output.WriteLine(JsonSerializer.Serialize(log, Json.Sparse));
                break;
            default:
                await WriteTextAsync(found, clock.Elapsed, cancellation).ConfigureAwait(false);
                break;
        }
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
        if (found.Known.Length > 0)
            _terminal.Output.WriteLine(Texts.Get("KnownSummary", Texts.Count("Findings", found.Known.Length)));
    }
}
