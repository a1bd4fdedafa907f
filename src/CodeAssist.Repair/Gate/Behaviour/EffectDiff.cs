using CodeAssist.Repair.Editing;
using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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

    // The effects that a swap allows to vanish or to appear.
    private readonly HashSet<int> _grantedOld = [];
    private readonly HashSet<int> _grantedNew = [];

    // The effects of a fallback that stands where the flagged variable gets its value.
    private readonly HashSet<int> _fallback = [];

    // The flagged effects are _old[_first.._end).
    private readonly int _first;
    private readonly int _end;

    private int[]? _partners;

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

    /// <summary>Whether the edit makes the region's function async.</summary>
    public bool BecameAsync { get; init; }

    /// <summary>Whether a cancellation token is in scope, which a call may not do without.</summary>
    public Func<bool> HasToken { get; init; } = () => false;

    /// <summary>The region before; null where nothing tells.</summary>
    public Microsoft.CodeAnalysis.SyntaxNode? Region { get; init; }

    /// <summary>The names that the diagnostic quotes.</summary>
    public IReadOnlyCollection<string> NamedByTarget { get; init; } = [];

    /// <summary>The words of the diagnostic's message.</summary>
    public IReadOnlyCollection<string> WordsOfTarget { get; init; } = [];

    /// <summary>The names of the helpers that the edit adds.</summary>
    public IReadOnlyCollection<string> HelperNames { get; init; } = [];

    /// <summary>What the helpers do that the edit adds for the region's use.</summary>
    public IReadOnlyList<Effect> Helpers { get; init; } = [];

    /// <summary>How many effects vanished or appeared, those of added helpers too: of two repairs that pass, the one that does less is the better one.</summary>
    public int CountChanges()
    {
        var kept = (_partners ??= FindPartners()).Count(partner => partner >= 0);
        return _old.Count - kept + (_new.Count - kept) + Helpers.Count;
    }

    /// <summary>The first drift, or null.</summary>
    public Drift? FindDrift()
    {
        if (_allowance.JoinConstruct && JoinsConstruct())
            return null;
        if (_allowance.MoveUp && KnownMoves.IsMoveUp(_old, _new, _first, EndOfConstruct(), TargetReads()))
            return null;
        if (_allowance.ExtractLocal && KnownMoves.IsExtractedLocal(_old, _new))
            return null;
        if (_allowance.ReleaseInFinally)
            return LockRelease.Find(_old, _new, FlaggedOld());
        var partners = _partners ??= FindPartners();
        var oldOfNew = new int[_new.Count];
        for (var i = 0; i < oldOfNew.Length; i++)
            oldOfNew[i] = -1;
        for (var i = 0; i < partners.Length; i++)
        {
            if (partners[i] >= 0)
                oldOfNew[partners[i]] = i;
        }

        Grant(partners, oldOfNew);
        return Vanished(partners) ?? Appeared(oldOfNew, partners) ?? Dropped(partners, oldOfNew) ?? LostReads(oldOfNew) ?? Gained(oldOfNew)
            ?? Inverted(partners, oldOfNew) ?? ChangedConditions(partners) ?? FlaggedWording.FindDrift(_allowance.Wording, FlaggedOld(), FlaggedNew(oldOfNew)) ?? LostToken(oldOfNew)
            ?? Misplaced(oldOfNew) ?? AddedInside(oldOfNew) ?? Outward(oldOfNew) ?? Blocked(oldOfNew) ?? InHelpers() ?? MadeUp(new EffectPairs(_old, _new, oldOfNew, _first, _end));
    }

    // Where the header of a construct is flagged, the construct moves as a whole.
    private int EndOfConstruct()
    {
        var depth = 0;
        for (var i = _first; i < _old.Count; i++)
        {
            depth += _old[i].Mark switch { Mark.Open => 1, Mark.Close => -1, _ => 0 };
            if (i + 1 >= _end && depth <= 0)
                return i + 1;
        }

        return _end;
    }

    // Whether nobody says what the edit may change: code that is not written yet, an edit without a diagnostic.
    private bool IsUnbounded => (_allowance.Within == EffectKinds.All && _kept != Weighty) || (_allowance.Beside & EffectKinds.Await) != 0;

    private Drift? MadeUp(EffectPairs pairs)
    {
        if (IsUnbounded)
            return Unwritten(pairs);
        return MadeUpValues.FindTautology(pairs)
            ?? (_allowance.PlainLiterals ? MadeUpValues.FindLiteral(pairs, _grantedNew, _allowance.ArmsByName) : null)
            ?? MadeUpValues.FindCall(pairs, _grantedNew, _allowance.NewCalls, Helpers.Count > 0 ? HelperNames : [], _allowance.ArmsByName)
            ?? LossOnTheWay(pairs)
            ?? Rearranged(pairs)
            ?? (Region is { } region ? SkippedEffects.Find(pairs, TargetReads(), region) : null)
            ?? (_allowance.OnlyEmpty ? MadeUpValues.FindElements(pairs) : null)
            ?? NewWrites(pairs)
            ?? ThrowOfFinally(pairs)
            ?? (_allowance.NamedCalls ? NamedSources.Find(pairs, _grantedNew, WordsOfTarget, HelperNames) : null)
            ?? First(pairs, IsSecret)
            ?? (_allowance.MostGained is not null && pairs.Appeared.Any(i => _new[i].Text.Contains("attern")) ? First(pairs, effect => effect.Kind == EffectKinds.Literal && !pairs.Old.Contains(effect, Effect.Comparer)) : null)
            ?? (_allowance.FittingName && Region?.ToString().IndexOf("descending", StringComparison.OrdinalIgnoreCase) < 0 ? First(pairs, effect => effect.Kind == EffectKinds.Call && effect.Text.Contains("Descending<")) : null)
            ?? OtherAwait(pairs)
            ?? OtherJump(pairs)
            ?? (_allowance.OneBranch && pairs.Appeared.Any(i => _new[i].Kind is EffectKinds.Literal) ? First(pairs, effect => effect.Kind == EffectKinds.Operator) : null)
            ?? (_allowance.PlainLiterals ? First(pairs, effect => effect is { Text: "??", Syntax: BinaryExpressionSyntax { Right: ThisExpressionSyntax } }) : null)
            ?? (_allowance.FallbackAtDeclaration ? OtherObject(pairs) : null)
            ?? (_allowance.NamedCalls || _allowance.KeepPolarity ? Polarity.FindTurned(pairs) : null)
            ?? (_allowance.KeepConstants ? OtherConstant(pairs) : null)
            ?? Cancelled(pairs)
            ?? Untold(pairs)
            ?? Unwritten(pairs);
    }

    private static Drift? LossOnTheWay(EffectPairs pairs) =>
        pairs.Appeared.Select(i => pairs.New[i]).FirstOrDefault(effect => effect.Kind == EffectKinds.Conversion && effect.Text.Contains(" then ")) is { } loss ? new Drift(loss, Vanished: false) : null;

    // No repair passes a secret on that was not read there.
    private bool IsSecret(Effect effect) =>
        effect.Kind == EffectKinds.Read && Array.Exists(["password", "secret", "apikey", "credential", "passphrase"], word => effect.Text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
        && !FlaggedOld().Contains(effect, Effect.Comparer) && !NamedByTarget.Contains(effect.Text.Substring(effect.Text.LastIndexOf('.') + 1));

    private static Drift? First(EffectPairs pairs, Func<Effect, bool> holds) =>
        pairs.Appeared.Select(i => pairs.New[i]).FirstOrDefault(holds) is { } effect ? new Drift(effect, Vanished: false) : null;

    // A library that leaves the caller's context at its awaits does so at every one.
    private static Drift? OtherAwait(EffectPairs pairs) =>
        pairs.Old.Any(effect => effect is { Kind: EffectKinds.Await, Text: "ConfigureAwait false" }) ? First(pairs, effect => effect is { Kind: EffectKinds.Await, Text: "ConfigureAwait true" }) : null;

    // A jump that may move does not become another one.
    private Drift? OtherJump(EffectPairs pairs) => (_allowance.MayLose & EffectKinds.Jump) == 0 ? null
        : First(pairs, effect => effect is { Kind: EffectKinds.Jump, Mark: Mark.None } && effect.Text != "Continue" && !pairs.FlaggedOld.Contains(effect, Effect.Comparer));

    // Another member of the value that may be null is another object.
    private Drift? OtherObject(EffectPairs pairs)
    {
        var values = TargetReads().Select(text => text.Substring(text.LastIndexOf('.') + 1)).ToList();
        return First(pairs, effect => effect.Kind == EffectKinds.Read && effect.Text.Contains('.') && !pairs.Old.Contains(effect, Effect.Comparer) && !effect.Text.EndsWith(".HasValue", StringComparison.Ordinal) && !effect.Text.EndsWith(".Length", StringComparison.Ordinal) && !effect.Text.EndsWith(".Count", StringComparison.Ordinal)
            && effect.Syntax switch
            {
                MemberAccessExpressionSyntax access => values.Contains(WantedName.LastName(access.Expression) ?? string.Empty),
                MemberBindingExpressionSyntax { Parent: ConditionalAccessExpressionSyntax conditional } => values.Contains(WantedName.LastName(conditional.Expression) ?? string.Empty),
                _ => false,
            });
    }

    private static Drift? OtherConstant(EffectPairs pairs) =>
        pairs.Appeared.Select(i => pairs.New[i]).FirstOrDefault(effect => effect.Kind == EffectKinds.Read && effect.Text.StartsWith("System.", StringComparison.Ordinal) && !pairs.Old.Contains(effect, Effect.Comparer)) is { } other
            ? new Drift(other, Vanished: false)
            : null;

    // Nothing was cancelled because something is wrong.
    private static Drift? Cancelled(EffectPairs pairs) =>
        pairs.Appeared.Select(i => pairs.New[i]).FirstOrDefault(effect => effect.Kind == EffectKinds.Call && (effect.Text.StartsWith("new System.OperationCanceledException", StringComparison.Ordinal) || effect.Text.StartsWith("new System.Threading.Tasks.TaskCanceledException", StringComparison.Ordinal))) is { } cancelled && !pairs.Old.Contains(cancelled, Effect.Comparer)
            ? new Drift(cancelled, Vanished: false)
            : null;

    // A handler that stays as wide as it was tells of its exception by a call that does more than make a text of it, or throws.
    private Drift? Untold(EffectPairs pairs)
    {
        if (!_allowance.TellsOrNarrows)
            return null;
        var appeared = pairs.Appeared.Select(i => _new[i]).ToList();
        return appeared.Exists(effect => effect.Kind is EffectKinds.Throw or EffectKinds.Catch || (effect.Kind == EffectKinds.Call && !PureCalls.Has(effect) && !IsDeferred(effect) && !effect.Text.EndsWith(".GetType()", StringComparison.Ordinal)))
            ? null
            : new Drift(new Effect(EffectKinds.Call, string.Empty, default), Vanished: false) { Missing = true };
    }

    private static bool IsDeferred(Effect effect) =>
        effect.Syntax?.Ancestors().TakeWhile(node => node is not CatchClauseSyntax).Any(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) == true;

    private Drift? Unwritten(EffectPairs pairs) =>
        _allowance.WritesCode && (!pairs.Appeared.Any(i => _new[i].Kind is EffectKinds.Call or EffectKinds.Write or EffectKinds.Jump or EffectKinds.Throw or EffectKinds.Yield && _new[i].Mark == Mark.None)
            || pairs.Appeared.Any(i => _new[i] is { Kind: EffectKinds.Call } call && call.Text.StartsWith("new System.NotSupportedException", StringComparison.Ordinal)))
            ? new Drift(new Effect(EffectKinds.Call, string.Empty, default), Vanished: false) { Missing = true }
            : null;

    // What may only change its order is there as often as before.
    private Drift? Rearranged(EffectPairs pairs)
    {
        var old = Counted(pairs.FlaggedOld);
        var now = Counted(FlaggedNew(pairs.OldOfNew));
        var mayVanish = Counted(_grantedOld.Select(i => _old[i]));
        var mayAppear = Counted(_grantedNew.Select(i => _new[i]));
        foreach (var effect in old.Keys.Concat(now.Keys))
        {
            var lost = Of(old, effect) - Of(now, effect);
            if (lost > Of(mayVanish, effect) || -lost > Of(mayAppear, effect))
                return new Drift(effect, Vanished: lost > 0);
        }

        return _allowance.Rearranges.HasFlag(EffectKinds.Read) && !_allowance.MoveArguments ? OtherOrder(pairs) : null;

        static int Of(Dictionary<Effect, int> counts, Effect effect) => counts.TryGetValue(effect, out var count) ? count : 0;

        Dictionary<Effect, int> Counted(IEnumerable<Effect> effects) =>
            effects.Where(effect => (effect.Kind & _allowance.Rearranges) != 0 && effect.Mark != Mark.Close).GroupBy(effect => effect, Effect.Comparer).ToDictionary(group => group.Key, group => group.Count(), Effect.Comparer);
    }

    // Operands that belong together otherwise still stand in their order.
    private Drift? OtherOrder(EffectPairs pairs)
    {
        var now = FlaggedNew(pairs.OldOfNew).Where(IsOperand).ToList();
        var old = pairs.FlaggedOld.Where(IsOperand).ToList();
        var at = 0;
        foreach (var operand in now)
        {
            if (at < old.Count && Effect.Comparer.Equals(operand, old[at]))
                at++;
        }

        return at < old.Count && old.TrueForAll(operand => now.Contains(operand, Effect.Comparer)) ? new Drift(old[at], Vanished: true) : null;

        static bool IsOperand(Effect effect) => effect.Kind is EffectKinds.Read or EffectKinds.Literal;
    }

    private Drift? NewWrites(EffectPairs pairs) => !_allowance.WritesNamed ? null
        : (_allowance.OnlyGain & _allowance.Within) == (EffectKinds.Write | EffectKinds.Read) && First(pairs, effect => effect.Kind == EffectKinds.Read && effect.Syntax?.FirstAncestorOrSelf<AssignmentExpressionSyntax>()?.Left.Span.Contains(effect.Span) != true) is { } source ? source
        : _allowance.OnlyEmpty && LeftAside(pairs) is { } aside ? aside
        : pairs.Appeared.Select(i => _new[i]).FirstOrDefault(effect => effect.Kind == EffectKinds.Write && !NamedByTarget.Contains(effect.Text.Substring(effect.Text.LastIndexOf('.') + 1)) && !ReceiversOfTarget().Contains(effect.Text)) is { } other
            ? new Drift(other, Vanished: false)
            : null;

    // A parameter that has the name of what is written is what was meant for it.
    private Drift? LeftAside(EffectPairs pairs) =>
        Region is BaseMethodDeclarationSyntax { ParameterList.Parameters: var parameters }
            ? First(pairs, effect => effect.Kind == EffectKinds.Write && parameters.Any(parameter => NameFit.Score(effect.Text.Substring(effect.Text.LastIndexOf('.') + 1), parameter.Identifier.ValueText) == NameFit.Same
                && !pairs.Appeared.Any(i => _new[i].Kind == EffectKinds.Read && _new[i].Text == parameter.Identifier.ValueText)))
            : null;

    // A throw in a finally block says that something is wrong: it may move, not go.
    private Drift? ThrowOfFinally(EffectPairs pairs) =>
        _allowance.DeleteFlagged && pairs.FlaggedOld.FirstOrDefault(effect => effect.Kind == EffectKinds.Throw && effect.Syntax?.FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.FinallyClauseSyntax>() is not null) is { } lost
        && _new.Count(effect => effect.Kind == EffectKinds.Throw) < _old.Count(effect => effect.Kind == EffectKinds.Throw)
            ? new Drift(lost, Vanished: true)
            : null;

    private int[] FindPartners() => FlaggedPartners() ?? SequenceDiff.Match(_old, _new, Effect.Comparer);

    // A helper does what a repair in place could do.
    private Drift? InHelpers()
    {
        if (IsUnbounded)
            return null;
        var kinds = _allowance.Within | _allowance.Beside | EffectKinds.Jump | EffectKinds.Variable | EffectKinds.Expression | EffectKinds.Condition;
        return Helpers.FirstOrDefault(effect => ((effect.Kind & kinds) == 0 && !effect.Text.StartsWith("new ", StringComparison.Ordinal)) || OutwardCalls.IsOutward(effect)) is { } strange ? new Drift(strange, Vanished: false) : null;
    }

    // No repair calls out of the program where the member did not; one that tells of an exception may do that.
    private Drift? Outward(int[] oldOfNew)
    {
        if (IsUnbounded && !_allowance.WritesCode)
            return null;
        for (var i = 0; i < _new.Count; i++)
        {
            if (oldOfNew[i] < 0 && !_grantedNew.Contains(i) && !(_allowance.WritesCode && IsKnownToType(_new[i])) && OutwardCalls.IsOutward(_new[i]) && !MayTell(_new[i]) && !_old.Any(effect => OutwardCalls.AreOfOneType(effect, _new[i]) || (effect.Kind == EffectKinds.Read && IsCallOf(_new[i], effect.Text))))
                return new Drift(_new[i], Vanished: false);
        }

        return null;
    }

    // No repair waits for a task by blocking where nothing did.
    private Drift? Blocked(int[] oldOfNew)
    {
        if (IsUnbounded)
            return null;
        for (var i = 0; i < _new.Count; i++)
        {
            if (oldOfNew[i] < 0 && WaitSwaps.IsWait(_new[i]) && !_old.Contains(_new[i], Effect.Comparer))
                return new Drift(_new[i], Vanished: false);
        }

        return null;
    }

    // What the type reaches out to already, code that is written for it may reach out to.
    private bool IsKnownToType(Effect effect) =>
        Region?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && OutwardCalls.SimpleTypeOf(effect) is { Length: > 0 } name && type.DescendantTokens().Any(token => token.ValueText == name);

    private bool MayTell(Effect effect) =>
        _allowance.CallsBeside.Any(pattern => new EffectSwap(EffectKinds.Call, string.Empty, pattern).MayAppear(effect.Text));

    // A value that was passed to one parameter of a call may not be passed to another one of it in its place.
    private Drift? Misplaced(int[] oldOfNew)
    {
        if (_allowance.MoveArguments || IsUnbounded)
            return null;
        var before = FlaggedOld().Where(effect => effect.Role is not null).ToList();
        var after = FlaggedNew(oldOfNew).Where(effect => effect.Role is not null).ToList();
        return after.FirstOrDefault(effect =>
                before.Any(old => old.Text == effect.Text && old.Role!.Value.Method == effect.Role!.Value.Method)
                && !before.Any(old => old.Text == effect.Text && old.Role == effect.Role)
                && !after.Any(other => other.Text == effect.Text && before.Any(old => old.Text == other.Text && old.Role == other.Role))) is { } moved
            ? new Drift(moved, Vanished: false)
            : null;
    }

    // Where only the result may be converted, nothing new stands between the parts that it is computed from.
    private Drift? AddedInside(int[] oldOfNew)
    {
        if (!_allowance.OnlyAround || _flagged.Target is not { } target)
            return null;
        var kept = Enumerable.Range(0, _new.Count).Where(i => oldOfNew[i] >= 0 && target.Contains(_old[oldOfNew[i]].Span)).ToList();
        for (var i = 0; i < _new.Count; i++)
        {
            // A test may stand inside, where the guide has tests.
            var counts = (_allowance.Within & EffectKinds.Condition) == 0 || _new[i].Kind is EffectKinds.Call or EffectKinds.Conversion;
            if (oldOfNew[i] < 0 && counts && kept.Count > 0 && i > kept[0] && i < kept[kept.Count - 1])
                return new Drift(_new[i], Vanished: false);
        }

        return null;
    }

    private IEnumerable<Effect> FlaggedOld() => _old.Skip(_first).Take(_end - _first);

    private IEnumerable<Effect> FlaggedNew(int[] oldOfNew) =>
        Enumerable.Range(0, _new.Count).Where(i => oldOfNew[i] < 0 || IsFlagged(oldOfNew[i])).Select(i => _new[i]);

    private bool IsFlagged(int old) => old >= _first && old < _end;

    // Finds for each effect that vanished the one that may stand in its place.
    private void Grant(int[] partners, int[] oldOfNew)
    {
        var swaps = _allowance.AwaitForWait ? [.. _allowance.Swaps, .. WaitSwaps.All] : _allowance.Swaps;
        var appeared = Enumerable.Range(0, _new.Count).Where(i => oldOfNew[i] < 0 && IsInGap(oldOfNew, i)).ToList();
        for (var i = _first; i < _end; i++)
        {
            if (partners[i] >= 0)
                continue;
            var old = _old[i];
            var partner = appeared.FindIndex(at => _new[at].Kind == old.Kind && swaps.Any(swap => swap.Kind == old.Kind && swap.MayBecome(old.Text, _new[at].Text)));
            if (partner >= 0)
            {
                _grantedOld.Add(i);
                _grantedNew.Add(appeared[partner]);
                appeared.RemoveAt(partner);
            }
            else if (swaps.Any(swap => swap.Kind == old.Kind && swap.MayVanish(old.Text)) || (old.Kind == EffectKinds.Write && appeared.Any(at => _new[at].Kind == EffectKinds.Condition && _new[at].Text == "??= " + old.Text)))
            {
                _grantedOld.Add(i);
            }
        }

        _grantedNew.UnionWith(appeared.Where(at => swaps.Any(swap => swap.Kind == _new[at].Kind && swap.MayAppear(_new[at].Text))));
        var (compared, became) = ComparedConstants.Swapped(_old, _first, _end, _new, partners, swaps);
        _grantedOld.UnionWith(compared);
        _grantedNew.UnionWith(became);
        if (_allowance.FallbackAtDeclaration)
            _fallback.UnionWith(FallbackAtDeclaration.Find(new EffectPairs(_old, _new, oldOfNew, _first, _end), TargetReads()));
        if (_allowance.DropRepetition)
            GrantRepetition(partners, oldOfNew);
        if (_allowance.ReturnAtEnd)
            GrantReturns(oldOfNew);
        if (_allowance.Extent == Extent.Guarded)
            GrantEnds(partners, oldOfNew);
        GrantCasts(partners, oldOfNew);
        GrantUnreachable(partners, oldOfNew);
        GrantBound(partners, oldOfNew);
        if (_allowance.OneBranch)
            GrantOtherValue(partners, oldOfNew);
        if (_allowance.KeepSources && _allowance.FittingName)
            GrantDroppedOperand(partners, oldOfNew);
        if (!BecameAsync)
            return;

        // What wrapped a result in a task is the compiler's business now.
        for (var i = 0; i < _old.Count; i++)
        {
            if (partners[i] < 0 && WaitSwaps.IsWrapper(_old[i]))
                _grantedOld.Add(i);
            else if (partners[i] < 0 && IsNeedlessReturn(i))
                _grantedOld.Add(i);
        }
    }

    // What is left at least once, and the tests that only chose among equals.
    private void GrantRepetition(int[] partners, int[] oldOfNew)
    {
        // Where the decision itself stands, what one of its branches does is no repetition.
        if (Enumerable.Range(_first, _end - _first).Where(i => _old[i] is { Kind: EffectKinds.Condition, Mark: Mark.Open }).Take(1).Any(i => partners[i] >= 0))
            return;
        var left = new HashSet<Effect>(FlaggedNew(oldOfNew), Effect.Comparer);
        for (var i = _first; i < _end; i++)
        {
            if (partners[i] < 0 && left.Contains(_old[i]))
                _grantedOld.Add(i);
            if (partners[i] < 0 && _old[i] is { Kind: EffectKinds.Condition, Mark: Mark.Open })
                _grantedOld.UnionWith(Enumerable.Range(i, Header(_old, i).Count() + 1).Where(at => partners[at] < 0 && _old[at].Kind is not (EffectKinds.Call or EffectKinds.Write or EffectKinds.Await)));
        }
    }

    // The flagged code may come to stand behind the end of the construct around it.
    private void GrantEnds(int[] partners, int[] oldOfNew)
    {
        foreach (var i in Enumerable.Range(0, _old.Count).Where(i => partners[i] < 0 && _old[i].Mark == Mark.Close))
        {
            var at = Enumerable.Range(0, _new.Count).Where(at => oldOfNew[at] < 0 && !_grantedNew.Contains(at) && Effect.Comparer.Equals(_new[at], _old[i])).Take(1).ToList();
            _grantedNew.UnionWith(at);
            if (at.Count > 0)
                _grantedOld.Add(i);
        }
    }

    // A cast may give way to a test of the type that throws where the cast did.
    private void GrantCasts(int[] partners, int[] oldOfNew)
    {
        if (Enumerable.Range(0, _new.Count).Any(i => oldOfNew[i] < 0 && _new[i].Kind == EffectKinds.Throw))
            _grantedOld.UnionWith(Enumerable.Range(_first, _end - _first).Where(i => partners[i] < 0 && _old[i].Kind == EffectKinds.Conversion && _old[i].Text.StartsWith("to ", StringComparison.Ordinal)));
    }

    // A jump right behind a throw that came is never reached.
    private void GrantUnreachable(int[] partners, int[] oldOfNew)
    {
        if (_end < _old.Count && partners[_end] < 0 && _old[_end] is { Kind: EffectKinds.Jump, Mark: Mark.None } && Enumerable.Range(0, _new.Count).Any(i => oldOfNew[i] < 0 && _new[i].Kind == EffectKinds.Throw && (_flaggedAfter?.Contains(_new[i].Span) ?? true)))
            _grantedOld.Add(_end);
    }

    // Statements that stay to the letter and that an error kept from being bound.
    private void GrantBound(int[] partners, int[] oldOfNew)
    {
        // A name that could not be bound is the call's that it is now.
        _grantedOld.UnionWith(Enumerable.Range(0, _old.Count).Where(i => partners[i] < 0 && _old[i].IsUnbound && _new.Any(effect => IsCallOf(effect, _old[i].Text) || IsCallOn(effect, _old[i].Text))));
        var unbound = new HashSet<string>(_old.Where(effect => effect is { Kind: EffectKinds.Operator, Text: "invalid" }).Select(StatementOf).Where(text => text.Length > 0));
        if (unbound.Count == 0)
            return;
        _grantedOld.UnionWith(Enumerable.Range(0, _old.Count).Where(i => partners[i] < 0 && unbound.Contains(StatementOf(_old[i])) && _new.Any(effect => StatementOf(effect) == StatementOf(_old[i]))));
        _grantedNew.UnionWith(Enumerable.Range(0, _new.Count).Where(i => oldOfNew[i] < 0 && unbound.Contains(StatementOf(_new[i]))));

        static string StatementOf(Effect effect) => effect.Syntax?.FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.StatementSyntax>()?.ToString() ?? string.Empty;
    }

    // An operand that goes with its && or || says what another one says still.
    private void GrantDroppedOperand(int[] partners, int[] oldOfNew)
    {
        if (!Enumerable.Range(_first, _end - _first).Any(i => partners[i] < 0 && _old[i] is { Kind: EffectKinds.Operator, Text: "ConditionalAnd" or "ConditionalOr" }))
            return;
        var left = new HashSet<Effect>(FlaggedNew(oldOfNew), Effect.Comparer);
        _grantedOld.UnionWith(Enumerable.Range(_first, _end - _first).Where(i => partners[i] < 0 && _old[i].Kind is EffectKinds.Operator or EffectKinds.Literal or EffectKinds.Call && left.Contains(_old[i])));
    }

    // A branch that is nothing but a literal may be another one.
    private void GrantOtherValue(int[] partners, int[] oldOfNew)
    {
        var old = Enumerable.Range(_first, _end - _first).Where(i => _old[i].Kind is not EffectKinds.Jump && _old[i].Mark == Mark.None).ToList();
        if (old is [var only] && _old[only].Kind == EffectKinds.Literal && partners[only] < 0 && Enumerable.Range(0, _new.Count).Where(i => oldOfNew[i] < 0).ToList() is [var other] && _new[other].Kind == EffectKinds.Literal)
        {
            _grantedOld.Add(only);
            _grantedNew.Add(other);
        }
        else
        {
            // What the member says elsewhere, it may say here.
            _grantedNew.UnionWith(Enumerable.Range(0, _new.Count).Where(i => oldOfNew[i] < 0 && _new[i].Kind == EffectKinds.Literal && _old.Contains(_new[i], Effect.Comparer)));
            if (Enumerable.Range(0, _new.Count).Where(i => oldOfNew[i] < 0 && _new[i].Kind == EffectKinds.Literal).All(_grantedNew.Contains))
                _grantedOld.UnionWith(Enumerable.Range(_first, _end - _first).Where(i => partners[i] < 0 && _old[i].Kind == EffectKinds.Literal).Take(Enumerable.Range(0, _new.Count).Count(i => oldOfNew[i] < 0 && _new[i].Kind == EffectKinds.Literal)));
        }
    }

    // A return that leaves with what the code behind would leave with in the same way skips nothing.
    private void GrantReturns(int[] oldOfNew)
    {
        for (var i = 0; i < _new.Count; i++)
        {
            if (oldOfNew[i] >= 0 || _new[i] is not { Kind: EffectKinds.Jump, Text: "return" })
                continue;
            var behind = _old.Skip(_old.TakeWhile(effect => effect.Span.Start < _flagged.Surroundings.End).Count()).Where(effect => effect.Mark != Mark.Close).ToList();
            var returned = _new.Take(i + 1).Skip(i + 1 - Math.Max(1, behind.Count)).ToList();
            if (behind.Count == 0 || returned.SequenceEqual(behind, Effect.Comparer))
                _grantedNew.UnionWith(Enumerable.Range(i + 1 - returned.Count, returned.Count));
        }
    }

    // A comparison of the same that points the other way, where nobody said that it may, is another condition.
    private Drift? Inverted(int[] partners, int[] oldOfNew)
    {
        if (IsUnbounded)
            return null;
        if (FlaggedOld().Count(IsNot) != FlaggedNew(oldOfNew).Count(IsNot))
            return Negated(partners, oldOfNew);
        for (var i = _first; i < _end; i++)
        {
            if (partners[i] >= 0 || _grantedOld.Contains(i) || !IsComparison(_old[i]))
                continue;
            for (var at = 0; at < _new.Count; at++)
            {
                if (oldOfNew[at] < 0 && IsComparison(_new[at]) && at + 1 < _new.Count && i + 1 < partners.Length && partners[i + 1] == at + 1
                    && !_allowance.Swaps.Any(swap => swap.Kind == EffectKinds.Operator && swap.MayBecome(_old[i].Text, _new[at].Text)))
                {
                    return new Drift(_old[i], Vanished: true);
                }
            }
        }

        return null;

        static bool IsNot(Effect effect) => effect is { Kind: EffectKinds.Operator, Text: "unary Not" };

        static bool IsComparison(Effect effect) =>
            effect is { Kind: EffectKinds.Operator, Text: "Equals" or "NotEquals" or "LessThan" or "LessThanOrEqual" or "GreaterThan" or "GreaterThanOrEqual" };
    }

    // What was asked before is not asked the other way round, unless another comparison gave way for that.
    private Drift? Negated(int[] partners, int[] oldOfNew)
    {
        if (Enumerable.Range(_first, _end - _first).Any(i => partners[i] < 0 && _old[i].Kind == EffectKinds.Operator) || _allowance.Swaps.Any(swap => swap is { Kind: EffectKinds.Operator, From: "", To: "unary Not" } && !Swaps.NewTests.Contains(swap)))
            return null;
        for (var i = 0; i + 1 < _new.Count; i++)
        {
            if (oldOfNew[i] < 0 && _new[i] is { Kind: EffectKinds.Operator, Text: "unary Not" } not && oldOfNew[i + 1] >= 0 && _new[i + 1].Kind == EffectKinds.Operator)
                return new Drift(not, Vanished: false);
        }

        return null;
    }

    // A condition that survives is the one that it was.
    private Drift? ChangedConditions(int[] partners)
    {
        if (!_allowance.KeepConditions)
            return null;
        for (var i = _first; i < _end; i++)
        {
            if (_old[i] is { Kind: EffectKinds.Condition, Mark: Mark.Open } && partners[i] >= 0
                && !Header(_old, i).SequenceEqual(Header(_new, partners[i]), Effect.Comparer))
            {
                return new Drift(_old[i], Vanished: true);
            }
        }

        return null;
    }

    // The header of a construct ends where the part begins that it decides on.
    private static IEnumerable<Effect> Header(IReadOnlyList<Effect> effects, int open) =>
        effects.Skip(open + 1).TakeWhile(effect => effect is not { Kind: EffectKinds.Condition, Text: "then" or "do", Mark: Mark.None });

    // A call may not be made uncancellable where there is a token to pass.
    private Drift? LostToken(int[] oldOfNew)
    {
        for (var i = 0; i < _new.Count; i++)
        {
            if (oldOfNew[i] < 0 && _new[i] is { Text: "System.Threading.CancellationToken.None" or "global::System.Threading.CancellationToken default" or "new global::System.Threading.CancellationToken" or "new global::System.Threading.CancellationTokenSource" })
                return HasToken() ? new Drift(_new[i], Vanished: false) : null;
        }

        return null;
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
            if (_old[i].Kind == EffectKinds.Read && !_grantedOld.Contains(i) && !(_allowance.KeepSources && _old[i].IsUnbound && (_flagged.Target?.Contains(_old[i].Span) ?? false)) && !before.ContainsKey(_old[i].Text))
                before.Add(_old[i].Text, _old[i]);
        }

        var lostCalls = Calls(Enumerable.Range(_first, _end - _first).Where(i => !_grantedOld.Contains(i)).Select(i => _old[i]));
        var indices = Enumerable.Range(0, _new.Count).Where(i => oldOfNew[i] < 0 || IsFlagged(oldOfNew[i])).ToList();
        var after = indices.Select(i => _new[i]).ToList();

        // A value that is only tested is not what the result is computed from.
        var tests = NewTests(oldOfNew);
        var reads = new HashSet<string>(indices.Where(i => _new[i].Kind == EffectKinds.Read && !tests.Contains(i)).Select(i => _new[i].Text));
        var lost = before.Where(pair => !reads.Contains(pair.Key) && !Helpers.Contains(pair.Value, Effect.Comparer) && !after.Any(effect => IsCallOf(effect, pair.Key) || IsCallOn(effect, pair.Key) || IsBoundNow(pair.Value, effect))).Select(pair => pair.Value).ToList();
        if ((_allowance.OnlyGain & EffectKinds.Read) != 0)
            return lost.FirstOrDefault(effect => !IsReadAnew(effect, after)) is { } gone ? new Drift(gone, Vanished: true) : null;

        // A call that only now binds is no new source.
        var bound = before.Keys.Count(name => !reads.Contains(name) && after.Any(effect => IsCallOf(effect, name)));
        var gained = reads.Count(text => !before.ContainsKey(text)) + Math.Max(0, Calls(after) - lostCalls - bound);
        if (lost.Count > (_allowance.KeepReads || _allowance.KeepSources ? 0 : gained))
            return new Drift(lost[0], Vanished: true);
        return _allowance.KeepReads && after.FirstOrDefault(effect => effect.Kind == EffectKinds.Read && !FlaggedOld().Contains(effect, Effect.Comparer)) is { } other
            ? new Drift(other, Vanished: false)
            : null;

        // A new object is no source.
        static int Calls(IEnumerable<Effect> effects) =>
            effects.Count(effect => effect.Kind == EffectKinds.Call && !effect.Text.StartsWith("new ", StringComparison.Ordinal));
    }

    // The effects that stand in the header of a new condition.
    private HashSet<int> NewTests(int[] oldOfNew)
    {
        var tests = new HashSet<int>();
        for (var i = 0; i < _new.Count; i++)
        {
            if (oldOfNew[i] < 0 && _new[i] is { Kind: EffectKinds.Condition, Mark: Mark.Open, Text: "if" or "?:" or "while" })
                tests.UnionWith(Enumerable.Range(i + 1, Header(_new, i).Count()));
        }

        return tests;
    }

    // The member that a name could not be bound to, or the generic type that was named without its arguments.
    private static bool IsBoundNow(Effect lost, Effect now) => now.Kind == EffectKinds.Read
        && ((lost.IsUnbound && now.Text.EndsWith("." + lost.Text, StringComparison.Ordinal)) || (lost.Text.StartsWith("new ", StringComparison.Ordinal) && now.Text.StartsWith(lost.Text + "<", StringComparison.Ordinal)));

    // A name that nobody could bind may be a method's; a value may be read into a new variable, which is read in its place.
    private static bool IsReadAnew(Effect lost, List<Effect> after)
    {
        if (after.Any(effect => IsCallOf(effect, lost.Text)))
            return true;
        var variables = after.Where(effect => effect.Kind is EffectKinds.Variable or EffectKinds.Operator || (effect.Kind == EffectKinds.Read && effect.Text.StartsWith("new ", StringComparison.Ordinal)))
            .Select(effect => effect.Text.Substring(effect.Text.LastIndexOf(' ') + 1)).ToList();
        if (!after.Any(effect => effect.Kind == EffectKinds.Read && variables.Contains(effect.Text)))
            return false;
        return after.Any(effect => effect.Kind == EffectKinds.Read && effect.Text == lost.Text);
    }

    private static bool IsCallOn(Effect effect, string type) =>
        effect.Kind is EffectKinds.Call or EffectKinds.Read && (effect.Text.Contains("." + type + ".") || effect.Text.StartsWith(type + ".", StringComparison.Ordinal));

    private static bool IsCallOf(Effect effect, string name) =>
        effect.Kind == EffectKinds.Call && (effect.Text.Contains("." + name + "(") || effect.Text.Contains("." + name + "<"));

    private Drift? Gained(int[] oldOfNew)
    {
        var gained = Enumerable.Range(0, _new.Count).Where(i => oldOfNew[i] < 0).Select(i => _new[i]).ToList();
        if (gained.Count(effect => effect.Kind != EffectKinds.Read && !effect.Text.Contains("attern")) > _allowance.MostGained)
            return new Drift(gained[gained.Count - 1], Vanished: false);
        foreach (EffectKinds kind in Enum.GetValues(typeof(EffectKinds)))
        {
            // A branch that changes does another thing, not one more.
            if (_allowance.OneBranch && (kind & (kind - 1)) == 0 && (kind & Weighty) != 0
                && gained.FindAll(effect => effect.Kind == kind) is { Count: > 0 } more && more.Count > CountLost(oldOfNew, kind))
            {
                return new Drift(more[more.Count - 1], Vanished: false);
            }

            if (_allowance.OneBranch && kind == EffectKinds.Call && gained.FirstOrDefault(effect => effect.Kind == kind && !_old.Any(old => OutwardCalls.AreOfOneType(old, effect))) is { } stranger)
                return new Drift(stranger, Vanished: false);

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
            if (IsSubscription(_old[i]) && !_allowance.DeleteFlagged)
                return new Drift(_old[i], Vanished: true);
            if (_grantedOld.Contains(i))
                continue;
            if (!IsFlagged(i) || !((_allowance.DeleteFlagged && !((_old[i].Kind & _allowance.OnlyGain) != 0 && LostForGood(i) && !PureCalls.Has(_old[i]))) || (MayChange(_old[i]) && !(IsKept(_old[i]) && LostForGood(i)))))
                return new Drift(_old[i], Vanished: true);
        }

        return null;
    }

    private static bool IsSubscription(Effect effect) =>
        effect.Kind == EffectKinds.Write && (effect.Text.StartsWith("+= ", StringComparison.Ordinal) || effect.Text.StartsWith("-= ", StringComparison.Ordinal));

    private bool IsInGap(int[] oldOfNew, int index, bool isMoved = false) =>
        Before(oldOfNew, index) >= _first - 1 && UpTo(oldOfNew, index) <= _end
        && (isMoved || _allowance.EncloseFlagged || (_flaggedAfter?.Contains(_new[index].Span) ?? true));

    // What was granted to vanish behind the flagged code parts nothing.
    private int UpTo(int[] oldOfNew, int index)
    {
        var after = After(oldOfNew, index);
        while (after > _end && _grantedOld.Contains(after - 1))
            after--;
        return after;
    }

    private Drift? Appeared(int[] oldOfNew, int[] partners)
    {
        for (var i = 0; i < oldOfNew.Length; i++)
        {
            if (oldOfNew[i] >= 0 || _grantedNew.Contains(i) || _fallback.Contains(i) || _new[i] is { Text: "body", Kind: EffectKinds.Jump })
                continue;
            var effect = _new[i];
            if (MayChange(effect) && IsInGap(oldOfNew, i, IsMoved(effect, partners)))
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
            if (partners[i] >= 0 || _grantedOld.Contains(i) || (_old[i].Kind & _kept & ~_allowance.MayLose) == 0 || _old[i].Mark == Mark.Close || IsNeedlessReturn(i))
                continue;
            lost.TryGetValue(_old[i].Kind, out var entry);
            lost[_old[i].Kind] = (entry.Count + 1, _old[i]);
        }

        // A call that may go gives way to something: another source, or a condition.
        if (!IsUnbounded && !_allowance.WholeBody && (_allowance.MayLose & EffectKinds.Call) != 0 && Enumerable.Range(_first, _end - _first).Any(i => partners[i] < 0 && _old[i].Kind == EffectKinds.Call)
            && !Enumerable.Range(0, _new.Count).Any(i => oldOfNew[i] < 0 && _new[i].Kind is EffectKinds.Call or EffectKinds.Read or EffectKinds.Condition or EffectKinds.Operator or EffectKinds.Conversion && !_new[i].Text.EndsWith(".Empty", StringComparison.Ordinal)))
        {
            return new Drift(_old.Skip(_first).First(effect => effect.Kind == EffectKinds.Call), Vanished: true);
        }

        foreach (var pair in lost)
        {
            var gained = Enumerable.Range(0, _new.Count).Count(i => oldOfNew[i] < 0 && !_grantedNew.Contains(i) && _new[i].Kind == pair.Key && _new[i].Mark != Mark.Close);
            if (gained < pair.Value.Count)
                return new Drift(pair.Value.Effect, Vanished: true);
        }

        return null;
    }

    // Of a member that becomes async, `return task;` as the last thing it does may become `await task;`.
    private bool IsNeedlessReturn(int index) =>
        _allowance.BecomeAsync && _old[index] is { Kind: EffectKinds.Jump, Text: "return" }
        && _old.Skip(index + 1).All(later => later.Mark == Mark.Close && later.Text is not ("for" or "foreach" or "await foreach" or "while" or "until" or "do"));

    // What the flagged code must keep may come to stand in a statement beside it.
    private bool IsMoved(Effect effect, int[] partners) =>
        (effect.Kind & _allowance.OnlyGain) != 0
        && Enumerable.Range(_first, _end - _first).Any(i => partners[i] < 0 && Effect.Comparer.Equals(_old[i], effect));

    // Nothing is lost with a null or a default value.
    private bool IsKept(Effect effect) =>
        (effect.Kind & _allowance.OnlyGain) != 0 && !(effect.Kind == EffectKinds.Read && _new.Any(other => IsCallOf(other, effect.Text))) && !(effect.Kind == EffectKinds.Literal && (effect.Text.EndsWith(" null", StringComparison.Ordinal) || effect.Text.EndsWith(" default", StringComparison.Ordinal)));

    // An equal effect elsewhere in the new code is the same one in another order.
    private bool LostForGood(int index) => !Helpers.Contains(_old[index], Effect.Comparer) && _new.Count(effect => Effect.Comparer.Equals(effect, _old[index])) < _old.Count(effect => Effect.Comparer.Equals(effect, _old[index]));

    private bool MayChange(Effect effect) =>
        (KindOf(effect) & _allowance.Within) != 0 || (_allowance.NarrowCatch && effect.Kind is EffectKinds.Catch or EffectKinds.Variable);

    // `??=` on a field or a property is a write of the object's state, on a variable a test.
    private static EffectKinds KindOf(Effect effect) =>
        effect.Kind == EffectKinds.Condition && effect.Text.StartsWith("??= ", StringComparison.Ordinal) && effect.Text.Contains('.') ? EffectKinds.Write : effect.Kind;

    private bool MayStandBeside(Effect effect)
    {
        const EffectKinds OpenEnd = EffectKinds.Jump | EffectKinds.Throw | EffectKinds.Call | EffectKinds.Expression | EffectKinds.Condition;
        var kinds = _allowance.CloseOpenEnd ? _allowance.Beside | OpenEnd : _allowance.Beside;
        return (KindOf(effect) & kinds) != 0
            && (effect.Kind != EffectKinds.Call || _allowance.CallsBeside.Count == 0 || MayTell(effect));
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
        var own = syntax.FirstAncestorOrSelf<SyntaxNode>(node => node is VariableDeclaratorSyntax or SwitchExpressionArmSyntax)?.Span ?? FlaggedCode.Find(syntax);
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
        if (_allowance.NarrowCatch || _allowance.EncloseFlagged || _allowance.CloseOpenEnd || _allowance.IntoStatements || TargetReads() is not { Count: > 0 } wanted)
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

    // What the flagged call is made on, as opposed to what it is passed.
    private HashSet<string> ReceiversOfTarget() =>
        new(_old.Skip(_first).Take(_end - _first).Where(effect => effect.Kind == EffectKinds.Read && effect.Role is null && (_flagged.Target?.Contains(effect.Span) ?? false) && effect.Span != _flagged.Target).Select(effect => effect.Text));

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

        // A break ends what went on.
        if (_new[index].Text == nameof(Microsoft.CodeAnalysis.Operations.BranchKind.Break))
            return !_old.Any(effect => effect is { Kind: EffectKinds.Jump } && effect.Text == _new[index].Text);
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
