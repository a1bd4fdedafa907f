namespace CodeAssist.Repair.Gate.Checks;

internal sealed class PolicyCheck : ICheck
{
    public string Name => "policy";

    public Task<CheckFinding> RunAsync(GateContext context, CancellationToken cancellation) => Task.FromResult(CheckFinding.Passed);
}
