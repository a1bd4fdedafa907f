namespace CodeAssist.Repair.Gate.Checks;

internal sealed class ReplyCheck : ICheck
{
    public string Name => "reply";

    public Task<CheckFinding> RunAsync(GateContext context, CancellationToken cancellation) => Task.FromResult(CheckFinding.Passed);
}
