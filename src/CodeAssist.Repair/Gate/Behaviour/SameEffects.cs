using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>What may appear, or change, because it is the same as before in another place or under another name.</summary>
internal static class SameEffects
{
    /// <summary>Grants a return that leaves with what the code behind would leave with in the same way: it skips nothing.</summary>
    public static void GrantReturns(EffectPairs pairs, Grants grants)
    {
        if (!pairs.Allowance.ReturnAtEnd)
            return;
        foreach (var i in pairs.Appeared.Where(i => pairs.New[i] is { Kind: EffectKinds.Jump, Text: "return" }))
        {
            var behind = pairs.Old.Skip(pairs.Old.TakeWhile(effect => effect.Span.Start < pairs.Scope.Flagged.Surroundings.End).Count())
                .Where(effect => effect.Mark != Mark.Close).ToList();
            var returned = pairs.New.Take(i + 1).Skip(i + 1 - Math.Max(1, behind.Count)).ToList();
            if (behind.Count == 0 || returned.SequenceEqual(behind, Effect.Comparer))
                grants.New.UnionWith(Enumerable.Range(i + 1 - returned.Count, returned.Count));
        }
    }

    /// <summary>Grants that the flagged code comes to stand behind the end of the construct around it.</summary>
    public static void GrantEnds(EffectPairs pairs, Grants grants)
    {
        if (pairs.Allowance.Extent != Extent.Guarded)
            return;
        foreach (var i in Enumerable.Range(0, pairs.Old.Count).Where(i => pairs.Partners[i] < 0 && pairs.Old[i].Mark == Mark.Close))
        {
            var at = pairs.Appeared.Where(at => !grants.New.Contains(at) && Effect.Comparer.Equals(pairs.New[at], pairs.Old[i])).Take(1).ToList();
            grants.New.UnionWith(at);
            if (at.Count > 0)
                grants.Old.Add(i);
        }
    }

    // Each takes all that those before it hold.
    private static readonly string[] Widths = ["byte", "short", "int", "long", "decimal"];

