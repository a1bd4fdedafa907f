using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using CodeAssist.Cli.Connecting;
using CodeAssist.Cli.Evaluating;
using CodeAssist.Cli.Output;
using CodeAssist.Cli.Reporting;
using CodeAssist.Eval;
using CodeAssist.Eval.Answers;
using CodeAssist.Eval.Execution;
using CodeAssist.Eval.Runs;
using CodeAssist.Eval.Suites;
using CodeAssist.Eval.Suites.HumanEval;
using CodeAssist.Eval.Suites.MdEval;
using CodeAssist.Models;
using CodeAssist.Models.Configuration;

namespace CodeAssist.Cli.Commands;

/// <summary><c>codeassist eval</c>: measures what a model can do, by running what it writes.</summary>
internal sealed class EvalCommand : Command
{
    private const string HumanEval = "humaneval-cs";
    private const string MdEval = "mdeval-cs";
    private const string Repair = "repair";
    private const string Project = "project";
    private const int MostSamples = 1000;
    private const int MostRounds = 2;

    private readonly Terminal _terminal;
    private readonly Argument<string> _suite = new("suite") { Description = Texts.Get("EvalSuiteHelp") };
    private readonly Option<string> _data = new("--data") { Description = Texts.Get("EvalDataHelp"), HelpName = "FILE", Required = true };
    private readonly Option<string?> _model = new("--model") { Description = Texts.Get("EvalModelHelp"), HelpName = "NAME" };
    private readonly Option<string?> _fromOutputs = new("--from-outputs") { Description = Texts.Get("EvalFromOutputsHelp"), HelpName = "FILE" };
    private readonly Option<string?> _solutions = new("--solutions") { Description = Texts.Get("EvalSolutionsHelp"), HelpName = "FILE" };
    private readonly Option<int> _samples = new("--samples") { Description = Texts.Get("EvalSamplesHelp"), HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<int> _rounds = new("--rounds") { Description = Texts.Get("EvalRoundsHelp"), HelpName = "N", DefaultValueFactory = _ => 0 };
    private readonly Option<int> _jobs = new("--jobs") { Description = Texts.Get("EvalJobsHelp"), HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<string?> _out = new("--out") { Description = Texts.Get("EvalOutHelp"), HelpName = "RESULTS.jsonl" };
    private readonly Option<bool> _keepText = new("--keep-text") { Description = Texts.Get("EvalKeepTextHelp") };
    private readonly Option<string?> _report = new("--report") { Description = Texts.Get("EvalReportFileHelp"), HelpName = "FILE.html" };
    private readonly Option<bool> _allowUnconfined = new("--allow-unconfined") { Description = Texts.Get("AllowUnconfinedHelp") };
    private readonly Option<string> _format = CommonOptions.Format();

    public EvalCommand(Terminal terminal)
        : base("eval", Texts.Get("EvalHelp"))
    {
        _terminal = terminal;
        Add(new EvalReportCommand(terminal));
        Add(new EvalExportCommand(terminal));
        Add(_suite);
        _suite.AcceptOnlyFromAmong(HumanEval, MdEval, Repair, Project);
        Option[] options = [_data, _model, _fromOutputs, _solutions, _samples, _rounds, _jobs, _out, _keepText, _report, _allowUnconfined, _format];
        foreach (var option in options)
            Add(option);
        CommonOptions.Between(_samples, 1, MostSamples);
        CommonOptions.Between(_rounds, 0, MostRounds);
        CommonOptions.Between(_jobs, 1, 256);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        // First of all: keys leave the environment before any other process starts.
        var configuration = UserConfiguration.Load();
        try
        {
            return await MeasureAsync(arguments, configuration, cancellation).ConfigureAwait(false);
        }
        catch (EvalDataException exception)
        {
            throw ToolException.Input("Plain", exception.Message);
        }
        catch (ConfinementException exception)
        {
            throw ToolException.Usage("Plain", exception.Message);
        }
    }

    private async Task<int> MeasureAsync(ParseResult arguments, UserConfiguration configuration, CancellationToken cancellation)
    {
        var suiteName = arguments.GetRequiredValue(_suite);
        var rounds = arguments.GetValue(_rounds);
        if (suiteName == HumanEval && rounds > 0)
            throw ToolException.Usage("EvalNoRounds", suiteName);
        var repairs = suiteName is Repair or Project;
        if (repairs && arguments.GetValue(_fromOutputs) is not null)
            throw ToolException.Usage("EvalOutputsOnlyHumanEval", suiteName);
        if (suiteName != HumanEval && arguments.GetValue(_solutions) is not null)
            throw ToolException.Usage("EvalSolutionsOnlyHumanEval", suiteName);
        if (arguments.GetValue(_keepText) && (!repairs || arguments.GetValue(_out) is null))
            throw ToolException.Usage("EvalKeepTextWhere");
        ReportFile.ThrowIfNowhere(arguments.GetValue(_report));
        var (answers, client) = repairs ? (null, null) : AnswersOf(arguments, configuration, suiteName);
        using var asked = client;
        var model = answers?.Name ?? arguments.GetValue(_model) ?? throw ToolException.Usage("EvalModelMissing");
        var jobs = arguments.GetValue(_jobs);
        using var confinement = await Confinement.CreateAsync(arguments.GetValue(_allowUnconfined), cancellation).ConfigureAwait(false);
        if (confinement.Missing is { } missing)
            _terminal.Note(Texts.Get("EvalUnconfined", missing));
        var data = arguments.GetRequiredValue(_data);
        using var project = suiteName == Project ? await ProjectMeasurement.OpenAsync(data, model, jobs, configuration, confinement, _terminal, cancellation).ConfigureAwait(false) : null;
        await using var runner = project is null ? new SandboxRunner(confinement, jobs) : null;
        var judge = new ProgramJudge(runner!, RunLimits.Default);
        using var repair = answers is null ? RepairMeasurement.Of(data, project?.Trial ?? RepairMeasurement.TrialOf(runner!), model, rounds, configuration, arguments.GetValue(_keepText)) : null;
        ISuite suite = repair?.Suite ?? (suiteName == MdEval ? new MdEvalSuite(data, answers!, judge, rounds) : new HumanEvalSuite(data, answers!, judge, arguments.GetValue(_solutions)));

        var watch = Stopwatch.StartNew();
        var content = await suite.LoadAsync(cancellation).ConfigureAwait(false);
        var samples = answers is WrittenAnswers written && arguments.GetResult(_samples)!.Implicit ? Math.Max(written.Samples, 1) : arguments.GetValue(_samples);
        var scope = new RunScope(content.Tasks.Length, samples, content.Excluded);
        var name = model + (rounds > 0 ? $"+{rounds}" : string.Empty);
        using var results = ResultsFile.Open(arguments.GetValue(_out), suite.Name, name);
        results.Add(scope);
        var attempts = await _terminal.Progress.RunAsync(
            Texts.Get("EvalMeasuring", suite.Name, model),
            progress => new EvalRun(suite, samples, jobs).RunAsync(content, results, progress, cancellation)).ConfigureAwait(false);
        var summary = EvalSummary.Of(attempts);

        if (arguments.GetValue(_format) == "json")
            _terminal.Output.WriteLine(JsonSerializer.Serialize(
                EvalJson.Of(suite.Name, model, content, samples, summary, watch.ElapsedMilliseconds), Json.Indented));
        else
            EvalText.Write(_terminal.Output, suite.Name, model, content, samples, summary, attempts);
        if (arguments.GetValue(_report) is { } report)
            ReportFile.Write(report, EvalReport.Page([new EvalResult(suite.Name, name, scope, attempts)]));
        // Askings that failed are in no rate: what was asked for is not done.
        return summary.Failed > 0 ? ExitCode.Findings : ExitCode.Done;
    }

    private (IAnswerSource? Answers, IDisposable? Client) AnswersOf(ParseResult arguments, UserConfiguration configuration, string suite)
    {
        var model = arguments.GetValue(_model);
        if (arguments.GetValue(_fromOutputs) is { } file)
        {
            return suite == HumanEval
                ? (WrittenAnswers.Read(file, model ?? Path.GetFileName(file)), null)
                : throw ToolException.Usage("EvalOutputsOnlyHumanEval", suite);
        }

        if (model is null)
            throw ToolException.Usage("EvalModelMissing");
        if (Baseline.Of(model) is { } baseline)
            return (baseline, null);
        var client = ModelClientFactory.Create(configuration.ResolveProfile(model), ModelClients.Options);
        return (new ModelAnswers(client), client);
    }
}
