using CodeAssist.Repair.Editing;
using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>
/// Compares the effects of a region before and after an edit. What is not flagged must stay as it is, in the same
/// order; what a repair may change of the flagged code, and add beside it, is the guide's allowance. Anything else is
/// drift.
/// </summary>
internal sealed class EffectDiff
{
    // What a repair may replace but not drop: a call, a write, a lock is there for a reason.
    private const EffectKinds Weighty =
        EffectKinds.Call | EffectKinds.Write | EffectKinds.Throw | EffectKinds.Await | EffectKinds.Yield
        | EffectKinds.Jump | EffectKinds.Lock | EffectKinds.Dispose | EffectKinds.Catch;

    private readonly IReadOnlyList<Effect> _old;
    private readonly IReadOnlyList<Effect> _new;
    private readonly FlaggedCode _flagged;
    private readonly Allowance _allowance;
    private readonly EffectKinds _kept;
    private readonly TextSpan? _flaggedAfter;

    // The flagged effects are _old[_first.._end).
    private readonly int _first;
    private readonly int _end;

    /// <summary>Makes the comparison of two lists of effects.</summary>
    /// <param name="before">The effects before.</param>
    /// <param name="after">The effects after.</param>
    /// <param name="flagged">The flagged code, in the positions of before.</param>
    /// <param name="flaggedAfter">What the flagged code became, in the positions of after; null where nothing tells.</param>
    /// <param name="allowance">What the repair may do.</param>
    /// <param name="kept">The kinds of which the flagged code may not lose one; by default all weighty ones.</param>
    public EffectDiff(IReadOnlyList<Effect> before, IReadOnlyList<Effect> after, FlaggedCode flagged, TextSpan? flaggedAfter, Allowance allowance, EffectKinds kept = Weighty)
    {
        _old = before;
        _new = after;
        _flagged = flagged;
        _flaggedAfter = flaggedAfter;
        _allowance = allowance;
        _kept = kept;
        _first = FirstIndex(before, effect => flagged.Span.Contains(effect.Span));
        _end = _first;
        if (_first == before.Count)
        {
            // Nothing in the flagged code has an effect: it stands before the first effect behind it.
            _first = _end = FirstIndex(before, effect => effect.Span.Start >= flagged.Span.Start && effect.Mark != Mark.Close);
        }
        else
        {
            for (var i = _first; i < before.Count; i++)
            {
                if (flagged.Span.Contains(before[i].Span))
                    _end = i + 1;
            }
        }
    }

    /// <summary>The first drift, or null.</summary>
    public Drift? FindDrift()
    {
        if (_allowance.JoinConstruct && JoinsConstruct())
            return null;
        var partners = FlaggedPartners() ?? SequenceDiff.Match(_old, _new, Effect.Comparer);
        var oldOfNew = new int[_new.Count];
        for (var i = 0; i < oldOfNew.Length; i++)
            oldOfNew[i] = -1;
        for (var i = 0; i < partners.Length; i++)
        {
            if (partners[i] >= 0)
                oldOfNew[partners[i]] = i;
        }

        return Vanished(partners) ?? Appeared(oldOfNew, partners) ?? Dropped(partners, oldOfNew) ?? LostReads(oldOfNew) ?? Gained(oldOfNew);
    }

    // Nothing differs but that the flagged code stands before the ends of some constructs, and no longer behind them.
    private bool JoinsConstruct()
    {
        for (var end = _first - 1; end >= 0 && _old[end] is { Mark: Mark.Close, Kind: EffectKinds.Condition or EffectKinds.Lock or EffectKinds.Dispose }; end--)
        {
            var joined = _old.Take(end)
                .Concat(_old.Skip(_first).Take(_end - _first))
                .Concat(_old.Skip(end).Take(_first - end))
                .Concat(_old.Skip(_end));
            if (joined.SequenceEqual(_new, Effect.Comparer))
                return true;
        }

        return false;
    }

