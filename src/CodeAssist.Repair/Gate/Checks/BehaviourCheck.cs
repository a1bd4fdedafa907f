namespace CodeAssist.Repair.Gate.Checks;

internal sealed class BehaviourCheck : ICheck
{
    public string Name => "behaviour";

    public Task<CheckFinding> RunAsync(GateContext context, CancellationToken cancellation) => Task.FromResult(CheckFinding.Passed);
}
