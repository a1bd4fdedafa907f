using System.CommandLine;
using CodeAssist.Cli.Output;
using CodeAssist.Cli.Reporting;
using CodeAssist.Eval;
using CodeAssist.Eval.Runs;

namespace CodeAssist.Cli.Commands;

/// <summary><c>codeassist eval report</c>: one page of the results of several runs, models side by side.</summary>
internal sealed class EvalReportCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string[]> _results = EvalResults.Argument();
    private readonly Option<string> _report = new("--report") { Description = Texts.Get("EvalReportFileHelp"), HelpName = "FILE.html", Required = true };

    public EvalReportCommand(Terminal terminal)
        : base("report", Texts.Get("EvalReportHelp"))
    {
        _terminal = terminal;
        Add(_results);
        Add(_report);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        var path = arguments.GetRequiredValue(_report);
        ReportFile.ThrowIfNowhere(path);
        ReportFile.Write(path, EvalReport.Page(EvalResults.Read(arguments.GetRequiredValue(_results))));
        _terminal.Note(Texts.Get("ReportWritten", path));
        return ExitCode.Done;
    }
}

/// <summary>The results that <c>eval</c> has written, as an argument.</summary>
internal static class EvalResults
{
    public static Argument<string[]> Argument() => new("results") { Description = Texts.Get("EvalResultsHelp"), HelpName = "RESULTS.jsonl", Arity = ArgumentArity.OneOrMore };

    public static IReadOnlyList<EvalResult> Read(IEnumerable<string> paths)
    {
        try
        {
            return [.. paths.Select(ResultsFile.Read)];
        }
        catch (EvalDataException exception)
        {
            throw ToolException.Input("Plain", exception.Message);
        }
    }
}
