namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>What code means once it is repaired, for rules of which only one repair is right, however it is written.</summary>
internal static class KnownRepairs
{
    private static readonly IReadOnlyDictionary<string, Func<Term, IEnumerable<Term>>> ById = new Dictionary<string, Func<Term, IEnumerable<Term>>>
    {
        ["CDA1006"] = Exchanged,
        ["S2234"] = Exchanged,
        ["CDA1009"] = FirstPlace,
        ["S2692"] = FirstPlace,
        ["CDA1036"] = Bounds,
        ["CA2018"] = Bytes,
    };

    /// <summary>What may be in the place of one part of the code; nothing where the rule is not known.</summary>
    public static IEnumerable<(Term Old, Term New)> Of(string diagnosticId, Term before) =>
        ById.TryGetValue(diagnosticId, out var repaired)
            ? before.All().Distinct().SelectMany(term => repaired(term).Select(now => (term, now)))
            : [];

    // Two arguments change places.
    private static IEnumerable<Term> Exchanged(Term term)
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
    private static IEnumerable<Term> FirstPlace(Term term) =>
        term.Head is "lt" && term[0] == Terms.Number(0) && term[1].Is("call") && term[1].Data.EndsWith(".IndexOf", StringComparison.Ordinal)
            ? [Terms.Make("le", term.Data, term.Parts)]
            : [];

    // A number of bytes in place of a number of elements.
    private static IEnumerable<Term> Bytes(Term term)
    {
        if (!term.Is("call", "Buffer.BlockCopy") || term.Parts.Count != 5)
            yield break;
        foreach (var size in new[] { 2, 4, 8, 16 })
        {
            Term[][] counts = [[term[4], Terms.Number(size)], [Terms.Number(size), term[4]]];
            foreach (var count in counts)
                yield return Terms.Make("call", term.Data, [.. term.Parts.Take(4), Terms.Make("op", "Multiply:Int32", count)]);
        }
    }

    // The upper bound is the upper one.
    private static IEnumerable<Term> Bounds(Term term)
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
