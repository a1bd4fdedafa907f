using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>Comparisons with a constant, which are one question whichever way round they are written: <c>0 &lt; x</c> is <c>x > 0</c>.</summary>
internal static class ComparedConstants
{
    /// <summary>The comparison and its constant, as in <c>GreaterThan 0</c>; null of anything else.</summary>
    public static string? Of(IOperation operation)
    {
        if (operation is not IBinaryOperation binary || Turned(binary.OperatorKind) is not { } turned)
            return null;
        return Constant(binary.RightOperand) is { } right ? binary.OperatorKind + " " + right
            : Constant(binary.LeftOperand) is { } left ? turned + " " + left
            : null;
    }

    /// <summary>The effects of the comparisons that became others, as swaps allow.</summary>
    public static (IEnumerable<int> Old, IEnumerable<int> New) Swapped(IReadOnlyList<Effect> before, int first, int end, IReadOnlyList<Effect> after, int[] partners, IReadOnlyList<EffectSwap> swaps)
    {
        var (old, now) = (new List<int>(), new List<int>());
        for (var i = first; i < end; i++)
        {
            if (before[i].Compared is not { } was)
                continue;
            var at = partners[i] >= 0 ? partners[i] : Enumerable.Range(0, after.Count).FirstOrDefault(index => after[index].Compared is not null && !partners.Contains(index));
            if (after[at].Compared is { } became && swaps.Any(swap => swap.Kind == EffectKinds.Operator && swap.MayBecome(was, became)))
            {
                old.AddRange(Within(before, before[i]));
                now.AddRange(Within(after, after[at]));
            }
        }

        return (old, now);
    }

    // The operator, and the constant with its sign.
    private static IEnumerable<int> Within(IReadOnlyList<Effect> effects, Effect comparison) =>
        Enumerable.Range(0, effects.Count).Where(i => effects[i] == comparison
            || (effects[i].Syntax is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax && effects[i].Syntax!.FirstAncestorOrSelf<BinaryExpressionSyntax>() == comparison.Syntax));

    private static BinaryOperatorKind? Turned(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals => kind,
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => null,
    };

    private static string? Constant(IOperation operand) =>
        operand.ConstantValue is { HasValue: true, Value: IConvertible value } ? Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) : null;
}
