namespace CodeAssist.Repair.Gate.Checks;

internal sealed class AnalyzersCheck : ICheck
{
    public string Name => "analyzers";

    public Task<CheckFinding> RunAsync(GateContext context, CancellationToken cancellation) => Task.FromResult(CheckFinding.Passed);
}
