namespace CodeAssist.Repair.Gate.Checks;

internal sealed class CompileCheck : ICheck
{
    public string Name => "compile";

    public Task<CheckFinding> RunAsync(GateContext context, CancellationToken cancellation) => Task.FromResult(CheckFinding.Passed);
}
