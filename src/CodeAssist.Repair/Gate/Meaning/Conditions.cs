namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>The laws of conditions: of not, and, or, of null, equality and order, and of the choice between two values.</summary>
internal static class Conditions
{
    public static Term Not(Term term) => term.Head switch
    {
        "const" when term == Term.True => Term.False,
        "const" when term == Term.False => Term.True,
        "not" => term[0],
        "and" => Or([.. term.Parts.Select(Not)]),
        "or" => And([.. term.Parts.Select(Not)]),
        "cond" => Choose(term[0], Not(term[1]), Not(term[2])),
        "lt" when term.Data == "int" => LessOrEqual(term[1], term[0], term.Data),
        "le" when term.Data == "int" => Less(term[1], term[0], term.Data),
        _ => new Term("not", string.Empty, [term]) { IsValue = term.IsValue },
    };

    public static Term And(IEnumerable<Term> terms) => Join("and", terms, unit: Term.True, zero: Term.False);

    public static Term Or(IEnumerable<Term> terms) => Join("or", terms, unit: Term.False, zero: Term.True);

    public static Term And(params Term[] terms) => And((IEnumerable<Term>)terms);

    public static Term Or(params Term[] terms) => Or((IEnumerable<Term>)terms);

    public static Term IsNull(Term term)
    {
        if (term == Term.Null)
            return Term.True;
        if (term.IsValue || term.Head is "const" or "new" or "list" or "this" or "text" or "lambda" or "typeof")
            return Term.False;
        if (Lifted(term) is var (isNull, value))
            return Or(isNull, IsNull(value));
        return term.Head switch
        {
            "as" => Not(Terms.Make("is", term.Data, term.Parts)),
            "coalesce" => And(IsNull(term[0]), IsNull(term[1])),
            "first" when term.Data == "null" => Equal(Terms.Make("count", term[0]), Terms.Number(0)),
            _ => new Term("isnull", string.Empty, [term]) { IsValue = true },
        };
    }

    public static Term Equal(Term left, Term right, string kind = "")
    {
        if (left == Term.Null)
            return IsNull(right);
        if (right == Term.Null)
            return IsNull(left);
        if ((Terms.IsConstant(left) && !Terms.IsConstant(right)) || IsNaN(left))
            return Equal(right, left, kind);
        if (IsNaN(right))
            return new Term("call", right.Data.Substring(0, 6) + ".IsNaN", [left]) { IsValue = true };
        if (Terms.IsConstant(right))
        {
            if (right == Term.True && left.IsValue)
                return left;
            if (right == Term.False && left.IsValue)
                return Not(left);
            if (Lifted(left) is var (isNull, value))
                return And(Not(isNull), Equal(value, right, kind));
            if (Terms.TextOf(right) == string.Empty)
                return Equal(Terms.Make("count", left), Terms.Number(0));
            if (left.Is("call", "String.IndexOf") && right == Terms.Number(0))
                return Calls.Of("String.StartsWith", left.Parts, isValue: true);
            if (IsIndexOf(left) && right == Terms.Number(-1))
                return Not(Contains(left));
            if (right == Terms.Number(0) && left.Is("call", "String.Compare") && left.Parts.Count is 2 or 3)
                return left.Parts.Count == 2 ? Equal(left[0], left[1]) : new Term("call", "String.Equals", left.Parts) { IsValue = true };
            if (right == Terms.Number(0) && AnyEqual(left) is { } contains)
                return Not(contains);
        }
        else if (Purity.IsPure(left) && Purity.IsPure(right) && string.CompareOrdinal(left.Text, right.Text) > 0)
        {
            (left, right) = (right, left);
        }

        return new Term("eq", string.Empty, [left, right]) { IsValue = true };
    }

    public static Term Less(Term left, Term right, string kind)
    {
        if (Compared(left, right, kind, Less) is { } lifted)
            return lifted;
        if (right == Terms.Number(1) && left.Is("count"))
            return Equal(left, Terms.Number(0));
        if (left == Terms.Number(0) && right.Is("count"))
            return Not(Equal(right, Terms.Number(0)));
        if (right == Terms.Number(0) && IsIndexOf(left))
            return Not(Contains(left));
        if (left == Terms.Number(-1) && IsIndexOf(right))
            return Contains(right);
        return new Term("lt", kind, [left, right]) { IsValue = true };
    }

    public static Term LessOrEqual(Term left, Term right, string kind)
    {
        if (Compared(left, right, kind, LessOrEqual) is { } lifted)
            return lifted;
        if (left == Terms.Number(1) && right.Is("count"))
            return Not(Equal(right, Terms.Number(0)));
        if (right == Terms.Number(0) && left.Is("count"))
            return Equal(left, Terms.Number(0));
        if (left == Terms.Number(0) && IsIndexOf(right))
            return Contains(right);
        return new Term("le", kind, [left, right]) { IsValue = true };
    }

