namespace CodeAssist.Repair.Gate.Checks;

internal sealed class ScopeCheck : ICheck
{
    public string Name => "scope";

    public Task<CheckFinding> RunAsync(GateContext context, CancellationToken cancellation) => Task.FromResult(CheckFinding.Passed);
}
