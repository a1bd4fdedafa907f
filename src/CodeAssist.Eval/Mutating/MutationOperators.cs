using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Eval.Mutating;

/// <summary>All mutation operators by name, with the category that their bugs are counted under.</summary>
public static class MutationOperators
{
    private const string Classic = "classic";
    private const string Correctness = "correctness";
    private const string Concurrency = "concurrency";
    private const string Exceptions = "exceptions";

    /// <summary>The category of each operator's bugs: <c>classic</c> for those that no rule is made for.</summary>
    public static ImmutableSortedDictionary<string, string> Categories { get; } = new Dictionary<string, string>
    {
        ["inverted-condition"] = Classic,
        ["other-operator"] = Classic,
        ["other-literal"] = Classic,
        ["other-variable"] = Classic,
        ["dropped-statement"] = Classic,
        ["returns-default"] = Classic,
        ["off-by-one"] = Correctness,
        ["swapped-arguments"] = Correctness,
        ["identical-operands"] = Correctness,
        ["identical-branches"] = Correctness,
        ["repeated-condition"] = Correctness,
        ["wrong-field"] = Correctness,
        ["integer-division"] = Correctness,
        ["late-null-check"] = Correctness,
        ["self-assignment"] = Correctness,
        ["overwritten-assignment"] = Correctness,
        ["reversed-assignment"] = Correctness,
        ["useless-increment"] = Correctness,
        ["ignored-result"] = Correctness,
        ["infinite-recursion"] = Correctness,
        ["time-component"] = Correctness,
        ["dropped-copy"] = Correctness,
        ["dropped-parentheses"] = Correctness,
        ["ordered-twice"] = Correctness,
        ["odd-check"] = Correctness,
        ["non-short-circuit"] = Correctness,
        ["dropped-await"] = Concurrency,
        ["dropped-dispose"] = Exceptions,
        ["swallowed-exception"] = Exceptions,
        ["exception-not-thrown"] = Exceptions,
        ["lost-inner-exception"] = Exceptions,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Everything that all operators make of a member.</summary>
    public static IEnumerable<Mutation> Of(SemanticModel model, SyntaxNode member) =>
        RuleMutations.Of(model, member).Concat(Mutations.Of(model, member));
}
