namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>Code without a test for null that throws: where it is the code before, that test is all that was added.</summary>
internal static class AddedGuards
{
    /// <summary>The code after without one of its guards, for each that tests what is read before.</summary>
    public static IEnumerable<Term> Without(Term before, Term after)
    {
        foreach (var guard in after.All().Where(term => term.Head is "if" or "coalesce" or "cond").Distinct())
        {
            if (Rest(guard) is var (condition, rest) && Tested(condition).All(value => value.Is("local") || Terms.Has(before, value)))
                yield return Terms.Replace(after, guard, rest);
        }
    }

    // What is tested, and what goes on where the test does not throw.
    private static (Term Condition, Term Others)? Rest(Term term) => term.Head switch
    {
        "coalesce" when IsThrow(term[1]) => (Terms.Make("isnull", term[0]), term[0]),
        "if" or "cond" when IsThrow(term[1]) && IsNullTest(term[0]) => (term[0], term[2]),
        "if" or "cond" when IsThrow(term[2]) && IsNullTest(Conditions.Not(term[0])) => (Conditions.Not(term[0]), term[1]),
        _ => null,
    };

    private static bool IsThrow(Term term) => term.Is("throw") && term.Parts.Count == 1 && term[0].Is("new") && term[0].Parts.All(Purity.IsPure);

    private static bool IsNullTest(Term condition) => condition.Is("isnull") || (condition.Is("or") && condition.Parts.All(IsNullTest));

    private static IEnumerable<Term> Tested(Term condition) => condition.Is("isnull") ? [condition[0]] : condition.Parts.SelectMany(Tested);
}
