using System.CommandLine;
using System.Text.Json;
using CodeAssist.Cli.Diagnosing;
using CodeAssist.Cli.Loading;
using CodeAssist.Cli.Output;
using CodeAssist.Cli.Repairing;
using CodeAssist.Cli.Reporting;
using CodeAssist.Models.Configuration;
using CodeAssist.Repair;
using CodeAssist.Repair.Gate;

namespace CodeAssist.Cli.Commands;

/// <summary><c>codeassist fix</c>: finds, proposes, checks; shows the checked edits, or writes them.</summary>
internal sealed class FixCommand : Command
{
    private const int MostRounds = 2;
    private const int MostCandidates = 8;

    private readonly Terminal _terminal;
    private readonly Argument<string> _path = CommonOptions.Path();
    private readonly Option<bool> _apply = new("--apply") { Description = Texts.Get("ApplyHelp") };
    private readonly Option<string?> _patch = new("--patch") { Description = Texts.Get("PatchHelp"), HelpName = "FILE" };
    private readonly Option<string[]> _diagnostics = CommonOptions.Diagnostics();
    private readonly Option<string?> _model = CommonOptions.Model();
    private readonly Option<int> _candidates = new("--candidates") { Description = Texts.Get("CandidatesHelp"), HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<int> _rounds = new("--rounds") { Description = Texts.Get("RoundsHelp"), HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> _evidence = new("--evidence") { Description = Texts.Get("EvidenceHelp"), HelpName = "FILE" };
    private readonly Option<string?> _report = new("--report") { Description = Texts.Get("FixReportHelp"), HelpName = "FILE.html" };
    private readonly Option<string> _format = CommonOptions.Format();
    private readonly Option<bool> _noRestore = CommonOptions.NoRestore();

    public FixCommand(Terminal terminal)
        : base("fix", Texts.Get("FixHelp"))
    {
        _terminal = terminal;
        Add(_path);
        Add(_apply);
        Add(_patch);
        Add(_diagnostics);
        Add(_model);
        Add(_candidates);
        Add(_rounds);
        Add(_evidence);
        Add(_report);
        Add(_format);
        Add(_noRestore);
        _rounds.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, out var rounds) || rounds is < 0 or > MostRounds))
                result.AddError(Texts.Get("RoundsRange", MostRounds));
        });
        _candidates.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, out var candidates) || candidates is < 1 or > MostCandidates))
                result.AddError(Texts.Get("CandidatesRange", MostCandidates));
        });
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        // First of all: keys leave the environment before any project is loaded.
        var configuration = UserConfiguration.Load();
        using var proposer = ChosenProposer.Of(
            arguments.GetValue(_model), arguments.GetValue(_rounds), arguments.GetValue(_candidates), configuration, arguments.GetRequiredValue(_path));
        var evidence = EvidenceLogs.Of(arguments.GetValue(_evidence), proposer.Evidence);
        ReportFile.ThrowIfNowhere(arguments.GetValue(_patch));
        ReportFile.ThrowIfNowhere(arguments.GetValue(_report));
        var ids = arguments.GetValue(_diagnostics)!;
        using var input = await new InputLoader(_terminal).LoadAsync(
            arguments.GetRequiredValue(_path), new LoadOptions(!arguments.GetValue(_noRestore), ids), cancellation).ConfigureAwait(false);
        var collector = new DiagnosticCollector(DiagnosticFilter.Of(ids));
        var found = await _terminal.Progress.RunAsync(
            Texts.Get("Analyzing"), report => collector.CollectAsync(input.Solution, report, cancellation)).ConfigureAwait(false);
        Breakdowns.Write(_terminal, found);

        var results = new List<FindingResult>(found.Diagnostics.Length);
        var gate = new RepairGate();
        var session = new RepairSession(
            new RepairEngine([proposer.Proposer], gate, evidence), gate, collector, arguments.GetValue(_apply) ? new FileWriter() : null);
        try
        {
            var files = await _terminal.Progress.RunAsync(Texts.Get("Repairing"), report => session.RunAsync(
                input.Solution,
                found.Diagnostics,
                result =>
                {
                    results.Add(result);
                    report(results.Count, found.Diagnostics.Length);
                },
                cancellation)).ConfigureAwait(false);
            if (arguments.GetValue(_patch) is { } patch)
                PatchFile.Write(patch, files, input.Folder, _terminal.Note);
        }
        finally
        {
            // Interrupted or not: what was found out so far is not lost.
            await WriteAsync(arguments, results, found).ConfigureAwait(false);
            if (arguments.GetValue(_report) is { } report)
                ReportFile.Write(report, FixReport.Page(results));
        }

        if (evidence.Problem is { } problem)
            _terminal.Note(Texts.Get("EvidenceIncomplete", problem));
        var remaining = arguments.GetValue(_apply) ? results.Any(result => result.Outcome != FindingOutcome.Applied) : results.Count > 0;
        return remaining || !found.Breakdowns.IsEmpty ? ExitCode.Findings : ExitCode.Done;
    }

    private async Task WriteAsync(ParseResult arguments, List<FindingResult> results, DiagnosticReport found)
    {
        if (arguments.GetValue(_format) == "json")
        {
            _terminal.Output.WriteLine(JsonSerializer.Serialize(FixJson.Of(results), Json.Indented));
            return;
        }

        foreach (var result in results)
        {
            await FixText.WriteAsync(_terminal.Output, _terminal.Paint, result, CancellationToken.None).ConfigureAwait(false);
            _terminal.Output.WriteLine();
        }

        var offered = results.Count(result => result.Outcome == FindingOutcome.Offered);
        _terminal.Output.WriteLine(Texts.Get(
            "FixSummary",
            Texts.Count("Findings", found.Diagnostics.Length), Texts.Count("Files", found.Files),
            offered, results.Count(result => result.Outcome == FindingOutcome.Applied),
            results.Count(result => result.Outcome == FindingOutcome.Abstained), results.Count(result => result.Outcome == FindingOutcome.Failed)));
        if (offered > 0)
            _terminal.Output.WriteLine(Texts.Get("DryRun"));
    }
}
