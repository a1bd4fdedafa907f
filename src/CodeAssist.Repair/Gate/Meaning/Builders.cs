namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>The laws of text builders: one that is only appended to and made a text is a text that grows.</summary>
internal static class Builders
{
    /// <summary>A builder and what follows it, with a text in its place; null where it is used in other ways.</summary>
    public static Term? AsText(Term declaration, IReadOnlyList<Term> rest)
    {
        if (!declaration[0].Data.EndsWith(".StringBuilder", StringComparison.Ordinal) || declaration[0].Parts.Count > 1)
            return null;
        var local = new Term("local", declaration.Data, []);
        var start = declaration[0].Parts is [var given] && !(given.Is("const") && given.Data.StartsWith("number", StringComparison.Ordinal)) ? given : Terms.Constant(string.Empty);
        return rest.All(statement => IsOnlyText(statement, local))
            ? Sequences.Of([new Term("decl", declaration.Data, [start]), .. rest.Select(statement => Grown(statement, local))])
            : null;
    }

    private static bool IsOnlyText(Term term, Term local) =>
        IsMadeText(term, local)
        || (term.Is("append") && term.Parts.Count > 0 && term[0].Equals(local) ? term.Parts.Skip(1).All(part => IsOnlyText(part, local)) : !term.Equals(local) && term.Parts.All(part => IsOnlyText(part, local)));

    private static bool IsMadeText(Term term, Term local) => term.Is("call", "Object.ToString") && term.Parts is [var made] && made.Equals(local);

    private static Term Grown(Term term, Term local) =>
        IsMadeText(term, local) ? local
        : term.Is("append") && term.Parts.Count > 0 && term[0].Equals(local) ? new Term("assign", string.Empty, [local, Terms.Make("text", string.Empty, [local, .. term.Parts.Skip(1).Select(part => Grown(part, local))])])
        : Terms.With(term, part => Grown(part, local));
}
