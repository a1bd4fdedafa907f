namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>The laws of local variables: what one holds may as well stand where it is used.</summary>
internal static class Locals
{
    /// <summary>A declaration and what follows it, without the declaration; null where it stays.</summary>
    public static Term? Declared(Term declaration, List<Term> rest)
    {
        if (!declaration.Is("decl"))
            return null;
        var local = new Term("local", declaration.Data, []);
        if (declaration.Parts.Count == 0)
            return FirstWrite(declaration, local, rest);
        var value = declaration[0];
        if (Overwritten(declaration, local, rest) is { } overwritten)
            return overwritten;
        if (Filled(declaration, local, rest) is { } filled)
            return filled;
        if (rest.Exists(statement => Purity.Writes(statement, local)))
            return null;
        if (value.Is("new") && !Facts.AreLeftOut && Builders.AsText(declaration, rest) is { } text)
            return text;
        var uses = rest.Sum(statement => Terms.Count(statement, local));

        // `text = read(); f(text) … f(text)` is `number = f(read()); number … number`.
        if (uses > 1 && !Purity.IsPure(value) && Only(rest, local) is { } made)
            return Sequences.Of([new Term("decl", declaration.Data, [Terms.Replace(made, local, value)]), .. rest.Select(statement => Terms.Replace(statement, made, local))]);

        // An object is one thing, however often it is used; another one made in the same way is not that one.
        if (uses > 1 && value.All().Any(part => part.Head is "new" or "newof" or "list"))
            return null;

        // A function keeps the variable, not what it holds just then.
        if (value.All().Any(part => part.Is("local")) && rest.Exists(statement => statement.All().Any(part => part.Is("lambda") && Terms.Has(part, local))))
            return null;
        if (uses == 0)
            return Purity.IsPure(value) ? Sequences.Of(rest) : Sequences.Of([value, .. rest]);
        if (Purity.IsFixed(value) ? !rest.Exists(statement => Purity.Disturbs(statement, value)) : Purity.IsPure(value) ? StaysUntilLastUse(rest, local, uses, value) : uses == 1 && IsFirst(rest[0], local) == true)
            return Sequences.Of(rest.Select(statement => Terms.Replace(statement, local, value)));
        return null;
    }

    // The one call that a variable is made for; null where it is used in other ways as well.
    private static Term? Only(List<Term> rest, Term local)
    {
        var users = rest.SelectMany(statement => statement.All()).Where(part => part.Parts.Contains(local)).Distinct().Take(2).ToList();
        return users is [{ Head: "call" } only] && Purity.IsPure(only) && Terms.Count(only, local) == 1 && !rest.Exists(statement => statement.All().Any(part => part.Is("lambda") && Terms.Has(part, local))) ? only : null;
    }

    // A variable that gets its value by the next statement is declared with it.
    private static Term? FirstWrite(Term declaration, Term local, List<Term> rest)
    {
        if (rest[0].Is("assign") && rest[0][0].Equals(local) && !Terms.Has(rest[0][1], local))
            return Sequences.Of([new Term("decl", declaration.Data, [rest[0][1]]), .. rest.Skip(1)]);

        // It may come later, and need not be there where its first use gives it its value.
        return rest.TrueForAll(statement => !Terms.Has(statement, local)) ? Sequences.Of(rest)
            : Terms.Has(rest[0], local) ? Sequences.Of(rest)
            : rest.Count > 1 && !rest[0].Is("decl") ? Sequences.Of([rest[0], declaration, .. rest.Skip(1)])
            : null;
    }

    // A value that is replaced before anything reads it, always or under a condition.
    private static Term? Overwritten(Term declaration, Term local, List<Term> rest)
    {
        var value = declaration[0];
        if (!Purity.IsPure(value))
            return null;

        // The same, twice.
        if (rest[0].Equals(declaration))
            return Sequences.Of(rest);
        if (rest[0].Is("assign") && rest[0][0].Equals(local) && !Terms.Has(rest[0][1], local))
            return Sequences.Of([new Term("decl", declaration.Data, [rest[0][1]]), .. rest.Skip(1)]);
        if (rest[0].Is("if") && rest[0][2] == Term.Nothing && rest[0][1].Is("assign") && rest[0][1][0].Equals(local) && !Terms.Has(rest[0][0], local) && !Terms.Has(rest[0][1][1], local))
            return Sequences.Of([new Term("decl", declaration.Data, [Conditions.Choose(rest[0][0], rest[0][1][1], value)]), .. rest.Skip(1)]);
        return null;
    }

