using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>What a repair may do, and where: what is known of it beside the effects before and after.</summary>
/// <param name="Flagged">The flagged code, in the positions of before.</param>
/// <param name="Allowance">What the repair may do.</param>
internal sealed record RepairScope(FlaggedCode Flagged, Allowance Allowance)
{
    /// <summary>What a repair may replace but not drop: a call, a write, a lock is there for a reason.</summary>
    public const EffectKinds Weighty =
        EffectKinds.Call | EffectKinds.Write | EffectKinds.Throw | EffectKinds.Await | EffectKinds.Yield
        | EffectKinds.Jump | EffectKinds.Lock | EffectKinds.Dispose | EffectKinds.Catch;

    /// <summary>What the flagged code became, in the positions of after; null where nothing tells.</summary>
    public TextSpan? FlaggedAfter { get; init; }

    /// <summary>The kinds of which the flagged code may not lose one; by default all weighty ones.</summary>
    public EffectKinds Kept { get; init; } = Weighty;

    /// <summary>Whether the edit makes the region's function async.</summary>
    public bool BecameAsync { get; init; }

    /// <summary>Whether a cancellation token is in scope, which a call may not do without.</summary>
    public Func<bool> HasToken { get; init; } = () => false;

    /// <summary>The region before; null where nothing tells.</summary>
    public SyntaxNode? Region { get; init; }

    /// <summary>The names that the diagnostic quotes.</summary>
    public IReadOnlyCollection<string> NamedByTarget { get; init; } = [];

    /// <summary>The words of the diagnostic's message.</summary>
    public IReadOnlyCollection<string> WordsOfTarget { get; init; } = [];

    /// <summary>The names of the helpers that the edit adds.</summary>
    public IReadOnlyCollection<string> HelperNames { get; init; } = [];

    /// <summary>What the helpers do that the edit adds for the region's use.</summary>
    public IReadOnlyList<Effect> Helpers { get; init; } = [];

    /// <summary>Whether nobody says what the edit may change: code that is not written yet, an edit without a diagnostic.</summary>
    public bool IsUnbounded =>
        (Allowance.Within == EffectKinds.All && Kept != Weighty) || (Allowance.Beside & EffectKinds.Await) != 0;

    /// <summary>Whether the flagged code may lose or gain an effect.</summary>
    public bool MayChange(Effect effect) =>
        (KindOf(effect) & Allowance.Within) != 0 || (Allowance.NarrowCatch && effect.Kind is EffectKinds.Catch or EffectKinds.Variable);

    /// <summary>Whether an effect may come beside the flagged code.</summary>
    public bool MayStandBeside(Effect effect)
    {
        const EffectKinds OpenEnd = EffectKinds.Jump | EffectKinds.Throw | EffectKinds.Call | EffectKinds.Expression | EffectKinds.Condition;
        var kinds = Allowance.CloseOpenEnd ? Allowance.Beside | OpenEnd : Allowance.Beside;
        return (KindOf(effect) & kinds) != 0
            && (effect.Kind != EffectKinds.Call || Allowance.CallsBeside.Count == 0 || MayTell(effect));
    }

    /// <summary>Whether a call is one of those that may stand beside the flagged code, where the allowance lists them.</summary>
    public bool MayTell(Effect effect) =>
        Allowance.CallsBeside.Any(pattern => new EffectSwap(EffectKinds.Call, string.Empty, pattern).MayAppear(effect.Text));

    /// <summary>Whether a span after stands in what the flagged code became, as far as anything tells.</summary>
    public bool IsInFlaggedAfter(TextSpan span) => FlaggedAfter?.Contains(span) ?? true;

    /// <summary>Whether a span before stands in that of the diagnostic itself.</summary>
    public bool IsInTarget(TextSpan span) => Flagged.Target?.Contains(span) ?? false;

    // `??=` on a field or a property is a write of the object's state, on a variable a test.
    private static EffectKinds KindOf(Effect effect) =>
        effect.Kind == EffectKinds.Condition && effect.Text.StartsWith("??= ", StringComparison.Ordinal) && effect.Text.Contains('.')
            ? EffectKinds.Write
            : effect.Kind;
}
