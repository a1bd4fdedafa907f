namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>
/// Where a value is missing that code worked on, the code had nothing to work on: a condition that newly asks for null does
/// not let the work be done just then, and a choice among elements does not take them.
/// </summary>
internal static class NullPolarity
{
    /// <summary>A value whose absence makes a condition hold that guards work; null where there is none.</summary>
    public static Term? Find(Term before, Term after)
    {
        var known = new HashSet<Term>(before.All());
        foreach (var term in after.All().Where(term => term.Head is "if" or "lambda" && !known.Contains(term)))
        {
            var condition = term[0];
            if (condition.Head is not ("and" or "or"))
                continue;
            foreach (var value in condition.All().Where(part => part.Is("isnull") && !known.Contains(part)).Select(part => part[0]))
            {
                var whereNull = WhereNull(condition, value);
                if (term.Is("lambda") ? whereNull == Term.True : (whereNull == Term.True && IsWork(term[1])) || (whereNull == Term.False && IsWork(term[2])))
                    return value;
            }
        }

        return null;
    }

    private static bool IsWork(Term branch) => branch != Term.Nothing && !Branches.Leaves(branch);

    private static Term WhereNull(Term term, Term value) =>
        term.Is("isnull") && term[0].Equals(value) ? Term.True : Terms.With(term, part => WhereNull(part, value));
}
