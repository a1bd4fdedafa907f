using CodeAssist.Repair.Gate.Behaviour;
using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Repair.Gate.Checks;

/// <summary>
/// An effect diff: what the region does beyond the flagged code must stay as it is, and within it may change only as
/// the diagnostic's guide allows.
/// </summary>
internal sealed class BehaviourCheck : ICheck
{
    // Of an edit without a diagnostic nobody says what it may change; these it may not lose even so.
    private const EffectKinds AlwaysKept = EffectKinds.Lock | EffectKinds.Await | EffectKinds.Dispose | EffectKinds.Yield | EffectKinds.Throw;

    public string Name => "behaviour";

    public async Task<CheckFinding> RunAsync(GateContext context, CancellationToken cancellation)
    {
        if (await context.ChangeAsync(cancellation).ConfigureAwait(false) is not { NewNode: { } newNode } change)
            return CheckFinding.Failed("ChangeOutsideOneMember");
        var oldModel = await context.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var newModel = await context.NewDocument.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (oldModel is null || newModel is null)
            return CheckFinding.Failed("NoSemanticModel");

        var before = EffectCollector.Collect(oldModel, change.OldNode, cancellation);
        var after = EffectCollector.Collect(newModel, newNode, cancellation);
        var diff = context.Edit.Target is { } target
            ? new EffectDiff(before, after, FlaggedCode.Find(change.Region, oldModel.SyntaxTree.GetRoot(cancellation), target.Location.SourceSpan), context.Allowance)
            : new EffectDiff(before, after, new FlaggedCode(change.Region.Span, change.Region.Span), new Allowance { Within = EffectKinds.All }, AlwaysKept);
        return diff.FindDrift() is { } drift
            ? CheckFinding.Failed(drift.Vanished ? "EffectVanished" : "EffectAppeared", KindName(drift.Effect.Kind), Describe.Source(drift.Effect.Text))
            : CheckFinding.Passed;
    }

    private static string KindName(EffectKinds kind) => Messages.Get("Effect" + kind);
}