    /// <summary>Grants statements that stay to the letter and that an error kept from being bound.</summary>
    public static void GrantBound(EffectPairs pairs, Grants grants)
    {
        var (old, now) = (pairs.Old, pairs.New);
        var vanished = Enumerable.Range(0, old.Count).Where(i => pairs.Partners[i] < 0);

        // That something could not be bound is nothing that the code does.
        grants.Old.UnionWith(vanished.Where(i => old[i] is { Kind: EffectKinds.Operator, Text: "invalid" }));

        // What is declared by `var` has the type of its value once that is bound.
        foreach (var i in vanished.Where(i => old[i].Kind == EffectKinds.Variable).ToList())
        {
            var name = old[i].Text.Substring(old[i].Text.LastIndexOf(' ') + 1);
            var same = pairs.Appeared.Where(at => now[at].Kind == EffectKinds.Variable && now[at].Text.EndsWith(" " + name, StringComparison.Ordinal)).ToList();
            if (same is not [var only] || old[i].Syntax?.ToString() != now[only].Syntax?.ToString() || !(IsInferred(now[only]) || IsWidened(old[i], now[only])))
                continue;
            grants.Old.Add(i);
            grants.New.Add(only);
        }

        // Nobody asks for an exception by a name that nobody uses.
        grants.Old.UnionWith(vanished.Where(i => old[i] is { Kind: EffectKinds.Variable, Syntax: CatchDeclarationSyntax caught } && caught.Identifier.Span.Length > 0
            && !now.Any(effect => effect.Kind == EffectKinds.Read && effect.Text == caught.Identifier.ValueText)));

        // A name that could not be bound is the call's that it is now.
        grants.Old.UnionWith(vanished.Where(i => old[i].IsUnbound
            && now.Any(effect => UnboundNames.IsCallOf(effect, old[i].Text) || UnboundNames.IsCallOn(effect, old[i].Text))));
        // An operator of a type's own is called where its operands are bound.
        grants.New.UnionWith(pairs.Appeared.Where(i => now[i] is { Kind: EffectKinds.Call, Syntax: BinaryExpressionSyntax { OperatorToken.Text: var text } } call && call.Text.Contains(".operator " + text + "(")
            && old.Any(effect => effect is { Kind: EffectKinds.Operator, Syntax: BinaryExpressionSyntax before } && before.OperatorToken.Text == text && !old.Any(other => other.Kind == EffectKinds.Call && other.Syntax == before))));
        // So is a call, where what it is passed is bound.
        grants.New.UnionWith(pairs.Appeared.Where(i => now[i] is { Kind: EffectKinds.Call, Syntax: InvocationExpressionSyntax call } && pairs.Scope.Region?.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Any(before => (before.Expression.ToString() == call.Expression.ToString() || (WantedName.LastName(before) == WantedName.LastName(call) && before.ArgumentList.ToString() == call.ArgumentList.ToString())) && !old.Any(other => other.Kind == EffectKinds.Call && other.Syntax == before)) == true));
        var unbound = new HashSet<string>(
            old.Where(effect => effect is { Kind: EffectKinds.Operator, Text: "invalid" }).Select(StatementOf).Where(text => text.Length > 0));
        if (unbound.Count == 0 || !SameOrder(old, now, unbound))
            return;
        grants.Old.UnionWith(vanished.Where(i => unbound.Contains(StatementOf(old[i])) && now.Any(effect => StatementOf(effect) == StatementOf(old[i]))));
        grants.New.UnionWith(pairs.Appeared.Where(i => unbound.Contains(StatementOf(now[i]))));

        static bool IsInferred(Effect variable) => variable.Syntax?.FirstAncestorOrSelf<VariableDeclarationSyntax>()?.Type.IsVar == true;

        // A sum that was too narrow for what is added to it.
        bool IsWidened(Effect before, Effect after) =>
            pairs.Allowance.WidensVariable && Array.IndexOf(Widths, before.Text.Split(' ')[0]) is >= 0 and var narrow && Array.IndexOf(Widths, after.Text.Split(' ')[0]) > narrow;

        static bool SameOrder(IReadOnlyList<Effect> old, IReadOnlyList<Effect> now, HashSet<string> unbound)
        {
            var before = old.Select(StatementOf).Where(unbound.Contains).Distinct().ToList();
            var after = now.Select(StatementOf).Where(unbound.Contains).Distinct().ToList();
            return before.Where(after.Contains).SequenceEqual(after.Where(before.Contains));
        }

        static string StatementOf(Effect effect) => effect.Syntax?.FirstAncestorOrSelf<StatementSyntax>()?.ToString() ?? string.Empty;
    }

    /// <summary>Grants that a branch that is nothing but a literal becomes another one.</summary>
    public static void GrantOtherValue(EffectPairs pairs, Grants grants)
    {
        if (!pairs.Allowance.OneBranch)
            return;
        var old = pairs.Flagged.Where(i => pairs.Old[i].Kind is not EffectKinds.Jump && pairs.Old[i].Mark == Mark.None).ToList();
        if (old is [var only] && IsLiteral(pairs.Old[only]) && pairs.Partners[only] < 0
            && pairs.Appeared.ToList() is [var other] && IsLiteral(pairs.New[other]))
        {
            grants.Old.Add(only);
            grants.New.Add(other);
            return;
        }

        // What the member says elsewhere, it may say here.
        var literals = pairs.Appeared.Where(i => IsLiteral(pairs.New[i])).ToList();
        grants.New.UnionWith(literals.Where(i => pairs.Old.Contains(pairs.New[i], Effect.Comparer)));
        if (literals.TrueForAll(grants.New.Contains))
            grants.Old.UnionWith(pairs.FlaggedVanished.Where(i => IsLiteral(pairs.Old[i])).Take(literals.Count));

        static bool IsLiteral(Effect effect) => effect.Kind == EffectKinds.Literal;
    }
}
