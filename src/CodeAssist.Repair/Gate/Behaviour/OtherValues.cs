using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>Values that take the place of what was computed: a secret, a neighbour, the object itself, what is left after a loss.</summary>
internal static class OtherValues
{
    private static readonly string[] Secrets = ["password", "secret", "apikey", "credential", "passphrase"];

    /// <summary>A conversion that loses something on the way; null where there is none.</summary>
    public static Drift? FindLoss(EffectPairs pairs) =>
        pairs.FindAppeared(effect => effect.Kind == EffectKinds.Conversion && effect.Text.Contains(" then "));

    /// <summary>A secret that is passed on and was not read there; null where there is none.</summary>
    public static Drift? FindSecret(EffectPairs pairs) => pairs.FindAppeared(effect =>
        effect.Kind == EffectKinds.Read
        && Array.Exists(Secrets, word => effect.Text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
        && !pairs.FlaggedOld.Contains(effect, Effect.Comparer)
        && !pairs.Scope.NamedByTarget.Contains(NameOf(effect.Text)));

    /// <summary>A literal that comes with a pattern and that the member did not say before; null where there is none.</summary>
    public static Drift? FindBesidePattern(EffectPairs pairs) =>
        pairs.Allowance.MostGained is not null && pairs.Appeared.Any(i => pairs.New[i].Text.Contains("attern"))
            ? pairs.FindAppeared(effect => effect.Kind == EffectKinds.Literal && !pairs.Old.Contains(effect, Effect.Comparer))
            : null;

    /// <summary>The object itself as what stands in for a value that is missing; null where there is none.</summary>
    public static Drift? FindSelf(EffectPairs pairs) =>
        pairs.Allowance.PlainLiterals
            ? pairs.FindAppeared(effect => effect is { Text: "??", Syntax: BinaryExpressionSyntax { Right: ThisExpressionSyntax } })
            : null;

    /// <summary>Another member of the value that may be null, which is another object; null where there is none.</summary>
    public static Drift? FindObject(EffectPairs pairs)
    {
        if (!pairs.Allowance.FallbackAtDeclaration)
            return null;
        var values = pairs.TargetReads().Select(NameOf).ToList();
        return pairs.FindAppeared(effect =>
            effect.Kind == EffectKinds.Read && effect.Text.Contains('.') && !pairs.Old.Contains(effect, Effect.Comparer)
            && !IsSize(effect.Text)
            && effect.Syntax switch
            {
                MemberAccessExpressionSyntax access => IsValue(access.Expression),
                MemberBindingExpressionSyntax { Parent: ConditionalAccessExpressionSyntax conditional } => IsValue(conditional.Expression),
                _ => false,
            });

        bool IsValue(ExpressionSyntax expression) => values.Contains(WantedName.LastName(expression) ?? string.Empty);
    }

    /// <summary>A member of the framework, where constants are to stay; null where there is none.</summary>
    public static Drift? FindConstant(EffectPairs pairs) =>
        pairs.Allowance.KeepConstants
            ? pairs.FindAppeared(effect => effect.Kind == EffectKinds.Read && effect.Text.StartsWith("System.", StringComparison.Ordinal)
                && !pairs.Old.Contains(effect, Effect.Comparer))
            : null;

    private static bool IsSize(string member) => member.EndsWith(".HasValue", StringComparison.Ordinal)
        || member.EndsWith(".Length", StringComparison.Ordinal) || member.EndsWith(".Count", StringComparison.Ordinal);

    private static string NameOf(string member) => member.Substring(member.LastIndexOf('.') + 1);
}
