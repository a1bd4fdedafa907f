namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>
/// Compares the effects of a region before and after an edit. What is not flagged must stay as it is, in the same
/// order; what a repair may change of the flagged code, and add beside it, is the guide's allowance. Anything else is
/// drift.
/// </summary>
internal sealed class EffectDiff
{
    // What holds of every edit. The first rule that finds something says what the reason is.
    private static readonly IReadOnlyList<Func<EffectPairs, Drift?>> OfAll =
    [
        VanishedEffects.Find,
        AppearedEffects.Find,
        VanishedEffects.FindDropped,
        LostSources.Find,
        GainedEffects.Find,
        ChangedConditions.FindInverted,
        ChangedConditions.Find,
        FlaggedWording.FindDrift,
        ChangedArguments.FindLostToken,
        ChangedArguments.FindMisplaced,
        ChangedArguments.FindAddedInside,
        OutwardCalls.FindNew,
        WaitSwaps.FindNew,
        OutwardCalls.FindInHelpers,
    ];

    // What holds where the guide says what a repair may do.
    private static readonly IReadOnlyList<Func<EffectPairs, Drift?>> OfBounded =
    [
        ChangedArguments.FindLostCulture,
        MadeUpValues.FindTautology,
        MadeUpValues.FindLiteral,
        MadeUpValues.FindCall,
        OtherValues.FindLoss,
        RearrangedEffects.Find,
        SkippedEffects.Find,
        MadeUpValues.FindElements,
        NewWrites.Find,
        ExceptionHandling.FindLostThrow,
        NamedSources.Find,
        OtherValues.FindSecret,
        OtherValues.FindBesidePattern,
        Polarity.FindTurnedOrder,
        OtherFlow.FindAwait,
        OtherFlow.FindJump,
        OtherFlow.FindTest,
        OtherValues.FindSelf,
        OtherValues.FindObject,
        Polarity.FindTurned,
        OtherValues.FindConstant,
        ExceptionHandling.FindCancelled,
        ExceptionHandling.FindUntold,
        Stubs.Find,
    ];

    // What holds where nobody says what a repair may do.
    private static readonly IReadOnlyList<Func<EffectPairs, Drift?>> OfUnbounded = [Stubs.Find];

    private readonly EffectPairs _pairs;

    /// <summary>Makes the comparison of two lists of effects.</summary>
    /// <param name="before">The effects before.</param>
    /// <param name="after">The effects after.</param>
    /// <param name="scope">What the repair may do, and where.</param>
    public EffectDiff(IReadOnlyList<Effect> before, IReadOnlyList<Effect> after, RepairScope scope) =>
        _pairs = EffectAlignment.Align(before, after, scope);

    /// <summary>
    /// How many effects vanished or appeared, those of added helpers too: of two repairs that pass, the one that does less
    /// is the better one.
    /// </summary>
    public int CountChanges()
    {
        var kept = _pairs.Partners.Count(partner => partner >= 0);
        return _pairs.Old.Count - kept + (_pairs.New.Count - kept) + _pairs.Scope.Helpers.Count;
    }

    /// <summary>The first drift, or null.</summary>
    public Drift? FindDrift()
    {
        if (KnownMoves.Has(_pairs))
            return null;
        if (_pairs.Allowance.ReleaseInFinally)
            return LockRelease.Find(_pairs.Old, _pairs.New, _pairs.FlaggedOld);
        var pairs = _pairs with { Grants = Grants.Find(_pairs) };
        return OfAll.Concat(pairs.Scope.IsUnbounded ? OfUnbounded : OfBounded)
            .Select(rule => rule(pairs))
            .FirstOrDefault(drift => drift is not null);
    }
}
