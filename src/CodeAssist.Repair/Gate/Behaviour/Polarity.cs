using CodeAssist.Repair.Guides;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>Whether a question is asked the other way round: how often it is negated, whatever the negation looks like.</summary>
internal static class Polarity
{
    private static readonly HashSet<string> Negative = ["LessThan 1", "LessThanOrEqual 0", "Equals False", "NotEquals True", "Equals -1", "LessThan 0", "LessThanOrEqual -1", "Equals "];

    /// <summary>A test that gave way to its opposite; null where there is none.</summary>
    public static Drift? FindTurned(EffectPairs pairs)
    {
        if (!pairs.Allowance.NamedCalls && !pairs.Allowance.KeepPolarity)
            return null;
        var gone = pairs.FlaggedOld.FirstOrDefault(effect => effect.Compared is not null && pairs.New.Count(other => Effect.Comparer.Equals(other, effect)) < pairs.Old.Count(other => Effect.Comparer.Equals(other, effect)));
        var relations = pairs.Appeared.Select(i => pairs.New[i]).Where(IsRelation).ToList();
        if (relations.Count > 0 && pairs.FlaggedOld.Any(effect => IsRelation(effect) && !pairs.New.Contains(effect, Effect.Comparer)))
            return new Drift(relations[0], Vanished: false);
        return gone is not null && Negations(pairs.FlaggedOld) % 2 != Negations(pairs.FlaggedNew) % 2 ? new Drift(gone, Vanished: true) : null;
    }

    /// <summary>A call that sorts the other way round than anything in the member does; null where there is none.</summary>
    public static Drift? FindTurnedOrder(EffectPairs pairs) =>
        pairs.Allowance.FittingName && pairs.Scope.Region?.ToString().IndexOf("descending", StringComparison.OrdinalIgnoreCase) < 0
            ? pairs.FindAppeared(effect => effect.Kind == EffectKinds.Call && effect.Text.Contains("Descending<"))
            : null;

    private static bool IsRelation(Effect effect) =>
        effect is { Kind: EffectKinds.Operator, Compared: null, Text: "LessThan" or "LessThanOrEqual" or "GreaterThan" or "GreaterThanOrEqual" };

    private static int Negations(IEnumerable<Effect> effects) => effects.Count(effect => effect switch
    {
        { Kind: EffectKinds.Operator, Text: "unary Not" or "NegatedPattern" } => true,
        { Kind: EffectKinds.Condition, Text: "null or empty" } => true,
        { Kind: EffectKinds.Read } => effect.Text.EndsWith(".IsEmpty", StringComparison.Ordinal),
        { Compared: { } compared } => Negative.Contains(compared) || (compared == "Equals 0" && Asks(effect, "Count", "Length", "Any")) || (compared == "NotEquals 0" && Asks(effect, "Compare")),
        _ => false,
    });

    private static bool Asks(Effect comparison, params string[] words) => comparison.Syntax is { } syntax && Array.Exists(words, word => syntax.ToString().Contains(word));
}
