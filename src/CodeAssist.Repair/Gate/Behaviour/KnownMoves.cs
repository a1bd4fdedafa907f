using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>Edits that are right as a whole: nothing differs but the place of something, or a local that holds what was written out.</summary>
internal static class KnownMoves
{
    private const EffectKinds Skipped = EffectKinds.Call | EffectKinds.Write | EffectKinds.Await | EffectKinds.Yield | EffectKinds.Lock | EffectKinds.Dispose;

    /// <summary>Whether an edit is nothing else than a move that its allowance has.</summary>
    public static bool Has(EffectPairs pairs) =>
        (pairs.Allowance.JoinConstruct && JoinsConstruct(pairs))
        || (pairs.Allowance.MoveUp && IsMoveUp(pairs.Old, pairs.New, pairs.First, EndOfConstruct(pairs), pairs.TargetReads()))
        || (pairs.Allowance.ExtractLocal && IsExtractedLocal(pairs.Old, pairs.New));

    // Nothing differs but that the flagged code stands before the ends of some constructs, and no longer behind them.
    private static bool JoinsConstruct(EffectPairs pairs)
    {
        var (old, first) = (pairs.Old, pairs.First);
        for (var end = first - 1; end >= 0 && old[end] is { Mark: Mark.Close, Kind: EffectKinds.Condition or EffectKinds.Lock or EffectKinds.Dispose }; end--)
        {
            var joined = old.Take(end)
                .Concat(pairs.FlaggedOld)
                .Concat(old.Skip(end).Take(first - end))
                .Concat(old.Skip(pairs.End));
            if (joined.SequenceEqual(pairs.New, Effect.Comparer))
                return true;
        }

        return false;
    }

    // Where the header of a construct is flagged, the construct moves as a whole.
    private static int EndOfConstruct(EffectPairs pairs)
    {
        var depth = 0;
        for (var i = pairs.First; i < pairs.Old.Count; i++)
        {
            depth += pairs.Old[i].Mark switch { Mark.Open => 1, Mark.Close => -1, _ => 0 };
            if (i + 1 >= pairs.End && depth <= 0)
                return i + 1;
        }

        return pairs.End;
    }

    // Nothing differs but that a range of effects comes earlier; a range that may leave the member comes before nothing
    // that it would skip, unless it throws.
    private static bool IsMoveUp(IReadOnlyList<Effect> before, IReadOnlyList<Effect> after, int first, int end, IReadOnlyCollection<string> values)
    {
        if (before.Count != after.Count)
            return false;
        var moved = before.Skip(first).Take(end - first).ToList();
        var mayReturn = moved.Any(effect => effect is { Kind: EffectKinds.Jump, Mark: Mark.None });
        for (var to = first - 1; to >= 0; to--)
        {
            // A value that the moved code is about is none that was there to work on.
            if (mayReturn && (before[to].Kind & Skipped) != 0 && before[to].Syntax is { } syntax && before[to].Mark == Mark.None && moved[0].Text != "SwitchCase" && moved[0].Text != "SwitchExpressionArm"
                && !before.Any(effect => effect.Kind == EffectKinds.Read && values.Contains(effect.Text) && FlaggedCode.Find(syntax).Contains(effect.Span)))
            {
                return false;
            }

            if (before.Take(to).Concat(moved).Concat(before.Skip(to).Take(first - to)).Concat(before.Skip(end)).SequenceEqual(after, Effect.Comparer))
                return true;
        }

        return false;
    }

    // Nothing differs but that a new local, or the variable of a pattern, holds what was written out wherever it is used.
    private static bool IsExtractedLocal(IReadOnlyList<Effect> before, IReadOnlyList<Effect> after)
    {
        var names = new HashSet<string>(before.Select(effect => effect.Text));
        for (var i = 0; i < after.Count; i++)
        {
            if (Extracted(after, i) is var (name, value, rest) && !names.Contains(name) && Inlined(rest, name, value).SequenceEqual(before, Effect.Comparer))
                return true;
        }

        return false;
    }

    // The local that is declared at an index, what it holds, and all else.
    private static (string Name, List<Effect> Value, IEnumerable<Effect> Others)? Extracted(IReadOnlyList<Effect> effects, int index)
    {
        if (effects[index] is { Kind: EffectKinds.Variable, Mark: Mark.None, Syntax: VariableDeclaratorSyntax { Initializer: not null } variable })
        {
            var value = effects.Skip(index + 1).TakeWhile(effect => variable.Span.Contains(effect.Span)).ToList();

            // What happens before the local is used happened before it was read.
            if (effects.Skip(index + 1 + value.Count).TakeWhile(effect => effect.Kind != EffectKinds.Read || effect.Text != variable.Identifier.ValueText).Any(effect => effect.Kind is EffectKinds.Call or EffectKinds.Await || (effect.Kind == EffectKinds.Write && !effect.Text.StartsWith("+= ", StringComparison.Ordinal))))
                return null;
            return (variable.Identifier.ValueText, value, effects.Take(index).Concat(effects.Skip(index + 1 + value.Count)));
        }

        if (effects[index] is not { Kind: EffectKinds.Operator, Text: "IsPattern", Syntax: IsPatternExpressionSyntax test } || test.Pattern is not RecursivePatternSyntax { Designation: SingleVariableDesignationSyntax designation, PositionalPatternClause: null, PropertyPatternClause.Subpatterns.Count: 0 })
            return null;
        var tested = effects.Skip(index + 1).TakeWhile(effect => test.Expression.Span.Contains(effect.Span)).ToList();
        var comparison = new List<Effect> { new(EffectKinds.Operator, "NotEquals", test.Span) };
        comparison.AddRange(tested);
        comparison.Add(new Effect(EffectKinds.Literal, " null", test.Span));
        return (designation.Identifier.ValueText, tested, effects.Take(index).Concat(comparison).Concat(effects.Skip(index + 1 + tested.Count).SkipWhile(effect => test.Span.Contains(effect.Span))));
    }

    private static IEnumerable<Effect> Inlined(IEnumerable<Effect> effects, string name, List<Effect> value) =>
        effects.SelectMany(effect => effect.Kind == EffectKinds.Read && effect.Text == name ? value : (IEnumerable<Effect>)[effect]);
}
