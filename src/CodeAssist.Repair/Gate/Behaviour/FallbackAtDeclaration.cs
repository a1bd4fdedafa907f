using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>
/// A fallback, or a throw, where the flagged variable gets its value. It says the same as at the flagged use, as long as
/// nothing reads or writes the variable in between and the use is reached wherever the declaration is.
/// </summary>
internal static class FallbackAtDeclaration
{
    /// <summary>The new effects of such a fallback; empty where there is none.</summary>
    public static IEnumerable<int> Find(EffectPairs pairs, IReadOnlyCollection<string> values)
    {
        foreach (var i in pairs.Appeared)
        {
            if (pairs.New[i] is not { Kind: EffectKinds.Condition, Text: "??", Syntax: BinaryExpressionSyntax fallback } || DeclaratorOf(fallback) is not { } variable
                || !values.Contains(variable.Identifier.ValueText) || !IsReachedUnread(pairs, i, variable))
            {
                continue;
            }

            foreach (var at in pairs.Appeared.Where(at => pairs.New[at].Syntax is { } syntax && (syntax == fallback || fallback.Right.Span.Contains(syntax.Span))))
                yield return at;
        }
    }

    private static VariableDeclaratorSyntax? DeclaratorOf(BinaryExpressionSyntax fallback)
    {
        var outer = fallback.Parent;
        while (outer is ParenthesizedExpressionSyntax)
            outer = outer.Parent;
        return outer is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } ? variable : null;
    }

    private static bool IsReachedUnread(EffectPairs pairs, int fallback, VariableDeclaratorSyntax variable)
    {
        var name = variable.Identifier.ValueText;
        var start = Enumerable.Range(0, fallback + 1).Reverse().FirstOrDefault(i => pairs.New[i].Kind == EffectKinds.Variable && variable.Span.Contains(pairs.New[i].Span));
        var depth = 0;
        for (var i = Math.Max(0, pairs.OldOfNew[start]) + 1; i < pairs.First; i++)
        {
            depth += pairs.Old[i].Mark switch { Mark.Open => 1, Mark.Close => -1, _ => 0 };
            if (depth < 0 || pairs.Old[i].Kind is EffectKinds.Jump or EffectKinds.Throw || (pairs.Old[i].Kind is EffectKinds.Read or EffectKinds.Write && pairs.Old[i].Text == name))
                return false;
        }

        return depth == 0;
    }
}
