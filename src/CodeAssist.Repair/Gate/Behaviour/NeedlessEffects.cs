using CodeAssist.Repair.Guides;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>What may go because nothing is missing without it: it is done or said elsewhere still, or is never reached.</summary>
internal static class NeedlessEffects
{
    /// <summary>Grants what is left at least once, and the tests that only chose among equals.</summary>
    public static void GrantRepetition(EffectPairs pairs, Grants grants)
    {
        var (old, partners) = (pairs.Old, pairs.Partners);

        // Where the decision itself stands, what one of its branches does is no repetition.
        if (!pairs.Allowance.DropRepetition || pairs.Flagged.Where(i => IsDecision(old[i])).Take(1).Any(i => partners[i] >= 0))
            return;
        var left = new HashSet<Effect>(pairs.FlaggedNew, Effect.Comparer);
        foreach (var i in pairs.FlaggedVanished)
        {
            if (left.Contains(old[i]))
                grants.Old.Add(i);
            if (IsDecision(old[i]))
            {
                grants.Old.UnionWith(Enumerable.Range(i, EffectPairs.Header(old, i).Count() + 1)
                    .Where(at => partners[at] < 0 && old[at].Kind is not (EffectKinds.Call or EffectKinds.Write or EffectKinds.Await)));
            }
        }

        static bool IsDecision(Effect effect) => effect is { Kind: EffectKinds.Condition, Mark: Mark.Open };
    }

    /// <summary>Grants that a cast gives way to a test of the type that throws where the cast did.</summary>
    public static void GrantCasts(EffectPairs pairs, Grants grants)
    {
        if (pairs.Appeared.Any(i => pairs.New[i].Kind == EffectKinds.Throw))
            grants.Old.UnionWith(pairs.FlaggedVanished.Where(i => IsCast(pairs.Old[i])));

        static bool IsCast(Effect effect) => effect.Kind == EffectKinds.Conversion && effect.Text.StartsWith("to ", StringComparison.Ordinal);
    }

    /// <summary>Grants a jump right behind a throw that came: it is never reached.</summary>
    public static void GrantUnreachable(EffectPairs pairs, Grants grants)
    {
        if (pairs.End < pairs.Old.Count && pairs.Partners[pairs.End] < 0 && pairs.Old[pairs.End] is { Kind: EffectKinds.Jump, Mark: Mark.None }
            && pairs.Appeared.Any(i => pairs.New[i].Kind == EffectKinds.Throw && pairs.Scope.IsInFlaggedAfter(pairs.New[i].Span)))
        {
            grants.Old.Add(pairs.End);
        }
    }

    /// <summary>Grants an operand that goes with its &amp;&amp; or ||: it says what another one says still.</summary>
    public static void GrantDroppedOperand(EffectPairs pairs, Grants grants)
    {
        if (!pairs.Allowance.KeepSources || !pairs.Allowance.FittingName
            || !pairs.FlaggedVanished.Any(i => pairs.Old[i] is { Kind: EffectKinds.Operator, Text: "ConditionalAnd" or "ConditionalOr" }))
        {
            return;
        }

        var left = new HashSet<Effect>(pairs.FlaggedNew, Effect.Comparer);
        grants.Old.UnionWith(pairs.FlaggedVanished.Where(i =>
            pairs.Old[i].Kind is EffectKinds.Operator or EffectKinds.Literal or EffectKinds.Call && left.Contains(pairs.Old[i])));
    }

    /// <summary>Grants what wrapped a result in a task, where that is the compiler's business now.</summary>
    public static void GrantTasks(EffectPairs pairs, Grants grants)
    {
        if (!pairs.Scope.BecameAsync)
            return;
        grants.Old.UnionWith(Enumerable.Range(0, pairs.Old.Count).Where(i =>
            pairs.Partners[i] < 0 && (WaitSwaps.IsWrapper(pairs.Old[i]) || IsNeedlessReturn(pairs, i))));
    }

    /// <summary>Of a member that becomes async, <c>return task;</c> as the last thing it does may become <c>await task;</c>.</summary>
    public static bool IsNeedlessReturn(EffectPairs pairs, int index) =>
        pairs.Allowance.BecomeAsync && pairs.Old[index] is { Kind: EffectKinds.Jump, Text: "return" }
        && pairs.Old.Skip(index + 1).All(later =>
            later.Mark == Mark.Close && later.Text is not ("for" or "foreach" or "await foreach" or "while" or "until" or "do"));
}
