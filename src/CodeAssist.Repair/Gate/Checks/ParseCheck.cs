namespace CodeAssist.Repair.Gate.Checks;

internal sealed class ParseCheck : ICheck
{
    public string Name => "parse";

    public Task<CheckFinding> RunAsync(GateContext context, CancellationToken cancellation) => Task.FromResult(CheckFinding.Passed);
}
