namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>
/// Code that cannot but fail where it runs: a member of what is known to be null there, a cast of what is known to be of
/// another type. It is what a test becomes that is turned round.
/// </summary>
internal static class CertainFailures
{
    /// <summary>Such code; empty where there is none.</summary>
    public static IReadOnlyList<Term> In(Term term)
    {
        var found = new List<Term>();
        Walk(term, [], found);
        return found;
    }

    private static void Walk(Term term, IReadOnlyList<Term> known, List<Term> found)
    {
        Budget.Step();
        switch (term.Head)
        {
            case "and" or "or":
                foreach (var part in term.Parts)
                {
                    Walk(part, known, found);
                    known = [.. known, .. Told(part, holds: term.Head == "and")];
                }

                return;
            case "cond" or "if":
                Walk(term[0], known, found);
                Walk(term[1], Still([.. known, .. Told(term[0], holds: true)], term[1]), found);
                Walk(term[2], Still([.. known, .. Told(term[0], holds: false)], term[2]), found);
                return;
            case "coalesce":
                Walk(term[0], known, found);
                Walk(term[1], [.. known, new Term("isnull", string.Empty, [term[0]])], found);
                return;
        }

        if (known.Count > 0 && term.Parts.Count > 0)
        {
            if (term.Head is "prop" or "field" or "item" or "count" or "event" && known.Any(fact => fact.Is("isnull") && fact[0].Equals(term[0])))
                found.Add(term);
            if (term.Is("cast") && known.Any(fact => fact.Is("not") && fact[0].Is("is", term.Data) && fact[0][0].Equals(term[0])))
                found.Add(term);
        }

        foreach (var part in term.Parts)
            Walk(part, known, found);
    }

    // What a condition tells of null and of types.
    private static IEnumerable<Term> Told(Term condition, bool holds) => condition.Head switch
    {
        "not" when condition[0].Is("is") && holds => [condition],
        "is" when !holds => [Conditions.Not(condition)],
        "not" => Told(condition[0], !holds),
        "and" when holds => condition.Parts.SelectMany(part => Told(part, true)),
        "or" when !holds => condition.Parts.SelectMany(part => Told(part, false)),
        "isnull" when holds => [condition],
        _ => [],
    };

    // What is written there may be something again.
    private static IReadOnlyList<Term> Still(IReadOnlyList<Term> known, Term branch) => [.. known.Where(fact => !Purity.Disturbs(branch, fact))];
}
