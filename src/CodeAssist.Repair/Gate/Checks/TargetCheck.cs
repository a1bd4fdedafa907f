namespace CodeAssist.Repair.Gate.Checks;

internal sealed class TargetCheck : ICheck
{
    public string Name => "target";

    public Task<CheckFinding> RunAsync(GateContext context, CancellationToken cancellation) => Task.FromResult(CheckFinding.Passed);
}
