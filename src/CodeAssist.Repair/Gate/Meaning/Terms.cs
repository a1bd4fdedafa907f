using System.Globalization;

namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>Makes terms in their normal form.</summary>
internal static class Terms
{
    /// <summary>A term of any head, by the laws of that head.</summary>
    /// <exception cref="InsufficientExecutionStackException">The code is nested too deeply.</exception>
    public static Term Make(string head, string data, IReadOnlyList<Term> parts, bool isValue = false)
    {
        Budget.Step();
        return head switch
        {
            "not" => Conditions.Not(parts[0]),
            "and" => Conditions.And(parts),
            "or" => Conditions.Or(parts),
            "isnull" => Conditions.IsNull(parts[0]),
            "eq" => Conditions.Equal(parts[0], parts[1], data),
            "lt" => Conditions.Less(parts[0], parts[1], data),
            "le" => Conditions.LessOrEqual(parts[0], parts[1], data),
            "cond" => Conditions.Choose(parts[0], parts[1], parts[2]),
            "coalesce" => Conditions.Coalesce(parts[0], parts[1]),
            "if" => Branches.If(parts[0], parts[1], parts[2]),
            "seq" => Sequences.Of(parts),
            "return" => parts.Count == 0 ? new Term(head, data, parts) : Branches.Return(parts[0]),
            "using" => Resources.Of(data, parts),
            "foreach" => Loops.ForEach(data, parts[0], parts[1]),
            "text" => Texts.Of(parts),
            "slice" => Texts.Slice(parts[0], parts[1], parts[2]),
            "op" => Numbers.Of(data, parts),
            "call" => Calls.Of(data, parts, isValue),
            "count" => Queries.Count(parts[0]),
            "where" => Queries.Where(parts[0], parts[1]),
            "first" => Queries.First(parts[0]),
            "assert" => new Term(head, data, parts),
            _ => new Term(head, data, parts) { IsValue = isValue || IsValueHead(head) },
        };
    }

    public static Term Make(string head, params Term[] parts) => Make(head, string.Empty, parts);

    /// <summary>A value that the compiler knows. A character is a text of one.</summary>
    public static Term Constant(object? value) => value switch
    {
        null => Term.Null,
        true => Term.True,
        false => Term.False,
        string or char => new Term("const", "text " + value, []),
        _ => new Term("const", "number " + Convert.ToString(value, CultureInfo.InvariantCulture), []) { IsValue = true },
    };

    public static Term Number(int value) => Constant(value);

    /// <summary>The text of a constant text; null of anything else.</summary>
    public static string? TextOf(Term term) =>
        term.Is("const") && term.Data.StartsWith("text ", StringComparison.Ordinal) ? term.Data.Substring(5) : null;

    public static bool IsConstant(Term term) => term.Head is "const" or "null";

    /// <summary>The same term with other parts, in its normal form.</summary>
    public static Term With(Term term, Func<Term, Term> change)
    {
        Budget.Step();
        List<Term>? parts = null;
        for (var i = 0; i < term.Parts.Count; i++)
        {
            var part = change(term.Parts[i]);
            if (!ReferenceEquals(part, term.Parts[i]))
                parts ??= [.. term.Parts];
            if (parts is not null)
                parts[i] = part;
        }

        return parts is null ? term : Make(term.Head, term.Data, parts, term.IsValue);
    }

    /// <summary>A term in which one stands for another, wherever that is.</summary>
    public static Term Replace(Term term, Term old, Term now) => term.Equals(old) ? now : term.Size < old.Size ? term : With(term, part => Replace(part, old, now));

    /// <summary>How often a term stands in another one.</summary>
    public static int Count(Term term, Term wanted)
    {
        if (term.Equals(wanted))
            return 1;
        if (term.Size <= wanted.Size)
            return 0;
        Budget.Step();
        return term.Parts.Sum(part => Count(part, wanted));
    }

    public static bool Has(Term term, Term wanted) => Count(term, wanted) > 0;

    private static bool IsValueHead(string head) => head is "is" or "contains" or "has" or "starts" or "ends";
}