    // What is set of a new object, or added to it, right behind its creation is part of the creation.
    private static Term? Filled(Term declaration, Term local, List<Term> rest)
    {
        var value = declaration[0];
        if (value.Head is not ("newof" or "new" or "list"))
            return null;
        var next = rest[0];
        Term? part = next.Is("assign") && next[0].Head is "prop" or "field" or "item" && next[0].Parts.Count > 0 && next[0][0].Equals(local) && !Terms.Has(next[1], local)
                ? new Term("set", next[0].Head + " " + next[0].Data, [.. next[0].Parts.Skip(1), next[1]])
            : next.Is("call") && next.Data.EndsWith(".Add", StringComparison.Ordinal) && next.Parts.Count >= 2 && next[0].Equals(local) && !next.Parts.Skip(1).Any(argument => Terms.Has(argument, local))
                ? new Term("add", string.Empty, [.. next.Parts.Skip(1)])
            : null;
        return part is null ? null : Sequences.Of([new Term("decl", declaration.Data, [new Term("newof", string.Empty, [.. value.Is("newof") ? value.Parts : [value], part])]), .. rest.Skip(1)]);
    }

    // Whether nothing is done between the declaration and the last use that could change the value.
    private static bool StaysUntilLastUse(List<Term> rest, Term local, int uses, Term value)
    {
        var (left, disturbed, stays) = (uses, false, true);
        foreach (var statement in rest)
        {
            Walk(statement);
            if (left == 0 || !stays)
                break;
        }

        return stays;

        void Walk(Term term)
        {
            if (left == 0 || !stays)
                return;
            if (term.Equals(local))
            {
                left--;
                stays &= !disturbed;
                return;
            }

            if (term.Head is "foreach" or "loop" or "dowhile" or "lambda" or "function" && Terms.Has(term, local))
                disturbed |= !term.Parts.All(Purity.IsPure) && !term.Is("lambda");
            if (term.Is("if"))
            {
                // A branch that leaves changes nothing for what follows it.
                Walk(term[0]);
                var before = disturbed;
                Walk(term[1]);
                var after = disturbed && !Branches.Leaves(term[1]);
                disturbed = before;
                Walk(term[2]);
                disturbed = after || (disturbed && !Branches.Leaves(term[2])) || before;
                return;
            }

            foreach (var part in term.Parts)
                Walk(part);
            disturbed |= term.Head is "assign" or "ensure" or "step" or "ref" ? Purity.Disturbs(term, value) || term[0].Head is not ("local" or "param") : term.Head is not ("return" or "throw" or "decl" or "seq" or "break" or "continue") && term.Parts.Count >= 0 && IsDisturbing(term);
        }
    }

    private static bool IsDisturbing(Term term) => term.Head is "call" or "await" or "yield" or "using" or "lock" or "raw" or "subscribe" && !Purity.IsPure(term);

    // True where the variable is what is evaluated first; null where nothing is done yet.
    private static bool? IsFirst(Term term, Term local)
    {
        if (term.Equals(local))
            return true;
        if (term.Head is "lambda" or "function" or "loop" or "dowhile" or "foreach" or "try")
            return term.Is("foreach") ? IsFirst(term[0], local) ?? false : false;
        var parts = term.Head is "cond" or "and" or "or" or "coalesce" or "if" or "using" or "lock" ? term.Parts.Take(1) : term.Parts;
        foreach (var part in parts)
        {
            if (term.Is("assign") && ReferenceEquals(part, term[0]) && part.Parts.All(Purity.IsFixed))
                continue;
            if (IsFirst(part, local) is { } known)
                return known;
        }

        return Purity.IsFixed(term) || term.Head is "typeof" or "lambda" ? null : false;
    }
}
