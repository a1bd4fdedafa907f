namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>The laws of statements that follow each other.</summary>
internal static class Sequences
{
    public static Term Of(params Term[] statements) => Of((IEnumerable<Term>)statements);

    public static Term Of(IEnumerable<Term> statements)
    {
        Budget.Step();
        var all = new List<Term>();
        foreach (var statement in statements.SelectMany(Branches.Statements).Where(statement => !IsIdle(statement)))
            all.AddRange(Hoisted(statement).SelectMany(Branches.Statements));

        // What stands behind a way out is never reached.
        var end = all.FindIndex(Branches.Leaves);
        if (end >= 0 && !all.Exists(statement => statement.Is("label") || statement.Is("function")))
            all.RemoveRange(end + 1, all.Count - end - 1);

        for (var i = all.Count - 1; i >= 0; i--)
        {
            if (i + 1 == all.Count)
                continue;
            var now = all[i];
            var rest = all.GetRange(i + 1, all.Count - i - 1);
            if ((Entered(now, rest) ?? Swapped(now, rest) ?? Joined(now, rest) ?? Resources.Released(now, rest) ?? Loops.Listed(now, rest) ?? Loops.ByIndex(now, rest) ?? Locals.Declared(now, rest)) is { } joined)
            {
                all.RemoveRange(i, all.Count - i);
                all.AddRange(Branches.Statements(joined));
                i = Math.Min(i + 1, all.Count);
            }
        }

        if (all.Count > 0 && all[all.Count - 1] is { Head: "decl" } last)
        {
            // Nothing reads it any more.
            all.RemoveAt(all.Count - 1);
            if (last.Parts.Count > 0 && !Purity.IsPure(last[0]))
                all.Add(last[0]);
        }

        return all.Count switch
        {
            0 => Term.Nothing,
            1 => all[0],
            _ => new Term("seq", string.Empty, all),
        };
    }

    /// <summary>Two variables that exchange what they hold.</summary>
    public static Term Swap(Term one, Term other) =>
        new("assign", "swap", string.CompareOrdinal(one.Text, other.Text) > 0 ? [other, one] : [one, other]);

    // By way of a third one.
    private static Term? Swapped(Term statement, List<Term> rest)
    {
        if (!statement.Is("decl") || statement.Parts.Count != 1 || rest.Count < 2 || !rest[0].Is("assign") || !rest[1].Is("assign"))
            return null;
        var (local, one, other) = (new Term("local", statement.Data, []), statement[0], rest[1][0]);
        return rest[0][0].Equals(one) && rest[0][1].Equals(other) && rest[1][1].Equals(local) && Purity.IsPure(one) && Purity.IsPure(other) && !rest.Skip(2).Any(later => Terms.Has(later, local))
            ? Of([Swap(one, other), .. rest.Skip(2)])
            : null;
    }

    private static bool IsIdle(Term statement) =>
        statement.Head is "local" or "param" or "const" or "null" or "field";

    // What follows a branch that leaves is what the other branch goes on with.
    private static Term? Entered(Term statement, List<Term> rest)
    {
        if (!statement.Is("if"))
            return Loops.Found(statement, rest);
        if (Branches.Leaves(statement[1]))
            return Branches.Leaves(statement[2]) ? statement : Branches.If(statement[0], statement[1], Of([statement[2], .. rest]));
        return Branches.Leaves(statement[2]) ? Branches.If(statement[0], Of([statement[1], .. rest]), statement[2]) : null;
    }

    private static Term? Joined(Term statement, List<Term> rest)
    {
        if (!statement.Is("assign") || !Purity.IsPure(statement[0]) || !rest[0].Is("assign") || !rest[0][0].Equals(statement[0]) || Terms.Has(rest[0][1], statement[0]))
            return null;

        // A value that is overwritten at once.
        return Purity.IsPure(statement[1]) ? Of(rest) : null;
    }

    // What is evaluated before all else of a statement may stand in a statement before it.
    private static IEnumerable<Term> Hoisted(Term statement)
    {
        if (statement.Head is not ("if" or "return" or "throw" or "assign" or "call" or "decl"))
            return [statement];
        var index = statement.Is("assign") ? 1 : 0;
        if (statement.Parts.Count <= index)
            return [statement];

        // `x = f() ?? throw` is a call, and a test of what it gave.
        if (statement[index] is { Head: "coalesce" } given && given[1].Is("throw") && (statement.Is("decl") || (statement.Is("assign") && statement[0].Is("local"))))
        {
            var target = statement.Is("decl") ? new Term("local", statement.Data, []) : statement[0];
            return [.. Hoisted(new Term(statement.Head, statement.Data, [.. statement.Parts.Take(index), given[0]])), Branches.If(Conditions.IsNull(target), given[1], Term.Nothing)];
        }

        if ((statement.Is("assign") && !Purity.IsPure(statement[0])) || First(statement.Is("call") ? statement : statement[index]) is not { } first)
            return [statement];
        if (first.Is("assign") && first[0].Is("local"))
            return [Declares(first) ? new Term("decl", first[0].Data, [first[1]]) : new Term("assign", string.Empty, [first[0], first[1]]), .. Hoisted(Without(statement, first, first[0]))];
        return first.Is("coalesce")
            ? [Branches.If(Terms.Make("isnull", first[0]), first[1], Term.Nothing), .. Hoisted(Without(statement, first, first[0]))]
            : [statement];
    }

    private static bool Declares(Term assignment) => assignment.Data == "declares";

    private static Term Without(Term statement, Term old, Term now) => Terms.Replace(statement, old, now);

    // The first thing that is done, where it may be done before.
    private static Term? First(Term term)
    {
        if ((term.Is("assign") && term.Data.Length > 0) || (term.Is("coalesce") && term[1].Is("throw") && Purity.IsPure(term[0])))
            return term;
        foreach (var part in term.Head is "cond" or "and" or "or" or "coalesce" ? term.Parts.Take(1) : term.Head is "lambda" or "function" ? [] : term.Parts)
        {
            if (First(part) is { } first)
                return first;
            if (!Purity.IsPure(part))
                return null;
        }

        return null;
    }
}
