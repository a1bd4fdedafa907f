namespace CodeAssist.Repair.Gate.Checks;

internal sealed class StaleCheck : ICheck
{
    public string Name => "stale";

    public Task<CheckFinding> RunAsync(GateContext context, CancellationToken cancellation) => Task.FromResult(CheckFinding.Passed);
}
