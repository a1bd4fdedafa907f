using System.CommandLine;
using System.Text.Json;
using CodeAssist.Cli.Connecting;
using CodeAssist.Cli.Output;
using CodeAssist.Models.Configuration;
using CodeAssist.Models.Discovery;

namespace CodeAssist.Cli.Commands;

/// <summary><c>codeassist model test</c>: lets a profile's model repair a small program of ours.</summary>
internal sealed class ModelTestCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _name = new("name") { Description = Texts.Get("ProfileHelp") };
    private readonly Option<string> _format = CommonOptions.Format();

    public ModelTestCommand(Terminal terminal)
        : base("test", Texts.Get("ModelTestHelp"))
    {
        _terminal = terminal;
        Add(_name);
        Add(_format);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var profile = UserConfiguration.Load().ResolveProfile(arguments.GetRequiredValue(_name));
        var trial = await new TrialRepair(_terminal).RunAsync(profile, cancellation).ConfigureAwait(false);
        if (arguments.GetValue(_format) == "json")
        {
            var budgets = MeasuredBudgets.Of(profile, trial.Timings, profile.ContextTokens);
            _terminal.Output.WriteLine(JsonSerializer.Serialize(
                new TrialJson(profile.Name, profile.Model, trial.Repaired, trial.Reason, trial.Timings.Count, budgets.TokensPerSecond, budgets.First.TotalMilliseconds), Json.Indented));
        }
        else if (trial.EndpointFailed)
        {
            _terminal.Error(trial.Reason!);
        }
        else
        {
            TrialText.Write(_terminal, profile, trial);
        }

        return trial.Repaired ? ExitCode.Done : ExitCode.Findings;
    }

    private sealed record TrialJson(string Name, string Model, bool Repaired, string? Reason, int Replies, double? TokensPerSecond, double FirstMs);
}
