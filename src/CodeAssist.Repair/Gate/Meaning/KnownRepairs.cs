namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>What code means once it is repaired, for rules of which only one repair is right, however it is written.</summary>
internal static class KnownRepairs
{
    private static readonly IReadOnlyDictionary<string, Func<Term, Term, IEnumerable<Term>>> ById = new Dictionary<string, Func<Term, Term, IEnumerable<Term>>>
    {
        ["CDA1006"] = Exchanged,
        ["S2234"] = Exchanged,
        ["CDA1009"] = FirstPlace,
        ["S2692"] = FirstPlace,
        ["CDA1036"] = Bounds,
        ["CDA1022"] = Odd,
        ["S2197"] = Odd,
        ["CDA1023"] = Whole,
        ["CDA1034"] = Cast,
        ["CDA1039"] = OfType,
    };

    /// <summary>What may be in the place of one part of the code; nothing where the rule is not known.</summary>
    public static IEnumerable<(Term Old, Term New)> Of(string diagnosticId, Term before) =>
        ById.TryGetValue(diagnosticId, out var repaired)
            ? before.All().Distinct().SelectMany(term => repaired(term, before).Select(now => (term, now)))
            : [];

    // Two arguments change places.
    private static IEnumerable<Term> Exchanged(Term term, Term member)
    {
        if (term.Head is not ("call" or "new"))
            yield break;
        for (var i = 0; i < term.Parts.Count; i++)
        {
            for (var j = i + 1; j < term.Parts.Count; j++)
            {
                Term[] parts = [.. term.Parts];
                (parts[i], parts[j]) = (parts[j], parts[i]);
                yield return Terms.Make(term.Head, term.Data, parts, term.IsValue);
            }
        }
    }

    // What is found at the first place is found.
    private static IEnumerable<Term> FirstPlace(Term term, Term member) =>
        term.Head is "lt" && term[0] == Terms.Number(0) && term[1].Is("call") && term[1].Data.EndsWith(".IndexOf", StringComparison.Ordinal)
            ? [Terms.Make("le", term.Data, term.Parts)]
            : [];

    // A remainder that is not one of even numbers.
    private static IEnumerable<Term> Odd(Term term, Term member) =>
        term.Is("eq") && term[1] == Terms.Number(1) && term[0].Is("op") && term[0].Data.StartsWith("Remainder:", StringComparison.Ordinal) && term[0][1] == Terms.Number(2)
            ? [Conditions.Not(Conditions.Equal(term[0], Terms.Number(0)))]
            : [];

    // The whole of a time span in place of one component of it.
    private static IEnumerable<Term> Whole(Term term, Term member)
    {
        if (term.Is("prop") && term.Data.StartsWith("TimeSpan.", StringComparison.Ordinal) && !term.Data.StartsWith("TimeSpan.Total", StringComparison.Ordinal))
            yield return Terms.Make("prop", term.Data.Replace("TimeSpan.", "TimeSpan.Total"), term.Parts, term.IsValue);
        if (term.Head is not ("lt" or "le"))
            yield break;
        for (var i = 0; i < 2; i++)
        {
            var (component, bound) = (term[i], term[1 - i]);
            if (!component.Is("prop") || !component.Data.StartsWith("TimeSpan.", StringComparison.Ordinal) || component.Parts.Count != 1)
                continue;
            var whole = new Term("call", component.Data.Replace("TimeSpan.", "TimeSpan.From"), [bound]) { IsValue = true };
            yield return Terms.Make(term.Head, term.Data, i == 0 ? [component[0], whole] : [whole, component[0]]);
        }
    }

    // What is tested is what the cast gave.
    private static IEnumerable<Term> Cast(Term term, Term member) =>
        term.Is("isnull") ? member.All().Where(cast => cast.Is("as") && cast[0].Equals(term[0])).Distinct().Select(Conditions.IsNull) : [];

    // What is of another type is not equal.
    private static IEnumerable<Term> OfType(Term term, Term member)
    {
        if (!ReferenceEquals(term, member) || member.Parts.Count != 1)
            yield break;
        foreach (var cast in member.All().Where(part => part.Head is "cast" or "conv" && part[0].Is("param")).Distinct())
            yield return new Term("member", string.Empty, [Branches.If(Terms.Make("is", cast.Data, [cast[0]]), member[0], Branches.Return(Term.False))]);
    }

    // The upper bound is the upper one.
    private static IEnumerable<Term> Bounds(Term term, Term member)
    {
        if (!term.Is("call", "Math.Min") && !term.Is("call", "Math.Max"))
            yield break;
        foreach (var inner in term.Parts.Where(part => part.Is("call", term.Data == "Math.Min" ? "Math.Max" : "Math.Min")))
        {
            var outer = term.Parts.First(part => !ReferenceEquals(part, inner));
            for (var i = 0; i < 2; i++)
                yield return Terms.Make("call", term.Data, [Terms.Make("call", inner.Data, [inner[1 - i], outer], inner.IsValue), inner[i]], term.IsValue);
        }
    }
}
