using System.CommandLine;
using CodeAssist.Analyzers.Baselines;
using CodeAssist.Cli.Baselines;
using CodeAssist.Cli.Loading;
using CodeAssist.Cli.Output;

namespace CodeAssist.Cli.Commands;

/// <summary><c>codeassist baseline</c>: takes the findings of a log into a baseline.</summary>
internal sealed class BaselineCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Option<string> _log = new("--from-sarif") { Description = Texts.Get("FromSarifHelp"), HelpName = "FILE", Required = true };
    private readonly Option<string> _output = new("--output") { Description = Texts.Get("BaselineOutputHelp"), HelpName = "FILE", DefaultValueFactory = _ => Baseline.FileName };

    public BaselineCommand(Terminal terminal)
        : base("baseline", Texts.Get("BaselineCommandHelp"))
    {
        _terminal = terminal;
        Add(_log);
        Add(_output);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        var log = arguments.GetRequiredValue(_log);
        var output = arguments.GetRequiredValue(_output);
        var document = new BaselineDocument(output);
        var old = document.Exists ? document.Read() : [];
        var findings = SarifReader.Read(log);
        var silenceable = findings.Where(finding => !finding.IsError && (OwnAnalyzers.Ids.Contains(finding.Id) || ForeignDiagnostics.Ids.Contains(finding.Id))).ToList();
        var sources = new LoggedSources();
        var entries = silenceable.Select(finding => Entry(finding, document, sources)).OfType<BaselineEntry>().ToList();
        document.Write([.. old, .. entries]);

        NoteNotSilenceable(findings.Except(silenceable));
        var lost = silenceable.Count - entries.Count;
        if (lost > 0)
            _terminal.Note(Texts.Get("BaselineNotFound", Texts.Count("Findings", lost)));
        _terminal.Output.WriteLine(Texts.Get("BaselineWritten", Texts.Count("Findings", old.Concat(entries).Distinct().Count()), Paths.Display(output)));
        return ExitCode.Done;
    }

    // Where the log has the fingerprint, the analyzer that computed it had the real project.
    private static BaselineEntry? Entry(LoggedFinding finding, BaselineDocument document, LoggedSources sources)
    {
        if (finding.Path is not { } path)
            return null;
        var fingerprint = finding.Fingerprint ?? (OwnAnalyzers.Ids.Contains(finding.Id) ? null : sources.Fingerprint(finding, CancellationToken.None));
        return fingerprint is not null && BaselineEntry.TryParse(new BaselineEntry(fingerprint, finding.Id, document.Relative(path)).ToString(), out var entry) ? entry : null;
    }

    private void NoteNotSilenceable(IEnumerable<LoggedFinding> findings)
    {
        var ids = findings.GroupBy(finding => finding.Id).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} ({group.Count()})").ToList();
        if (ids.Count > 0)
            _terminal.Note(Texts.Get("BaselineNotSilenceable", string.Join(", ", ids)));
    }
}
