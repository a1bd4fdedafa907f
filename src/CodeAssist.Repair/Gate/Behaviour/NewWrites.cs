using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>What a repair may write, where only what the diagnostic names may be written.</summary>
internal static class NewWrites
{
    /// <summary>A write of something else, or of another value; null where there is none.</summary>
    public static Drift? Find(EffectPairs pairs)
    {
        var allowance = pairs.Allowance;
        if (!allowance.WritesNamed)
            return null;
        if ((allowance.OnlyGain & allowance.Within) == (EffectKinds.Write | EffectKinds.Read) && pairs.FindAppeared(IsSource) is { } source)
            return source;
        if (allowance.OnlyEmpty && FindLeftAside(pairs) is { } aside)
            return aside;
        var receivers = ReceiversOfTarget(pairs);
        return pairs.FindAppeared(effect =>
            effect.Kind == EffectKinds.Write && !pairs.Scope.NamedByTarget.Contains(NameOf(effect)) && !receivers.Contains(effect.Text));

        static bool IsSource(Effect effect) =>
            effect.Kind == EffectKinds.Read && effect.Syntax?.FirstAncestorOrSelf<AssignmentExpressionSyntax>()?.Left.Span.Contains(effect.Span) != true;
    }

    // A parameter that has the name of what is written is what was meant for it.
    private static Drift? FindLeftAside(EffectPairs pairs)
    {
        if (pairs.Scope.Region is not BaseMethodDeclarationSyntax { ParameterList.Parameters: var parameters })
            return null;
        return pairs.FindAppeared(effect =>
            effect.Kind == EffectKinds.Write && parameters.Any(parameter => IsMeantFor(parameter.Identifier.ValueText, effect)));

        bool IsMeantFor(string parameter, Effect write) =>
            NameFit.Score(NameOf(write), parameter) == NameFit.Same
            && !pairs.Appeared.Any(i => pairs.New[i].Kind == EffectKinds.Read && pairs.New[i].Text == parameter);
    }

    // What the flagged call is made on, as opposed to what it is passed.
    private static HashSet<string> ReceiversOfTarget(EffectPairs pairs) =>
        new(pairs.FlaggedOld
            .Where(effect => effect.Kind == EffectKinds.Read && effect.Role is null
                && pairs.Scope.IsInTarget(effect.Span) && effect.Span != pairs.Scope.Flagged.Target)
            .Select(effect => effect.Text));

    private static string NameOf(Effect effect) => effect.Text.Substring(effect.Text.LastIndexOf('.') + 1);
}
