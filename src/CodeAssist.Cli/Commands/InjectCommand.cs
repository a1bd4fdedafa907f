using System.CommandLine;
using System.Text.Json;
using CodeAssist.Cli.Injecting;
using CodeAssist.Cli.Output;
using CodeAssist.Eval;
using CodeAssist.Eval.Execution;
using CodeAssist.Eval.Mutating;
using CodeAssist.Eval.Projects;
using CodeAssist.Models.Configuration;
using CodeAssist.Repair.Gate;

namespace CodeAssist.Cli.Commands;

/// <summary><c>codeassist inject</c>: plants known bugs in the user's own code and makes a suite of those that its tests notice.</summary>
internal sealed class InjectCommand : Command
{
    private const int MostBugs = 10_000;
    private const int MostMinutes = 24 * 60;

    private readonly Terminal _terminal;
    private readonly Argument<string> _path = CommonOptions.Path();
    private readonly Option<string> _out = new("--out") { Description = Texts.Get("InjectOutHelp"), HelpName = "DIR", Required = true };
    private readonly Option<int> _count = new("--count") { Description = Texts.Get("InjectCountHelp"), HelpName = "N", DefaultValueFactory = _ => 50 };
    private readonly Option<string[]> _operators = new("--operator") { Description = Texts.Get("InjectOperatorHelp"), HelpName = "NAME", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
    private readonly Option<int> _seed = new("--seed") { Description = Texts.Get("InjectSeedHelp"), HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<int> _jobs = new("--jobs") { Description = Texts.Get("InjectJobsHelp"), HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<int> _minutes = new("--budget-time") { Description = Texts.Get("InjectBudgetHelp"), HelpName = "MINUTES", DefaultValueFactory = _ => 30 };
    private readonly Option<bool> _allowUnconfined = new("--allow-unconfined") { Description = Texts.Get("AllowUnconfinedHelp") };
    private readonly Option<string> _format = CommonOptions.Format();

    public InjectCommand(Terminal terminal)
        : base("inject", Texts.Get("InjectHelp"))
    {
        _terminal = terminal;
        Add(_path);
        Option[] options = [_out, _count, _operators, _seed, _jobs, _minutes, _allowUnconfined, _format];
        foreach (var option in options)
            Add(option);
        _operators.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => !MutationOperators.Categories.ContainsKey(token.Value)) is { } unknown)
                result.AddError(Texts.Get("InjectOperatorUnknown", unknown.Value, string.Join(", ", MutationOperators.Categories.Keys)));
        });
        CommonOptions.Between(_count, 1, MostBugs);
        CommonOptions.Between(_seed, 0, int.MaxValue);
        CommonOptions.Between(_jobs, 1, 256);
        CommonOptions.Between(_minutes, 1, MostMinutes);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        // First of all: keys leave the environment before any project is built.
        UserConfiguration.Load();
        var folder = arguments.GetRequiredValue(_out);
        if (!ProjectSuiteFolder.MayBeWritten(folder))
            throw ToolException.Usage("InjectOutTaken", folder);
        try
        {
            return await InjectAsync(arguments, folder, cancellation).ConfigureAwait(false);
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

    private async Task<int> InjectAsync(ParseResult arguments, string folder, CancellationToken cancellation)
    {
        var path = arguments.GetRequiredValue(_path);
        var jobs = arguments.GetValue(_jobs);
        var seed = arguments.GetValue(_seed);
        using var confinement = await Confinement.CreateAsync(arguments.GetValue(_allowUnconfined), cancellation).ConfigureAwait(false);
        if (confinement.Missing is { } missing)
            _terminal.Note(Texts.Get("EvalUnconfined", missing));
        using var input = await TestedInput.OpenAsync(path, jobs, confinement, _terminal, cancellation).ConfigureAwait(false);
        var named = arguments.GetValue(_operators)!;
        var options = new InjectOptions(
            arguments.GetValue(_count), (named.Length > 0 ? named : MutationOperators.Categories.Keys).ToHashSet(StringComparer.Ordinal), seed, jobs, TimeSpan.FromMinutes(arguments.GetValue(_minutes)));
        var result = await _terminal.Progress.RunAsync(
            Texts.Get("Injecting"), report => new Injector(input.Solution, new RepairGate(), options).RunAsync(report, cancellation)).ConfigureAwait(false);
        if (!result.Cases.IsEmpty)
            ProjectSuiteFolder.Write(folder, path, seed, result.Cases);
        if (arguments.GetValue(_format) == "json")
            _terminal.Output.WriteLine(JsonSerializer.Serialize(InjectJson.Of(folder, seed, input.Solution, result), Json.Indented));
        else
            InjectText.Write(_terminal.Output, folder, input.Solution, result);
        return result.Cases.IsEmpty ? ExitCode.Findings : ExitCode.Done;
    }
}
