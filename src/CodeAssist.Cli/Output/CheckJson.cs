using CodeAssist.Repair.Gate;

namespace CodeAssist.Cli.Output;

/// <summary>One check of a verdict in JSON.</summary>
internal sealed record CheckJson(string Name, CheckOutcome Outcome, string? Reason, double ElapsedMs)
{
    public static CheckJson Of(CheckResult check) => new(check.Name, check.Outcome, check.Reason, Math.Round(check.Elapsed.TotalMilliseconds, 2));
}