    /// <summary>One value where a condition holds, another one where it does not.</summary>
    public static Term Choose(Term condition, Term then, Term otherwise)
    {
        if (condition == Term.True)
            return then;
        if (condition == Term.False)
            return otherwise;
        then = Facts.Assume(then, condition, holds: true);
        otherwise = Facts.Assume(otherwise, condition, holds: false);
        if (then == Term.True)
            return Or(condition, otherwise);
        if (then == Term.False)
            return And(Not(condition), otherwise);
        if (otherwise == Term.True)
            return Or(Not(condition), then);
        if (otherwise == Term.False)
            return And(condition, then);
        if (condition.Is("isnull") && condition[0].Equals(otherwise))
            return Coalesce(condition[0], then);
        if (condition.Is("not") && condition[0].Is("isnull") && condition[0][0].Equals(then))
            return Coalesce(condition[0][0], otherwise);
        if (then.Is("cond") && then[2].Equals(otherwise))
            return Choose(And(condition, then[0]), then[1], otherwise);
        if (otherwise.Is("cond") && otherwise[1].Equals(then))
            return Choose(Or(condition, otherwise[0]), then, otherwise[2]);
        var inverse = Not(condition);
        return string.CompareOrdinal(inverse.Text, condition.Text) < 0
            ? new Term("cond", string.Empty, [inverse, otherwise, then]) { IsValue = then.IsValue && otherwise.IsValue }
            : new Term("cond", string.Empty, [condition, then, otherwise]) { IsValue = then.IsValue && otherwise.IsValue };
    }

    public static Term Coalesce(Term value, Term fallback)
    {
        if (value.IsValue || fallback == Term.Null)
            return value;
        if (fallback.Is("assign") && fallback[0].Equals(value))
            return new Term("ensure", string.Empty, fallback.Parts);
        if (Lifted(value) is var (isNull, inner))
            return Choose(isNull, fallback, Coalesce(inner, fallback));
        return new Term("coalesce", string.Empty, [value, fallback]) { IsValue = fallback.IsValue };
    }

    /// <summary>When a value is null by a choice, and what it is otherwise.</summary>
    public static (Term IsNull, Term Value)? Lifted(Term term) =>
        !term.Is("cond") ? null
        : term[1] == Term.Null ? (term[0], term[2])
        : term[2] == Term.Null ? (Not(term[0]), term[1])
        : null;

    private static bool IsIndexOf(Term term) => term.Is("call") && term.Data is "String.IndexOf" or "Array.IndexOf" or "List.IndexOf" or "MemoryExtensions.IndexOf" && term.Parts.Count is 2 or 3;

    private static Term Contains(Term indexOf) => Calls.Of(indexOf.Data.Replace(".IndexOf", ".Contains"), indexOf.Parts, isValue: true);

    // What is no number is equal to nothing: who asks means whether the value is none.
    private static bool IsNaN(Term term) => term.Is("field") && term.Data is "Double.NaN" or "Single.NaN";

    // A comparison with what is null is false.
    private static Term? Compared(Term left, Term right, string kind, Func<Term, Term, string, Term> compare) =>
        Lifted(left) is var (leftNull, leftValue) && Terms.IsConstant(right) ? And(Not(leftNull), compare(leftValue, right, kind.TrimEnd('?')))
        : Lifted(right) is var (rightNull, rightValue) && Terms.IsConstant(left) ? And(Not(rightNull), compare(left, rightValue, kind.TrimEnd('?')))
        : null;

    // No element is equal to a value: the collection does not contain it.
    private static Term? AnyEqual(Term count) =>
        count.Is("count") && count[0].Is("where") && count[0][1] is { Head: "lambda" } test && test[0] is { Head: "eq" } equal
        && equal.Parts.Count(part => part.Is("arg", test.Data + ".0")) == 1 && equal.Parts.FirstOrDefault(part => !part.Is("arg", test.Data + ".0")) is { } wanted && !Terms.Has(wanted, new Term("arg", test.Data + ".0", []))
            ? Terms.Make("contains", count[0][0], wanted)
            : null;

    private static Term Join(string head, IEnumerable<Term> terms, Term unit, Term zero)
    {
        var all = new List<Term>();
        foreach (var term in terms.SelectMany(term => term.Is(head) ? term.Parts : (IEnumerable<Term>)[term]))
        {
            var known = term;
            foreach (var before in all)
                known = Facts.Assume(known, before, holds: head == "and");
            if (known == unit)
                continue;
            if (known == zero && all.TrueForAll(Purity.IsPure))
                return zero;
            if (known.Is(head))
                all.AddRange(known.Parts);
            else
                all.Add(known);
            if (known == zero)
                break;
        }

        return all.Count switch
        {
            0 => unit,
            1 => all[0],
            _ => new Term(head, string.Empty, all) { IsValue = all.TrueForAll(term => term.IsValue) },
        };
    }
}
