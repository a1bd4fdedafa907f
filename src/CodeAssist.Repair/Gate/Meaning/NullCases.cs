namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>What code means where nothing of what it newly tests for null is null.</summary>
internal static class NullCases
{
    /// <summary>The code after with all that it newly tests, and with each of it alone.</summary>
    public static IEnumerable<Term> Of(Term before, Term after)
    {
        var tested = after.All().Where(term => term.Head is "isnull" or "coalesce" && Terms.Count(after, term) > Terms.Count(before, term)).Select(term => term[0]).Distinct().ToList();
        if (tested.Count > 0)
            yield return tested.Aggregate(after, WithValue);
        foreach (var value in tested)
            yield return WithValue(after, value);
    }

    private static Term WithValue(Term term, Term value) =>
        term.Is("isnull") && term[0].Equals(value) ? Term.False
        : term.Is("coalesce") && term[0].Equals(value) ? value
        : Terms.With(term, part => WithValue(part, value));
}
