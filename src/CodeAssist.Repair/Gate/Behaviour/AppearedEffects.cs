using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>What came without leave: in the flagged code something of a kind that it may not gain, elsewhere anything but what may stand beside it.</summary>
internal static class AppearedEffects
{
    /// <summary>The first effect that appeared and that may not; null where there is none.</summary>
    public static Drift? Find(EffectPairs pairs)
    {
        foreach (var i in pairs.Appeared)
        {
            var effect = pairs.New[i];
            if (pairs.Grants.New.Contains(i) || pairs.Grants.Fallback.Contains(i) || effect is { Text: "body", Kind: EffectKinds.Jump })
                continue;
            if (pairs.Scope.MayChange(effect) && EffectPlaces.IsInGap(pairs, i, IsMoved(pairs, effect)))
                continue;
            if (pairs.Allowance.BecomeAsync && effect.Kind == EffectKinds.Await)
                continue;
            if (!StandsBeside(pairs, i))
                return new Drift(effect, Vanished: false);
        }

        return null;
    }

    private static bool StandsBeside(EffectPairs pairs, int index) =>
        pairs.Scope.MayStandBeside(pairs.New[index])
        && EffectPlaces.IsInSurroundings(pairs, index)
        && EnclosesOnlyFlagged(pairs, index)
        && IsInNewStatement(pairs, pairs.New[index])
        && !LeavesBefore(pairs, index)
        && ConcernsFlagged(pairs, index);

    // What the flagged code must keep may come to stand in a statement beside it.
    private static bool IsMoved(EffectPairs pairs, Effect effect) =>
        (effect.Kind & pairs.Allowance.OnlyGain) != 0
        && pairs.FlaggedVanished.Any(i => Effect.Comparer.Equals(pairs.Old[i], effect));

    // A new condition, lock or handler around old code decides whether that code runs: only the flagged code may get one.
    private static bool EnclosesOnlyFlagged(EffectPairs pairs, int index)
    {
        if (pairs.New[index].Mark == Mark.None)
            return true;
        var (open, close) = EffectPlaces.PairOf(pairs.New, index);
        for (var i = open + 1; i < close; i++)
        {
            if (!pairs.IsFlaggedOrNew(i))
                return false;
        }

        return true;
    }

    // What is added beside the flagged code is a statement or an arm of its own, not a part of an old one; a variable
    // that was only declared may get a value.
    private static bool IsInNewStatement(EffectPairs pairs, Effect effect)
    {
        if (pairs.Allowance.IntoStatements || effect.Syntax is not { } syntax || effect.Mark != Mark.None)
            return true;
        var own = syntax.FirstAncestorOrSelf<SyntaxNode>(node => node is VariableDeclaratorSyntax or SwitchExpressionArmSyntax)?.Span ?? FlaggedCode.Find(syntax);
        for (var i = 0; i < pairs.New.Count; i++)
        {
            var other = pairs.New[i];
            if (!pairs.IsFlaggedOrNew(i) && other.Mark == Mark.None && other.Kind != EffectKinds.Variable && other.Span.Length > 0 && own.Contains(other.Span))
                return false;
        }

        return true;
    }

    // A new way out before the flagged code skips what stands between them; only what has no effect may be skipped.
    // A throw only comes earlier.
    private static bool LeavesBefore(EffectPairs pairs, int index)
    {
        const EffectKinds Skipped =
            EffectKinds.Call | EffectKinds.Write | EffectKinds.Await | EffectKinds.Yield | EffectKinds.Lock | EffectKinds.Dispose;
        var jump = pairs.New[index];
        if (jump.Kind != EffectKinds.Jump || jump.Mark != Mark.None || pairs.Allowance.CloseOpenEnd)
            return false;
        for (var i = pairs.After(index); i < pairs.First; i++)
        {
            if ((pairs.Old[i].Kind & Skipped) != 0)
                return true;
        }

        // A break ends what went on.
        return jump.Text == nameof(BranchKind.Break) && !pairs.Old.Any(effect => effect is { Kind: EffectKinds.Jump } && effect.Text == jump.Text);
    }

    // What is added beside the flagged code must be about the value that the diagnostic names: a test of it, or a call
    // that it is passed to. What a handler does, or the end of a member, is about no value.
    private static bool ConcernsFlagged(EffectPairs pairs, int index)
    {
        var (now, allowance) = (pairs.New, pairs.Allowance);
        if (allowance.NarrowCatch || allowance.EncloseFlagged || allowance.CloseOpenEnd || allowance.IntoStatements
            || pairs.TargetReads() is not { Count: > 0 } wanted)
        {
            return true;
        }

        if (OutermostNewConstruct(pairs, index) is { } top)
        {
            // The header of a construct ends where the part begins that it decides on.
            return now.Skip(top + 1).TakeWhile(effect => effect.Text is not ("then" or "do")).Any(IsWanted);
        }

        if (now[index] is not { Kind: EffectKinds.Call, Syntax: { } syntax })
            return true;
        var own = FlaggedCode.Find(syntax);
        return now.Any(effect => IsWanted(effect) && own.Contains(effect.Span));

        bool IsWanted(Effect effect) => effect.Kind == EffectKinds.Read && wanted.Contains(effect.Text);
    }

    private static int? OutermostNewConstruct(EffectPairs pairs, int index)
    {
        for (var i = 0; i <= index; i++)
        {
            if (pairs.New[i].Mark == Mark.Open && pairs.OldOfNew[i] < 0 && EffectPlaces.PairOf(pairs.New, i).Close >= index)
                return i;
        }

        return null;
    }
}
