using CodeAssist.Repair.Editing;
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
        if (await context.ChangeAsync(cancellation).ConfigureAwait(false) is not { NewNode: not null } change)
            return CheckFinding.Failed("ChangeOutsideOneMember");
        foreach (var (oldDocument, newDocument) in context.Flavours())
        {
            // The same text is other code in another world of `#if`.
            var judged = oldDocument.Id == context.Document.Id ? change : await change.InAsync(oldDocument, newDocument, cancellation).ConfigureAwait(false);
            if (judged is null)
                continue;
            if (judged.NewNode is not { } node)
                return CheckFinding.Failed("ChangeOutsideOneMember");
            var finding = await JudgeAsync(context, judged, node, oldDocument, newDocument, cancellation).ConfigureAwait(false);
            if (finding.Outcome != CheckOutcome.Passed)
                return finding;
        }

        return CheckFinding.Passed;
    }

    private static async Task<CheckFinding> JudgeAsync(
        GateContext context, RegionChange change, SyntaxNode newNode, Document oldDocument, Document newDocument, CancellationToken cancellation)
    {
        var oldModel = await oldDocument.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var newModel = await context.NewModelAsync(newDocument, cancellation).ConfigureAwait(false);
        if (oldModel is null)
            return CheckFinding.Failed("NoSemanticModel");

        if (CatchTypes.FindWidened(oldModel, change.OldNode, newModel, newNode, cancellation) is { } widened)
            return CheckFinding.Failed("CatchWidened", widened);
        var before = EffectCollector.Collect(oldModel, change.OldNode, cancellation);
        var after = EffectCollector.Collect(newModel, newNode, cancellation);
        var diff = context.Edit.Target is { } target
            ? await DiffAsync(context, target, change, newNode, oldModel.SyntaxTree, newModel.SyntaxTree, before, after, cancellation).ConfigureAwait(false)
            : new EffectDiff(before, after, new FlaggedCode(change.Region.Span, change.Region.Span), null, new Allowance { Within = EffectKinds.All }, AlwaysKept);
        return diff.FindDrift() switch
        {
            null => CheckFinding.Passed,
            { Missing: true } drift => CheckFinding.Failed("EffectMissing", KindName(drift.Effect.Kind)),
            { } drift => CheckFinding.Failed(drift.Vanished ? "EffectVanished" : "EffectAppeared", KindName(drift.Effect.Kind), Describe.Source(drift.Effect.Text)),
        };
    }

    private static async Task<EffectDiff> DiffAsync(
        GateContext context, Diagnostic target, RegionChange change, SyntaxNode newNode, SyntaxTree oldTree, SyntaxTree newTree,
        IReadOnlyList<Effect> before, IReadOnlyList<Effect> after, CancellationToken cancellation)
    {
        var oldRoot = await oldTree.GetRootAsync(cancellation).ConfigureAwait(false);
        var newRoot = await newTree.GetRootAsync(cancellation).ConfigureAwait(false);
        var tokens = await context.OldRootAsync(cancellation).ConfigureAwait(false) == oldRoot
            ? await context.TokensAsync(cancellation).ConfigureAwait(false)
            : new TokenMap(oldRoot, newRoot);
        var flagged = FlaggedCode.Find(change.Region, oldRoot, target.Location.SourceSpan) with { Target = target.Location.SourceSpan };
        if (context.Allowance.OrCondition)
            flagged = flagged.OrCondition(oldRoot, newRoot, tokens);
        if (context.Allowance.WholeBody && flagged.OfBody(change.Region) is { } body)
            return new EffectDiff(before, after, body, null, context.Allowance);
        if (context.Allowance.OneBranch && BranchChange.Find(oldRoot, newRoot, target.Location.SourceSpan, tokens) is { } branch)
            return new EffectDiff(before, after, flagged with { Span = branch.Before }, branch.After, context.Allowance);
        var became = flagged.After(new Region(newNode, change.NewSpan), newRoot, tokens);
        return new EffectDiff(before, after, flagged, became, context.Allowance);
    }

    private static string KindName(EffectKinds kind) => Messages.Get("Effect" + kind);
}
