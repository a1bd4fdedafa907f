using System.CommandLine;
using CodeAssist.Cli.Output;
using CodeAssist.Cli.Reporting;
using CodeAssist.Eval.Training;

namespace CodeAssist.Cli.Commands;

/// <summary><c>codeassist eval export</c>: accepted, checked fixes as examples to train a model on.</summary>
internal sealed class EvalExportCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string[]> _results = EvalResults.Argument();
    private readonly Option<string> _format = new("--format") { Description = Texts.Get("EvalExportFormatHelp"), DefaultValueFactory = _ => "chatml" };
    private readonly Option<string> _out = new("--out") { Description = Texts.Get("EvalExportOutHelp"), HelpName = "FILE", Required = true };

    public EvalExportCommand(Terminal terminal)
        : base("export", Texts.Get("EvalExportHelp"))
    {
        _terminal = terminal;
        Add(_results);
        Add(_format);
        _format.AcceptOnlyFromAmong("chatml");
        Add(_out);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        var path = arguments.GetRequiredValue(_out);
        ReportFile.ThrowIfNowhere(path);
        var correct = EvalResults.Read(arguments.GetRequiredValue(_results)).SelectMany(result => result.Attempts).Where(attempt => attempt.Correct).ToList();
        var bytes = ChatmlFile.Bytes(correct.Select(attempt => attempt.Training).OfType<IReadOnlyList<TrainingMessage>>(), out var count);
        if (count == 0)
            throw ToolException.Input("EvalExportEmpty", correct.Count);
        ReportFile.Write(path, bytes);
        _terminal.Note(Texts.Get("EvalExported", count, correct.Count, path));
        return ExitCode.Done;
    }
}
