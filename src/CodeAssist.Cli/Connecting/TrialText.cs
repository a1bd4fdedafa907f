using CodeAssist.Cli.Output;
using CodeAssist.Models.Configuration;
using CodeAssist.Models.Discovery;

namespace CodeAssist.Cli.Connecting;

/// <summary>A trial's result as people read it.</summary>
internal static class TrialText
{
    public static void Write(Terminal terminal, ModelProfile profile, TrialResult trial)
    {
        terminal.Output.WriteLine(trial.Repaired
            ? terminal.Paint.Green(Texts.Get("TrialRepaired", profile.Model, TrialRepair.DiagnosticId))
            : terminal.Paint.Yellow(Texts.Get("TrialNotRepaired", profile.Model, TrialRepair.DiagnosticId, trial.Reason)));
        var budgets = MeasuredBudgets.Of(profile, trial.Timings, profile.ContextTokens);
        terminal.Output.WriteLine(budgets.TokensPerSecond is { } speed
            ? Texts.Get("Speed", speed, budgets.First.TotalSeconds)
            : Texts.Get("SpeedUnknown"));
    }
}
