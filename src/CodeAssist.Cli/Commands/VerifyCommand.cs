using System.CommandLine;
using System.Text.Json;
using CodeAssist.Cli.Diagnosing;
using CodeAssist.Cli.Loading;
using CodeAssist.Cli.Output;
using CodeAssist.Cli.Repairing;
using CodeAssist.Models.Configuration;
using CodeAssist.Repair;
using CodeAssist.Repair.Gate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Cli.Commands;

/// <summary><c>codeassist verify</c>: judges somebody else's edit.</summary>
internal sealed class VerifyCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _path = CommonOptions.Path();
    private readonly Option<string?> _file = new("--file") { Description = Texts.Get("VerifyFileHelp"), HelpName = "F" };
    private readonly Option<string?> _edit = new("--edit") { Description = Texts.Get("VerifyEditHelp"), HelpName = "E" };
    private readonly Option<string?> _diff = new("--diff") { Description = Texts.Get("VerifyDiffHelp"), HelpName = "FILE" };
    private readonly Option<string?> _diagnostic = CommonOptions.Diagnostic();
    private readonly Option<int?> _line = CommonOptions.Line();
    private readonly Option<string> _format = CommonOptions.Format();
    private readonly Option<bool> _noRestore = CommonOptions.NoRestore();

    public VerifyCommand(Terminal terminal)
        : base("verify", Texts.Get("VerifyHelp"))
    {
        _terminal = terminal;
        Add(_path);
        Add(_file);
        Add(_edit);
        Add(_diff);
        Add(_diagnostic);
        Add(_line);
        Add(_format);
        Add(_noRestore);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        UserConfiguration.Load();
        var (id, line) = (arguments.GetValue(_diagnostic), arguments.GetValue(_line));
        if (id is null != line is null)
            throw ToolException.Usage("DiagnosticAndLine");
        var (file, editPath, diffPath) = (arguments.GetValue(_file), arguments.GetValue(_edit), arguments.GetValue(_diff));
        if (diffPath is null ? file is null || editPath is null : file is not null || editPath is not null)
            throw ToolException.Usage("FileAndEditOrDiff");
        var edit = editPath is null ? null : Read(editPath);
        var diff = diffPath is null ? null : DiffReader.Read(await DiffAsync(diffPath, cancellation).ConfigureAwait(false));
        using var input = await new InputLoader(_terminal).LoadAsync(
            arguments.GetRequiredValue(_path), new LoadOptions(!arguments.GetValue(_noRestore), id is null ? [] : [id]), cancellation).ConfigureAwait(false);
        var edited = diff is null
            ? new EditedDocument(DiagnosticPlace.DocumentOf(input, file), edit!.Text)
            : EditedDocument.Of(diff, input, _terminal.Note);
        var candidate = await EditAsync(edited.Document, edited.Text, id, line, cancellation).ConfigureAwait(false);
        var verdict = await _terminal.Progress.RunAsync(
            Texts.Get("Judging"), _ => new RepairGate().JudgeAsync(candidate, cancellation)).ConfigureAwait(false);
        if (arguments.GetValue(_format) == "json")
            _terminal.Output.WriteLine(JsonSerializer.Serialize(VerdictJson.Of(verdict, diff is null ? null : edited.Document.FilePath), Json.Indented));
        else
            WriteText(verdict, diff is null ? null : edited.Document.FilePath);
        return verdict.Accepted ? ExitCode.Done : ExitCode.Findings;
    }

    private void WriteText(Verdict verdict, string? file)
    {
        if (file is not null)
            _terminal.Output.WriteLine(Texts.Get(verdict.Member is null ? "DiffTouchesFile" : "DiffTouchesMember", file, verdict.Member));
        VerdictText.Write(_terminal.Output, _terminal.Paint, verdict);
    }

    private async Task<string> DiffAsync(string path, CancellationToken cancellation) =>
        path == "-" ? await _terminal.Input.ReadToEndAsync(cancellation).ConfigureAwait(false) : Read(path).Text.ToString();

    private static async Task<CandidateEdit> EditAsync(Document document, SourceText edited, string? id, int? line, CancellationToken cancellation)
    {
        // What lies on the disk now, against what was loaded: `stale` compares them.
        var edit = new CandidateEdit(document, edited) { RequestedText = Read(document.FilePath!).Text };
        if (id is null || line is null)
            return edit;
        var target = await DiagnosticPlace.FindAsync(document, id, line.Value, cancellation).ConfigureAwait(false);
        var request = await RepairRequest.CreateAsync(document, target, cancellation).ConfigureAwait(false);
        return edit with { Target = target, Region = request?.Region };
    }

    private static FileText Read(string path)
    {
        try
        {
            return FileText.Read(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw ToolException.Input("PathMissing", path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw ToolException.Input("LoadFailed", path, exception.Message);
        }
    }
}
