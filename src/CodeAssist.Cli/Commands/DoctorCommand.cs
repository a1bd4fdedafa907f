using System.CommandLine;
using System.Text.Json;
using CodeAssist.Cli.Doctor;
using CodeAssist.Cli.Output;

namespace CodeAssist.Cli.Commands;

/// <summary><c>codeassist doctor</c>: looks whether everything is in place, and says what to do where it is not.</summary>
internal sealed class DoctorCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Option<string?> _model = new("--model") { Description = Texts.Get("DoctorModelHelp"), HelpName = "NAME" };
    private readonly Option<string> _format = CommonOptions.Format();

    public DoctorCommand(Terminal terminal)
        : base("doctor", Texts.Get("DoctorHelp"))
    {
        _terminal = terminal;
        Add(_model);
        Add(_format);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var examination = await _terminal.Progress.RunAsync(
            Texts.Get("Looking"), _ => Examination.RunAsync(arguments.GetValue(_model), cancellation)).ConfigureAwait(false);
        if (arguments.GetValue(_format) == "json")
            _terminal.Output.WriteLine(JsonSerializer.Serialize(examination, Json.Indented));
        else
            ExaminationText.Write(_terminal, examination);
        return examination.Findings.Any(finding => finding.Status == FindingStatus.Fail) ? ExitCode.Findings : ExitCode.Done;
    }
}
