namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>The laws of if.</summary>
internal static class Branches
{
    public static Term If(Term condition, Term then, Term otherwise)
    {
        if (condition == Term.True)
            return then;
        if (condition == Term.False)
            return otherwise;
        then = Facts.Assume(then, condition, holds: true);
        otherwise = Facts.Assume(otherwise, condition, holds: false);
        if (then == Term.Nothing && otherwise == Term.Nothing)
            return Purity.IsPure(condition) ? Term.Nothing : condition;
        if (then == Term.Nothing)
            return If(Conditions.Not(condition), otherwise, then);
        if (Only(then, "return") is { Parts.Count: 1 } one && Only(otherwise, "return") is { Parts.Count: 1 } other)
            return Terms.Make("return", Conditions.Choose(condition, one[0], other[0]));
        if (Only(then, "assign") is { } set && Only(otherwise, "assign") is { } reset && set[0].Equals(reset[0]) && Purity.IsPure(set[0]))
            return Terms.Make("assign", set[0], Conditions.Choose(condition, set[1], reset[1]));
        if (Only(then, "if") is { } inner && inner[2].Equals(otherwise))
            return If(Conditions.And(condition, inner[0]), inner[1], otherwise);
        if (Only(otherwise, "if") is { } last && last[1].Equals(then))
            return If(Conditions.Or(condition, last[0]), then, last[2]);
        if (otherwise == Term.Nothing)
            return Calls.Once(condition, then) ?? new Term("if", string.Empty, [condition, then, otherwise]);
        if (CommonEnd(condition, then, otherwise) is { } common)
            return common;
        var inverse = Conditions.Not(condition);
        return string.CompareOrdinal(inverse.Text, condition.Text) < 0
            ? new Term("if", string.Empty, [inverse, otherwise, then])
            : new Term("if", string.Empty, [condition, then, otherwise]);
    }

    /// <summary>A return of a value; where there is none, what throws does so before.</summary>
    public static Term Return(Term value) =>
        value.Is("cond") && (value[1].Is("throw") || value[2].Is("throw") || HasThrow(value[1]) || HasThrow(value[2])) ? If(value[0], Return(value[1]), Return(value[2]))
        : value.Is("throw") ? value
        : new Term("return", string.Empty, [value]);

    private static bool HasThrow(Term value) => value.Is("cond") && (value[1].Is("throw") || value[2].Is("throw") || HasThrow(value[1]) || HasThrow(value[2]));

    /// <summary>Whether control never comes behind a term.</summary>
    public static bool Leaves(Term term) => term.Head switch
    {
        "return" or "throw" or "break" or "continue" or "goto" or "yieldbreak" => true,
        "seq" or "using" or "lock" => term.Parts.Count > 0 && Leaves(term.Parts[term.Parts.Count - 1]),
        "if" => Leaves(term[1]) && Leaves(term[2]),
        _ => false,
    };

    /// <summary>The statements of a term.</summary>
    public static IReadOnlyList<Term> Statements(Term term) => term.Is("seq") ? term.Parts : [term];

    /// <summary>A body whose end is left by nothing but its own end: <c>return;</c> at the end of a method, <c>continue;</c> at that of a loop.</summary>
    public static Term WithoutLast(Term body, string jump)
    {
        if (body.Is(jump) && body.Parts.Count == 0)
            return Term.Nothing;
        if (body.Is("if"))
            return If(body[0], WithoutLast(body[1], jump), WithoutLast(body[2], jump));
        if (!body.Is("seq") || body.Parts.Count == 0)
            return body;
        var last = body.Parts[body.Parts.Count - 1];
        var without = WithoutLast(last, jump);
        return ReferenceEquals(last, without) ? body : Sequences.Of([.. body.Parts.Take(body.Parts.Count - 1), without]);
    }

    private static Term? Only(Term term, string head) => term.Is(head) ? term : null;

    // What both branches end with comes behind them.
    private static Term? CommonEnd(Term condition, Term then, Term otherwise)
    {
        var (one, other) = (Statements(then), Statements(otherwise));
        var same = 0;
        while (same < one.Count && same < other.Count && one[one.Count - 1 - same].Equals(other[other.Count - 1 - same]))
            same++;
        if (same == 0 || (same == one.Count && same == other.Count))
            return null;
        var first = If(condition, Sequences.Of(one.Take(one.Count - same)), Sequences.Of(other.Take(other.Count - same)));
        return Sequences.Of([first, .. one.Skip(one.Count - same)]);
    }
}
