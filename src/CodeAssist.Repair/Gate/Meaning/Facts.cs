namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>What a condition tells of the code that only runs where it holds.</summary>
internal static class Facts
{
    [ThreadStatic]
    private static bool _areLeftOut;

    /// <summary>Whether nothing is known just now.</summary>
    public static bool AreLeftOut => _areLeftOut;

    /// <summary>What is made with nothing known of conditions: each part as it is written, whatever stands before it.</summary>
    public static T LeftOut<T>(Func<T> make)
    {
        _areLeftOut = true;
        try
        {
            return make();
        }
        finally
        {
            _areLeftOut = false;
        }
    }

    /// <summary>A term where a condition is known to hold, or not to.</summary>
    public static Term Assume(Term term, Term condition, bool holds)
    {
        if (_areLeftOut || Terms.IsConstant(term) || !Purity.IsPure(condition))
            return term;
        switch (condition.Head)
        {
            case "not":
                return Assume(term, condition[0], !holds);
            case "and" when holds:
            case "or" when !holds:
                return condition.Parts.Aggregate(term, (known, part) => Assume(known, part, holds));
        }

        return Purity.Disturbs(term, condition) ? term : Rewrite(term, condition, holds);
    }

    private static Term Rewrite(Term term, Term condition, bool holds)
    {
        if (term.Equals(condition))
            return holds ? Term.True : Term.False;
        if (term.Size <= 1)
            return term;
        if (condition.Is("isnull") && !holds && term.Is("coalesce") && term[0].Equals(condition[0]))
            return term[0];
        if (condition.Is("is") && holds && term.Is("as", condition.Data) && term[0].Equals(condition[0]))
            return Terms.Make("cast", term.Data, term.Parts);
        if (condition.Is("has") && holds && term.Is("got") && term[0].Equals(condition[0]) && term[1].Equals(condition[1]))
            return Terms.Make("item", string.Empty, term.Parts);
        return Terms.With(term, part => Rewrite(part, condition, holds));
    }
}
