namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>The laws of loops over collections.</summary>
internal static class Loops
{
    /// <summary>A loop over a collection; the variable is the data.</summary>
    public static Term ForEach(string variable, Term collection, Term body)
    {
        var local = new Term("local", variable, []);

        // What is chosen by the query is chosen by the loop.
        if (collection.Is("where") && collection[1].Is("lambda") && !Purity.Writes(body, local))
            return ForEach(variable, collection[0], Branches.If(Lambdas.Apply(collection[1], local), body, Term.Nothing));
        if (collection.Is("call", "Enumerable.Select") && collection.Parts.Count == 2 && collection[1].Is("lambda") && !Purity.Writes(body, local) && Purity.IsPure(collection[1][0]))
            return ForEach(variable, collection[0], Terms.Replace(body, local, Lambdas.Apply(collection[1], local)));

        // What is copied so that the loop may remove from it.
        var source = collection.Head is "tolist" ? collection[0] : collection;
        if (Removed(source, local, body) is { } test)
            return Terms.Make("call", body[1].Data == "List.Remove" ? "List.RemoveAll" : "HashSet.RemoveWhere", [source, test]);
        if (!collection.Is("tolist") && body.Is("call", "List.Add") && body.Parts.Count == 2 && body[1].Equals(local) && !Terms.Has(body[0], local))
            return Terms.Make("call", "List.AddRange", [body[0], collection]);
        return new Term("foreach", variable, [collection, body]);
    }

    /// <summary>A return of true or false by the first element for which a test holds: whether there is one.</summary>
    public static Term? Found(Term loop, IReadOnlyList<Term> behind) =>
        loop.Is("foreach") && loop[1].Is("if") && loop[1][2] == Term.Nothing && loop[1][1] is { Head: "return", Parts.Count: 1 } found
        && behind is [{ Head: "return", Parts.Count: 1 } end, ..] && (found[0], end[0]) is var (one, other)
        && ((one == Term.True && other == Term.False) || (one == Term.False && other == Term.True)) && Purity.IsPure(loop[1][0])
            ? Terms.Make("return", one == Term.True ? Any(loop) : Conditions.Not(Any(loop)))
            : null;

    private static Term Any(Term loop) =>
        Conditions.Not(Conditions.Equal(Terms.Make("count", Terms.Make("where", loop[0], Lambdas.Of(new Term("local", loop.Data, []), loop[1][0]))), Terms.Number(0)));

    private static Term? Removed(Term collection, Term local, Term body) =>
        body.Is("if") && body[2] == Term.Nothing && Purity.IsPure(body[0]) && body[1] is { Head: "call", Data: "List.Remove" or "HashSet.Remove", Parts.Count: 2 } removal
        && removal[0].Equals(collection) && removal[1].Equals(local)
            ? Lambdas.Of(local, body[0])
            : null;
}
