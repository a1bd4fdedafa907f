using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>What says that something is wrong goes on saying so.</summary>
internal static class ExceptionHandling
{
    /// <summary>A throw in a finally block that went, where it may only move; null where there is none.</summary>
    public static Drift? FindLostThrow(EffectPairs pairs) =>
        pairs.Allowance.DeleteFlagged
        && pairs.FlaggedOld.FirstOrDefault(effect => IsThrow(effect) && effect.Syntax?.FirstAncestorOrSelf<FinallyClauseSyntax>() is not null) is { } lost
        && pairs.New.Count(IsThrow) < pairs.Old.Count(IsThrow)
            ? new Drift(lost, Vanished: true)
            : null;

    /// <summary>An exception that says that something was cancelled: nothing was because something is wrong; null where there is none.</summary>
    public static Drift? FindCancelled(EffectPairs pairs) =>
        pairs.FindAppeared(IsCancellation) is { } drift && !pairs.Old.Contains(drift.Effect, Effect.Comparer) ? drift : null;

    /// <summary>
    /// A missing call, where a handler that stays as wide as it was tells of its exception neither by a throw nor by a call
    /// that does more than make a text of it; null where nothing is missing.
    /// </summary>
    public static Drift? FindUntold(EffectPairs pairs)
    {
        if (!pairs.Allowance.TellsOrNarrows)
            return null;
        // Another exception made of its text has lost where it came from.
        if (pairs.FindAppeared(effect => effect is { Kind: EffectKinds.Call, Syntax: BaseObjectCreationExpressionSyntax made } && effect.Text.EndsWith("Exception(string?)", StringComparison.Ordinal) && !MadeUpValues.IsThrown(effect)
                && made.DescendantTokens().Any(token => token.ValueText == made.FirstAncestorOrSelf<CatchClauseSyntax>()?.Declaration?.Identifier.ValueText)) is { } copied)
            return copied;
        return pairs.Appeared.Any(i => pairs.New[i].Kind is EffectKinds.Throw or EffectKinds.Catch || IsTelling(pairs.New[i]))
            ? null
            : new Drift(new Effect(EffectKinds.Call, string.Empty, default), Vanished: false) { Missing = true };

        static bool IsTelling(Effect effect) =>
            effect.Kind == EffectKinds.Call && !PureCalls.Has(effect) && !IsDeferred(effect) && !effect.Text.EndsWith(".GetType()", StringComparison.Ordinal);
    }

    private static bool IsThrow(Effect effect) => effect.Kind == EffectKinds.Throw;

    private static bool IsCancellation(Effect effect) =>
        effect.Kind == EffectKinds.Call
        && (effect.Text.StartsWith("new System.OperationCanceledException", StringComparison.Ordinal)
            || effect.Text.StartsWith("new System.Threading.Tasks.TaskCanceledException", StringComparison.Ordinal));

    private static bool IsDeferred(Effect effect) =>
        effect.Syntax?.Ancestors().TakeWhile(node => node is not CatchClauseSyntax)
            .Any(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) == true;
}
