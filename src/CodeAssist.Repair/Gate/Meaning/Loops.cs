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

    /// <summary>A list that a loop fills: what a query yields, as a list. Null where it is none.</summary>
    public static Term? Listed(Term declaration, IReadOnlyList<Term> rest)
    {
        if (!declaration.Is("decl") || declaration.Parts is not [{ Head: "list", Data: "List", Parts.Count: 0 }] || !rest[0].Is("foreach"))
            return null;
        var (list, local) = (new Term("local", declaration.Data, []), new Term("local", rest[0].Data, []));
        var (source, body) = (rest[0][0], rest[0][1]);
        if (body.Is("if") && body[2] == Term.Nothing)
        {
            source = Terms.Make("where", source, Lambdas.Of(local, body[0]));
            body = body[1];
        }

        return body.Is("call", "List.Add") && body.Parts.Count == 2 && body[0].Equals(list) && !Terms.Has(body[1], list) && !Terms.Has(source, list)
            ? Sequences.Of([new Term("decl", declaration.Data, [Terms.Make("tolist", Queries.Call("Select", [source, Lambdas.Of(local, body[1])], isValue: false) ?? new Term("call", "Enumerable.Select", [source, Lambdas.Of(local, body[1])]))]), .. rest.Skip(1)])
            : null;
    }

    /// <summary>A loop over all places of a collection that asks for nothing but what stands there: one over its elements. Null where it is none.</summary>
    public static Term? ByIndex(Term declaration, IReadOnlyList<Term> rest)
    {
        if (!declaration.Is("decl") || declaration.Parts is not [var start] || start != Terms.Number(0) || rest[0] is not { Head: "loop", Parts: [{ Head: "lt" } condition, var body, ..] } loop || !loop.Parts.Skip(2).All(part => part == Term.Nothing))
            return null;
        var index = new Term("local", declaration.Data, []);
        if (!condition[0].Equals(index) || !condition[1].Is("count") || !Purity.IsFixed(condition[1][0]) || Branches.Statements(body) is not { Count: > 1 } statements || statements[statements.Count - 1] is not { Head: "assign" } step || !step[0].Equals(index))
            return null;
        var (collection, element) = (condition[1][0], new Term("local", declaration.Data + " of", []));
        var each = Sequences.Of(statements.Take(statements.Count - 1).Select(statement => Element(statement, collection, index, element)));
        return step[1].Is("op") && step[1].Data.StartsWith("Add:", StringComparison.Ordinal) && step[1].Parts is [var before, var one] && before.Equals(index) && one == Terms.Number(1)
            && !Terms.Has(each, index) && !Purity.Writes(each, collection) && !Purity.Writes(each, element) && !each.All().Any(part => part.Is("continue") || (part.Is("call") && part.Parts.Count > 0 && part[0].Equals(collection))) && !rest.Skip(1).Any(later => Terms.Has(later, index))
                ? Sequences.Of([ForEach(element.Data, collection, each), .. rest.Skip(1)])
                : null;
    }

    private static Term Element(Term term, Term collection, Term index, Term element) =>
        term.Is("item") && term.Parts is [var of, var at] && of.Equals(collection) && at.Equals(index) ? new Term("local", element.Data, []) { IsValue = term.IsValue } : Terms.With(term, part => Element(part, collection, index, element));

    private static Term Any(Term loop) =>
        Conditions.Not(Conditions.Equal(Terms.Make("count", Terms.Make("where", loop[0], Lambdas.Of(new Term("local", loop.Data, []), loop[1][0]))), Terms.Number(0)));

    private static Term? Removed(Term collection, Term local, Term body) =>
        body.Is("if") && body[2] == Term.Nothing && Purity.IsPure(body[0]) && body[1] is { Head: "call", Data: "List.Remove" or "HashSet.Remove", Parts.Count: 2 } removal
        && removal[0].Equals(collection) && removal[1].Equals(local)
            ? Lambdas.Of(local, body[0])
            : null;
}