    // What the flagged code was computed from must still be what it is computed from: another source may take the
    // place of one, a literal may not. Otherwise a result is hard-coded, or an argument dropped.
    private Drift? LostReads(int[] oldOfNew)
    {
        if (_allowance.DeleteFlagged || (_allowance.MayLose & EffectKinds.Read) != 0 || (_kept & EffectKinds.Call) == 0)
            return null;
        var before = new Dictionary<string, Effect>();
        for (var i = _first; i < _end; i++)
        {
            if (_old[i].Kind == EffectKinds.Read && !before.ContainsKey(_old[i].Text))
                before.Add(_old[i].Text, _old[i]);
        }

        var lostCalls = Calls(Enumerable.Range(_first, _end - _first).Select(i => _old[i]));
        var after = Enumerable.Range(0, _new.Count).Where(i => oldOfNew[i] < 0 || (oldOfNew[i] >= _first && oldOfNew[i] < _end)).Select(i => _new[i]).ToList();
        var reads = new HashSet<string>(after.Where(effect => effect.Kind == EffectKinds.Read).Select(effect => effect.Text));
        var lost = before.Where(pair => !reads.Contains(pair.Key)).Select(pair => pair.Value).ToList();
        var gained = reads.Count(text => !before.ContainsKey(text)) + Math.Max(0, Calls(after) - lostCalls);
        if (lost.Count > (_allowance.KeepReads ? 0 : gained))
            return new Drift(lost[0], Vanished: true);
        return _allowance.KeepReads && after.FirstOrDefault(effect => effect.Kind == EffectKinds.Read && !before.ContainsKey(effect.Text)) is { } other
            ? new Drift(other, Vanished: false)
            : null;

        // A new object is no source.
        static int Calls(IEnumerable<Effect> effects) =>
            effects.Count(effect => effect.Kind == EffectKinds.Call && !effect.Text.StartsWith("new ", StringComparison.Ordinal));
    }

    private Drift? Gained(int[] oldOfNew)
    {
        var gained = Enumerable.Range(0, _new.Count).Where(i => oldOfNew[i] < 0).Select(i => _new[i]).ToList();
        if (gained.Count(effect => effect.Kind != EffectKinds.Read) > _allowance.MostGained)
            return new Drift(gained[gained.Count - 1], Vanished: false);
        foreach (EffectKinds kind in Enum.GetValues(typeof(EffectKinds)))
        {
            // A branch that changes does another thing, not one more.
            if (_allowance.OneBranch && (kind & (kind - 1)) == 0 && (kind & Weighty) != 0
                && gained.FindAll(effect => effect.Kind == kind) is { Count: > 0 } more && more.Count > CountLost(oldOfNew, kind))
            {
                return new Drift(more[more.Count - 1], Vanished: false);
            }

            // Of the single kinds, not of their combinations.
            if (kind != 0 && (kind & (kind - 1)) == 0 && (_allowance.Requires & kind) != 0 && !gained.Any(effect => effect.Kind == kind))
                return new Drift(new Effect(kind, string.Empty, default), Vanished: false) { Missing = true };
        }

        return null;
    }

    private int CountLost(int[] oldOfNew, EffectKinds kind)
    {
        var kept = new HashSet<int>(oldOfNew);
        return Enumerable.Range(_first, _end - _first).Count(i => _old[i].Kind == kind && !kept.Contains(i));
    }

    // Where nothing but the flagged code changed, that is how the effects pair up.
    private int[]? FlaggedPartners()
    {
        var behind = _old.Count - _end;
        if (_new.Count < _first + behind)
            return null;
        for (var i = 0; i < _first; i++)
        {
            if (!Effect.Comparer.Equals(_old[i], _new[i]))
                return null;
        }

        for (var i = 1; i <= behind; i++)
        {
            if (!Effect.Comparer.Equals(_old[_old.Count - i], _new[_new.Count - i]))
                return null;
        }

        var partners = new int[_old.Count];
        var flagged = SequenceDiff.Match(
            _old.Skip(_first).Take(_end - _first).ToList(), _new.Skip(_first).Take(_new.Count - _first - behind).ToList(), Effect.Comparer);
        for (var i = 0; i < _old.Count; i++)
        {
            partners[i] = i < _first ? i
                : i >= _end ? i + _new.Count - _old.Count
                : flagged[i - _first] < 0 ? -1
                : flagged[i - _first] + _first;
        }

        return partners;
    }

    private Drift? Vanished(int[] partners)
    {
        for (var i = 0; i < partners.Length; i++)
        {
            if (partners[i] >= 0)
                continue;
            var flagged = i >= _first && i < _end;
            if (!flagged || !(_allowance.DeleteFlagged || (MayChange(_old[i]) && !(IsKept(_old[i]) && LostForGood(i)))))
                return new Drift(_old[i], Vanished: true);
        }

        return null;
    }

