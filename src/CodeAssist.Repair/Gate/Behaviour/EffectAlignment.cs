using CodeAssist.Repair.Editing;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>Finds which effects after an edit are those before it, and which of them are flagged.</summary>
internal static class EffectAlignment
{
    /// <summary>Pairs two lists of effects up.</summary>
    public static EffectPairs Align(IReadOnlyList<Effect> before, IReadOnlyList<Effect> after, RepairScope scope)
    {
        var (first, end) = Find(before, scope.Flagged);
        var partners = FlaggedPartners(before, after, first, end) ?? SequenceDiff.Match(before, after, Effect.Comparer);
        Slide(after, partners);
        return new EffectPairs(before, after, partners, first, end, scope);
    }

    // Of a guard before another one like it, the end and the next beginning may be taken for new as well as the beginning and
    // the end: a run of new effects is made a whole construct where it can be.
    private static void Slide(IReadOnlyList<Effect> now, int[] partners)
    {
        var oldOfNew = new Dictionary<int, int>();
        for (var i = 0; i < partners.Length; i++)
        {
            if (partners[i] >= 0)
                oldOfNew[partners[i]] = i;
        }

        for (var start = 0; start < now.Count; start++)
        {
            if (oldOfNew.ContainsKey(start))
                continue;
            var end = start;
            while (end < now.Count && !oldOfNew.ContainsKey(end))
                end++;
            for (var by = 0; start - by >= 0; by++)
            {
                if (IsWhole(now, start - by, end - by))
                {
                    for (var i = 1; i <= by; i++)
                        partners[oldOfNew[start - i]] = end - i;
                    break;
                }

                if (start - by == 0 || !oldOfNew.ContainsKey(start - by - 1) || !Effect.Comparer.Equals(now[start - by - 1], now[end - by - 1]))
                    break;
            }

            start = end;
        }
    }

    private static bool IsWhole(IReadOnlyList<Effect> effects, int start, int end)
    {
        if (effects[start].Mark != Mark.Open || effects[end - 1].Mark != Mark.Close)
            return false;
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            depth += effects[i].Mark switch { Mark.Open => 1, Mark.Close => -1, _ => 0 };
            if (depth < 0)
                return false;
        }

        return depth == 0;
    }

    // The flagged effects are those from the first index up to the second.
    private static (int First, int End) Find(IReadOnlyList<Effect> effects, FlaggedCode flagged)
    {
        var first = FirstIndex(effects, effect => flagged.Span.Contains(effect.Span));
        if (first == effects.Count)
        {
            // Nothing in the flagged code has an effect: it stands before the first effect behind it.
            first = FirstIndex(effects, effect => effect.Span.Start >= flagged.Span.Start && effect.Mark != Mark.Close);
            return (first, first);
        }

        var end = first;
        for (var i = first; i < effects.Count; i++)
        {
            if (flagged.Span.Contains(effects[i].Span))
                end = i + 1;
        }

        return (first, end);
    }

    // Where nothing but the flagged code changed, that is how the effects pair up.
    private static int[]? FlaggedPartners(IReadOnlyList<Effect> old, IReadOnlyList<Effect> now, int first, int end)
    {
        var behind = old.Count - end;
        if (now.Count < first + behind)
            return null;
        for (var i = 0; i < first; i++)
        {
            if (!Effect.Comparer.Equals(old[i], now[i]))
                return null;
        }

        for (var i = 1; i <= behind; i++)
        {
            if (!Effect.Comparer.Equals(old[old.Count - i], now[now.Count - i]))
                return null;
        }

        var partners = new int[old.Count];
        var flagged = SequenceDiff.Match(
            old.Skip(first).Take(end - first).ToList(), now.Skip(first).Take(now.Count - first - behind).ToList(), Effect.Comparer);
        for (var i = 0; i < old.Count; i++)
        {
            partners[i] = i < first ? i
                : i >= end ? i + now.Count - old.Count
                : flagged[i - first] < 0 ? -1
                : flagged[i - first] + first;
        }

        return partners;
    }

    private static int FirstIndex(IReadOnlyList<Effect> effects, Func<Effect, bool> holds)
    {
        for (var i = 0; i < effects.Count; i++)
        {
            if (holds(effects[i]))
                return i;
        }

        return effects.Count;
    }
}
