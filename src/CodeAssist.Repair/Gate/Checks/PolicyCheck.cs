using CodeAssist.Repair.Gate.Policy;

namespace CodeAssist.Repair.Gate.Checks;

/// <summary>What no repair may do, whatever the diagnostic: purely syntactic bans, each with its own reason.</summary>
internal sealed class PolicyCheck : ICheck
{
    private static readonly IReadOnlyList<IBan> Bans =
    [
        new HiddenCharacters(),
        new ElidedCode(),
        new Suppressions(),
        new SignatureChanges(),
        new UnfinishedCode(),
        new SwallowedExceptions(),
        new UnsafeCode(),
        new DangerousApis(),
        new LostComments(),
    ];

    public string Name => "policy";

    public async Task<CheckFinding> RunAsync(GateContext context, CancellationToken cancellation)
    {
        if (await context.ChangeAsync(cancellation).ConfigureAwait(false) is { IsDeletion: true })
            return CheckFinding.Passed;
        if (await context.ChangeAsync(cancellation).ConfigureAwait(false) is not { NewNode: { } newNode } change)
            return CheckFinding.Failed("ChangeOutsideOneMember");
        var subject = new PolicySubject(
            change.OldNode,
            [newNode, .. change.Helpers],
            await context.OldTextAsync(cancellation).ConfigureAwait(false),
            context.NewText,
            change,
            context.Allowance);
        foreach (var ban in Bans)
        {
            if (ban.Find(subject) is { } reason)
                return new CheckFinding(CheckOutcome.Failed, reason);
        }

        return CheckFinding.Passed;
    }
}
