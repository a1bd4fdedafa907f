using CodeAssist.Repair.Guides;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>
/// What the flagged code was computed from must still be what it is computed from: another source may take the place of
/// one, a literal may not. Otherwise a result is hard-coded, or an argument dropped.
/// </summary>
internal static class LostSources
{
    /// <summary>A source that is lost, or one that came where all must stay; null where there is none.</summary>
    public static Drift? Find(EffectPairs pairs)
    {
        var allowance = pairs.Allowance;
        if (allowance.DeleteFlagged || (allowance.MayLose & EffectKinds.Read) != 0 || (pairs.Scope.Kept & EffectKinds.Call) == 0)
            return null;
        var before = ReadsBefore(pairs);
        var reads = ReadsAfter(pairs);
        var after = pairs.FlaggedNew.ToList();
        var lost = before
            .Where(pair => !reads.Contains(pair.Key) && !pairs.Scope.Helpers.Contains(pair.Value, Effect.Comparer)
                && !after.Exists(effect => UnboundNames.Became(pair.Value, effect)))
            .Select(pair => pair.Value).ToList();
        if ((allowance.OnlyGain & EffectKinds.Read) != 0)
            return lost.FirstOrDefault(effect => !IsReadAnew(effect, after)) is { } gone ? new Drift(gone, Vanished: true) : null;

        // A call that only now binds is no new source.
        var bound = before.Keys.Count(name => !reads.Contains(name) && after.Exists(effect => UnboundNames.IsCallOf(effect, name)));
        var lostCalls = Calls(pairs.Flagged.Where(i => !pairs.Grants.Old.Contains(i)).Select(i => pairs.Old[i]));
        var gained = reads.Count(text => !before.ContainsKey(text) || MoreOften(text)) + Math.Max(0, Calls(after) - lostCalls - bound);
        if (lost.Count > (allowance.KeepReads || allowance.KeepSources ? 0 : gained))
            return new Drift(lost[0], Vanished: true);
        return allowance.KeepReads && after.Find(effect => effect.Kind == EffectKinds.Read && !pairs.FlaggedOld.Contains(effect, Effect.Comparer)) is { } other
            ? new Drift(other, Vanished: false)
            : null;

        // What is read once more than before is a source, too: `a.Zip = b.City` becomes `a.Zip = b.Zip`.
        bool MoreOften(string text) => after.Count(effect => effect.Kind == EffectKinds.Read && effect.Text == text) > pairs.FlaggedOld.Count(effect => effect.Kind == EffectKinds.Read && effect.Text == text);

        // A new object is no source.
        static int Calls(IEnumerable<Effect> effects) =>
            effects.Count(effect => effect.Kind == EffectKinds.Call && !effect.Text.StartsWith("new ", StringComparison.Ordinal));
    }

    private static Dictionary<string, Effect> ReadsBefore(EffectPairs pairs)
    {
        var reads = new Dictionary<string, Effect>();
        foreach (var i in pairs.Flagged)
        {
            var effect = pairs.Old[i];
            if (effect.Kind == EffectKinds.Read && !pairs.Grants.Old.Contains(i) && !reads.ContainsKey(effect.Text)
                && !(pairs.Allowance.KeepSources && effect.IsUnbound && pairs.Scope.IsInTarget(effect.Span)))
            {
                reads.Add(effect.Text, effect);
            }
        }

        return reads;
    }

    // A value that is only tested is not what the result is computed from.
    private static HashSet<string> ReadsAfter(EffectPairs pairs)
    {
        var tests = NewTests(pairs);
        return new HashSet<string>(Enumerable.Range(0, pairs.New.Count)
            .Where(i => pairs.IsFlaggedOrNew(i) && pairs.New[i].Kind == EffectKinds.Read && !tests.Contains(i))
            .Select(i => pairs.New[i].Text));
    }

    // The effects that stand in the header of a new condition.
    private static HashSet<int> NewTests(EffectPairs pairs)
    {
        var tests = new HashSet<int>();
        foreach (var i in pairs.Appeared)
        {
            if (pairs.New[i] is { Kind: EffectKinds.Condition, Mark: Mark.Open, Text: "if" or "?:" or "while" })
                tests.UnionWith(Enumerable.Range(i + 1, EffectPairs.Header(pairs.New, i).Count()));
        }

        return tests;
    }

    // A name that nobody could bind may be a method's; a value may be read into a new variable, which is read in its place.
    private static bool IsReadAnew(Effect lost, List<Effect> after)
    {
        if (after.Exists(effect => UnboundNames.IsCallOf(effect, lost.Text)))
            return true;
        var variables = after
            .Where(effect => effect.Kind is EffectKinds.Variable or EffectKinds.Operator
                || (effect.Kind == EffectKinds.Read && effect.Text.StartsWith("new ", StringComparison.Ordinal)))
            .Select(effect => effect.Text.Substring(effect.Text.LastIndexOf(' ') + 1)).ToList();
        if (!after.Exists(effect => effect.Kind == EffectKinds.Read && variables.Contains(effect.Text)))
            return false;
        return after.Exists(effect => effect.Kind == EffectKinds.Read && effect.Text == lost.Text);
    }
}
