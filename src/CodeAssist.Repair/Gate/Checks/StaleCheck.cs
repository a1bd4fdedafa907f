namespace CodeAssist.Repair.Gate.Checks;

/// <summary>The edit must have been made for the document as it is.</summary>
internal sealed class StaleCheck : ICheck
{
    public string Name => "stale";

    public async Task<CheckFinding> RunAsync(GateContext context, CancellationToken cancellation)
    {
        if (context.Edit.RequestedText is not { } requested)
            return CheckFinding.Skipped("NoRequestedText");
        return requested.ContentEquals(await context.OldTextAsync(cancellation).ConfigureAwait(false))
            ? CheckFinding.Passed
            : CheckFinding.Failed("DocumentChanged");
    }
}
