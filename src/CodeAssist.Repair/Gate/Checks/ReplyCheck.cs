namespace CodeAssist.Repair.Gate.Checks;

/// <summary>A model's reply must hold one piece of code that changes something.</summary>
internal sealed class ReplyCheck : ICheck
{
    public string Name => "reply";

    public async Task<CheckFinding> RunAsync(GateContext context, CancellationToken cancellation)
    {
        if (!context.Edit.FromReply)
            return context.Edit.NewText is null ? CheckFinding.Failed("NoEdit") : CheckFinding.Skipped("NotAReply");
        if (context.Edit.ReplyProblem is { } problem)
            return new CheckFinding(CheckOutcome.Failed, problem);
        if (context.Edit.NewText is not { } text)
            return CheckFinding.Failed("NoEdit");
        return text.ContentEquals(await context.OldTextAsync(cancellation).ConfigureAwait(false))
            ? CheckFinding.Failed("ReplyChangesNothing")
            : CheckFinding.Passed;
    }
}