    private Drift? Appeared(int[] oldOfNew, int[] partners)
    {
        for (var i = 0; i < oldOfNew.Length; i++)
        {
            if (oldOfNew[i] >= 0)
                continue;
            var effect = _new[i];
            var inGap = Before(oldOfNew, i) >= _first - 1 && After(oldOfNew, i) <= _end;
            if (inGap && MayChange(effect) && ((_flaggedAfter?.Contains(effect.Span) ?? true) || IsMoved(effect, partners)))
                continue;
            if (_allowance.BecomeAsync && effect.Kind == EffectKinds.Await)
                continue;
            if (MayStandBeside(effect) && IsInSurroundings(oldOfNew, i) && EnclosesOnlyFlagged(oldOfNew, i) && IsInNewStatement(oldOfNew, effect) && !LeavesBefore(oldOfNew, i) && ConcernsFlagged(oldOfNew, i))
                continue;
            return new Drift(effect, Vanished: false);
        }

        return null;
    }

    // A weighty effect of the flagged code may become another one of its kind, and not nothing.
    private Drift? Dropped(int[] partners, int[] oldOfNew)
    {
        if (_allowance.DeleteFlagged)
            return null;
        var lost = new Dictionary<EffectKinds, (int Count, Effect Effect)>();
        for (var i = _first; i < _end; i++)
        {
            if (partners[i] >= 0 || (_old[i].Kind & _kept & ~_allowance.MayLose) == 0 || _old[i].Mark == Mark.Close || IsNeedlessReturn(_old[i]))
                continue;
            lost.TryGetValue(_old[i].Kind, out var entry);
            lost[_old[i].Kind] = (entry.Count + 1, _old[i]);
        }

        foreach (var pair in lost)
        {
            var gained = Enumerable.Range(0, _new.Count).Count(i => oldOfNew[i] < 0 && _new[i].Kind == pair.Key && _new[i].Mark != Mark.Close);
            if (gained < pair.Value.Count)
                return new Drift(pair.Value.Effect, Vanished: true);
        }

        return null;
    }

    // Of a member that becomes async, `return task;` as the last thing it does may become `await task;`.
    private bool IsNeedlessReturn(Effect effect) =>
        _allowance.BecomeAsync && effect is { Kind: EffectKinds.Jump, Text: "return" }
        && _old.Skip(_end).All(later => later.Mark == Mark.Close && later.Text is not ("for" or "foreach" or "await foreach" or "while" or "until" or "do"));

    // What the flagged code must keep may come to stand in a statement beside it.
    private bool IsMoved(Effect effect, int[] partners) =>
        (effect.Kind & _allowance.OnlyGain) != 0
        && Enumerable.Range(_first, _end - _first).Any(i => partners[i] < 0 && Effect.Comparer.Equals(_old[i], effect));

    // Nothing is lost with a null or a default value.
    private bool IsKept(Effect effect) =>
        (effect.Kind & _allowance.OnlyGain) != 0 && !(effect.Kind == EffectKinds.Literal && (effect.Text.EndsWith(" null", StringComparison.Ordinal) || effect.Text.EndsWith(" default", StringComparison.Ordinal)));

    // An equal effect elsewhere in the new code is the same one in another order.
    private bool LostForGood(int index) => _new.Count(effect => Effect.Comparer.Equals(effect, _old[index])) < _old.Count(effect => Effect.Comparer.Equals(effect, _old[index]));

    private bool MayChange(Effect effect) =>
        (effect.Kind & _allowance.Within) != 0 || (_allowance.NarrowCatch && effect.Kind is EffectKinds.Catch or EffectKinds.Variable);

    private bool MayStandBeside(Effect effect)
    {
        const EffectKinds OpenEnd = EffectKinds.Jump | EffectKinds.Throw | EffectKinds.Call | EffectKinds.Expression | EffectKinds.Condition;
        var kinds = _allowance.CloseOpenEnd ? _allowance.Beside | OpenEnd : _allowance.Beside;
        return (effect.Kind & kinds) != 0;
    }

    private bool IsInSurroundings(int[] oldOfNew, int index)
    {
        var before = Before(oldOfNew, index);
        var after = After(oldOfNew, index);
        return (before < 0 || _old[before].Span.Start >= _flagged.Surroundings.Start || _flagged.Span.Contains(_old[before].Span) || IsEdge(before))
            && (after >= _old.Count || _old[after].Span.Start <= _flagged.Surroundings.End)
            && (before < 0 || _old[before].Span.Start <= _flagged.Surroundings.End);

        // The mark that opens the surroundings stands before them.
        bool IsEdge(int i) => i + 1 < _old.Count && _old[i + 1].Span.Start >= _flagged.Surroundings.Start;
    }

    // A new condition, lock or handler around old code decides whether that code runs: only the flagged code may get one.
    private bool EnclosesOnlyFlagged(int[] oldOfNew, int index)
    {
        if (_new[index].Mark == Mark.None)
            return true;
        var (open, close) = PairOf(index);
        for (var i = open + 1; i < close; i++)
        {
            if (oldOfNew[i] >= 0 && (oldOfNew[i] < _first || oldOfNew[i] >= _end))
                return false;
        }

        return true;
    }

