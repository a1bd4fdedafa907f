namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>What code means where nothing of what it newly tests for null is null.</summary>
internal static class NullCases
{
    /// <summary>The code after with all that it newly tests, and with each of it alone.</summary>
    public static IEnumerable<Term> Of(Term before, Term after)
    {
        var tested = Tested(before, after);
        if (tested.Count > 0)
            yield return tested.Aggregate(after, WithValue);
        foreach (var value in tested)
            yield return WithValue(after, value);
    }

    /// <summary>The same, where nothing is done in place of what cannot be done: it throws, leaves with others, or leaves one statement out.</summary>
    public static IEnumerable<Term> WithExits(Term before, Term after)
    {
        foreach (var asked in after.All().Where(term => term.Is("if") && !before.All().Any(old => old.Is("if") && old[0].Equals(term[0]))).Distinct())
        {
            // Of a loop a turn may be left out, of the rest of a member one statement.
            if ((asked[1] == Term.Nothing && asked[2].Is("seq")) || (asked[2] == Term.Nothing && asked[1].Is("seq")))
            {
                if (!after.All().Any(loop => loop.Head is "loop" or "foreach" or "dowhile" && Terms.Has(loop, asked)))
                    continue;
            }

            foreach (var known in WithoutAsking(asked))
                yield return Terms.Replace(after, asked, known);
        }

        foreach (var left in WithExitsOfTests(before, after))
            yield return left;

        // A test that was there decides something else now, and where nothing is null all is the same.
        foreach (var value in after.All().Where(term => term.Is("isnull")).Select(term => term[0]).Distinct())
        {
            if (WithValue(before, value) is var known && known != before && Names.Numbered(known).Equals(Names.Numbered(WithValue(after, value))) && AreExits(after, value) && DoesNothingMore(before, known, value))
                yield return before;
        }
    }

    // What was done without the value was no more than what is done with it.
    private static bool DoesNothingMore(Term before, Term known, Term value)
    {
        var done = new HashSet<Term>(known.All());
        return WithNull(before, value).All().All(term => term.Head is not ("call" or "assign" or "await" or "throw" or "append" or "step") || done.Contains(term));
    }

    private static Term WithNull(Term term, Term value) =>
        term.Is("isnull") && term[0].Equals(value) ? Term.True : Terms.With(term, part => WithNull(part, value));

    // `if (!map.TryGetValue(key, out var value)) return …;` is a value that may be missing, and a way out where it is.
    private static IEnumerable<Term> WithoutAsking(Term test)
    {
        var (condition, others, where) = test[0].Is("not") ? (test[0][0], test[2], test[1]) : (test[0], test[1], test[2]);
        if (condition.Is("has") && (where == Term.Nothing || (Branches.Leaves(where) && IsPlainExit(where))))
        {
            yield return Sequences.Of(test[0].Is("not") ? test[0][0] : test[0], Terms.Replace(others, new Term("item", string.Empty, condition.Parts), new Term("got", string.Empty, condition.Parts)));
            foreach (var got in new[] { "got", "item" })
            {
                foreach (var isValue in new[] { false, true })
                    yield return Terms.Replace(others, new Term(got, string.Empty, condition.Parts), new Term("call", "CollectionExtensions.GetValueOrDefault", condition.Parts) { IsValue = isValue });
            }
        }

        if (!condition.Is("call") || !condition.Data.Contains(".TryGet") || condition.Parts.Count < 2 || !(where == Term.Nothing || (Branches.Leaves(where) && IsPlainExit(where))) || condition.Parts[condition.Parts.Count - 1] is not { Head: "ref", Parts: [{ Head: "local" } given] })
            yield break;
        yield return Sequences.Of(condition, others);
        yield return Sequences.Of(new Term("decl", given.Data, [new Term("call", "CollectionExtensions.GetValueOrDefault", [.. condition.Parts.Take(condition.Parts.Count - 1)])]), others);
    }

    private static bool IsPlainExit(Term where) =>
        IsThrow(where) || where.Head is "continue" || (where.Is("return") && where.Parts.Count == 1 && where.Parts.All(value => value == Term.Null || value == Term.False || value == Terms.Number(0) || Terms.TextOf(value) == string.Empty || (value.Is("list") && value.Parts.Count == 0)));

    private static IEnumerable<Term> WithExitsOfTests(Term before, Term after)
    {
        var tested = Tested(before, after);
        return tested.Count > 0 && tested.TrueForAll(value => AreExits(after, value)) ? [tested.Aggregate(after, WithValue)] : [];
    }

    private static List<Term> Tested(Term before, Term after) => after.All()
        .Where(term => term.Head is "isnull" or "coalesce" && Terms.Count(after, term) > Terms.Count(before, term)).Select(term => term[0])
        .Concat(before.All().Where(term => term.Is("first") && Terms.Count(after, Missing(term)) > Terms.Count(before, Missing(term))))
        .Distinct().ToList();

    private static Term WithValue(Term term, Term value) =>
        term.Is("isnull") && term[0].Equals(value) ? Term.False
        : term.Is("coalesce") && term[0].Equals(value) ? value
        : (value.Is("first") || value.Is("call", "Path.GetDirectoryName")) && term.Is("eq") && term.Equals(Missing(value)) ? Term.False
        : Terms.With(term, part => WithValue(part, value));

    // What is found first is null where nothing is found; the name of a folder may as well be empty.
    private static Term Missing(Term value) => Conditions.Equal(Terms.Make("count", value.Is("first") ? value[0] : value), Terms.Number(0));

    private static bool IsTest(Term term, Term value) =>
        (term.Is("isnull") && term[0].Equals(value)) || (value.Is("first") && term.Equals(Missing(value)));

    private static bool AreExits(Term term, Term value)
    {
        if (term.Is("coalesce") && term[0].Equals(value))
            return IsThrow(term[1]);
        if (term.Is("lambda") && term[0].Is("and") && term[0].Parts.Any(part => part.Is("not") && IsTest(part[0], value)))
            return term[0].Parts.All(part => (part.Is("not") && IsTest(part[0], value)) || AreExits(part, value));
        if (term.Head is not ("if" or "cond") || !term[0].All().Any(part => IsTest(part, value)))
            return !IsTest(term, value) && term.Parts.All(part => AreExits(part, value));
        var (condition, where, others) = (term[0], term[1], term[2]);
        if (condition.Is("not") || condition.Is("and"))
            (condition, where, others) = (Conditions.Not(condition), term[2], term[1]);
        return (WithValue(condition, value) == Term.False
                ? IsThrow(where) || (where == Term.Nothing && others.Head is "call" or "assign" or "append" or "await" or "step")
                : condition.Is("or") && condition.Parts.Any(part => IsTest(part, value)) && Branches.Leaves(where))
            && AreExits(where, value) && AreExits(others, value);
    }

    private static bool IsThrow(Term term) => term.Is("throw") && term.Parts is [{ Head: "new" }];
}