    // What is added beside the flagged code is a statement or an arm of its own, not a part of an old one; a variable
    // that was only declared may get a value.
    private bool IsInNewStatement(int[] oldOfNew, Effect effect)
    {
        if (_allowance.IntoStatements || effect.Syntax is not { } syntax || effect.Mark != Mark.None)
            return true;
        var own = FlaggedCode.Find(syntax);
        for (var i = 0; i < _new.Count; i++)
        {
            if (oldOfNew[i] >= 0 && (oldOfNew[i] < _first || oldOfNew[i] >= _end) && _new[i].Mark == Mark.None && _new[i].Kind != EffectKinds.Variable && _new[i].Span.Length > 0 && own.Contains(_new[i].Span))
                return false;
        }

        return true;
    }

    // What is added beside the flagged code must be about the value that the diagnostic names: a test of it, or a call
    // that it is passed to. What a handler does, or the end of a member, is about no value.
    private bool ConcernsFlagged(int[] oldOfNew, int index)
    {
        if (_allowance.NarrowCatch || _allowance.CloseOpenEnd || _allowance.IntoStatements || TargetReads() is not { Count: > 0 } wanted)
            return true;
        var top = -1;
        for (var i = index; i >= 0; i--)
        {
            if (_new[i].Mark == Mark.Open && oldOfNew[i] < 0 && PairOf(i).Close >= index)
                top = i;
        }

        if (top >= 0)
        {
            // The header of a construct ends where the part begins that it decides on.
            for (var i = top + 1; i < _new.Count && _new[i].Text is not ("then" or "do"); i++)
            {
                if (_new[i].Kind == EffectKinds.Read && wanted.Contains(_new[i].Text))
                    return true;
            }

            return false;
        }

        if (_new[index] is not { Kind: EffectKinds.Call, Syntax: { } syntax })
            return true;
        var own = FlaggedCode.Find(syntax);
        return _new.Any(effect => effect.Kind == EffectKinds.Read && wanted.Contains(effect.Text) && own.Contains(effect.Span));
    }

    private HashSet<string> TargetReads()
    {
        var flagged = _old.Skip(_first).Take(_end - _first).Where(effect => effect.Kind == EffectKinds.Read).ToList();
        var named = flagged.Where(effect => _flagged.Target?.Contains(effect.Span) ?? false).ToList();
        return new HashSet<string>((named.Count > 0 ? named : flagged).Select(effect => effect.Text));
    }

    // A new way out before the flagged code skips what stands between them; only what has no effect may be skipped.
    // A throw only comes earlier.
    private bool LeavesBefore(int[] oldOfNew, int index)
    {
        const EffectKinds Skipped = EffectKinds.Call | EffectKinds.Write | EffectKinds.Await | EffectKinds.Yield | EffectKinds.Lock | EffectKinds.Dispose;
        if (_new[index].Kind != EffectKinds.Jump || _new[index].Mark != Mark.None || _allowance.CloseOpenEnd)
            return false;
        var after = After(oldOfNew, index);
        for (var i = after; i < _first; i++)
        {
            if ((_old[i].Kind & Skipped) != 0)
                return true;
        }

        return false;
    }

    private (int Open, int Close) PairOf(int index)
    {
        var depth = 0;
        var step = _new[index].Mark == Mark.Open ? 1 : -1;
        for (var i = index; i >= 0 && i < _new.Count; i += step)
        {
            depth += _new[i].Mark switch { Mark.Open => 1, Mark.Close => -1, _ => 0 };
            if (depth == 0)
                return step > 0 ? (index, i) : (i, index);
        }

        return (0, _new.Count);
    }

    // The old index of the nearest surviving effect before a new one; -1 where there is none.
    private static int Before(int[] oldOfNew, int index)
    {
        for (var i = index - 1; i >= 0; i--)
        {
            if (oldOfNew[i] >= 0)
                return oldOfNew[i];
        }

        return -1;
    }

    private int After(int[] oldOfNew, int index)
    {
        for (var i = index + 1; i < oldOfNew.Length; i++)
        {
            if (oldOfNew[i] >= 0)
                return oldOfNew[i];
        }

        return _old.Count;
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

/// <summary>An effect that vanished or appeared without leave.</summary>
internal sealed record Drift(Effect Effect, bool Vanished)
{
    /// <summary>Whether it is the effect that a repair must bring and this one does not.</summary>
    public bool Missing { get; init; }
}
