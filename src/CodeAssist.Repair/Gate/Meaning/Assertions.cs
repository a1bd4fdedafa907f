namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>The laws of assertions of xUnit, NUnit and MSTest: each asserts a condition, and some say why.</summary>
internal static class Assertions
{
    public static Term? Call(string type, string name, IReadOnlyList<Term> parts)
    {
        var contains = type == "StringAssert";
        return (name, parts.Count) switch
        {
            ("True" or "IsTrue", >= 1) => Assert(parts[0], parts.Skip(1)),
            ("False" or "IsFalse", >= 1) => Assert(Conditions.Not(parts[0]), parts.Skip(1)),
            ("Equal" or "AreEqual", 2 or 3) => Assert(Conditions.Equal(parts[0], parts[1]), parts.Skip(2)),
            ("StrictEqual", 2) => Assert(Conditions.Equal(parts[0], parts[1]), []),
            ("NotEqual" or "AreNotEqual", 2 or 3) => Assert(Conditions.Not(Conditions.Equal(parts[0], parts[1])), parts.Skip(2)),
            ("Same" or "AreSame", >= 2) => Assert(new Term("same", string.Empty, Ordered(parts[0], parts[1])), parts.Skip(2)),
            ("NotSame" or "AreNotSame", >= 2) => Assert(Conditions.Not(new Term("same", string.Empty, Ordered(parts[0], parts[1]))), parts.Skip(2)),
            ("Null" or "IsNull", >= 1) => Assert(Conditions.IsNull(parts[0]), parts.Skip(1)),
            ("NotNull" or "IsNotNull", >= 1) => Assert(Conditions.Not(Conditions.IsNull(parts[0])), parts.Skip(1)),
            ("Empty" or "IsEmpty", >= 1) => Assert(Conditions.Equal(Terms.Make("count", parts[0]), Terms.Number(0)), parts.Skip(1)),
            ("NotEmpty" or "IsNotEmpty", >= 1) => Assert(Conditions.Not(Conditions.Equal(Terms.Make("count", parts[0]), Terms.Number(0))), parts.Skip(1)),
            ("Single", 1) => Assert(Conditions.Equal(Terms.Make("count", parts[0]), Terms.Number(1)), []),
            ("Single", 2) when parts[1].Is("lambda") => Assert(Conditions.Equal(Terms.Make("count", Terms.Make("where", parts[0], parts[1])), Terms.Number(1)), []),
            ("Contains", 2) when parts[1].Is("lambda") => Assert(Any(parts[0], parts[1]), []),
            ("DoesNotContain", 2) when parts[1].Is("lambda") => Assert(Conditions.Not(Any(parts[0], parts[1])), []),
            ("Contains", 2 or 3) => Assert(Terms.Make("contains", string.Empty, Subject(parts, contains)), []),
            ("DoesNotContain", 2 or 3) => Assert(Conditions.Not(Terms.Make("contains", string.Empty, Subject(parts, contains))), []),
            ("StartsWith", 2 or 3) => Assert(Terms.Make("starts", string.Empty, Subject(parts, contains)), []),
            ("EndsWith", 2 or 3) => Assert(Terms.Make("ends", string.Empty, Subject(parts, contains)), []),
            ("InRange", 3) => Assert(Conditions.And(Conditions.LessOrEqual(parts[1], parts[0], "int"), Conditions.LessOrEqual(parts[0], parts[2], "int")), []),
            ("Greater", >= 2) => Assert(Conditions.Less(parts[1], parts[0], "int"), parts.Skip(2)),
            ("GreaterOrEqual", >= 2) => Assert(Conditions.LessOrEqual(parts[1], parts[0], "int"), parts.Skip(2)),
            ("Less", >= 2) => Assert(Conditions.Less(parts[0], parts[1], "int"), parts.Skip(2)),
            ("LessOrEqual", >= 2) => Assert(Conditions.LessOrEqual(parts[0], parts[1], "int"), parts.Skip(2)),
            ("That", >= 1) => That(parts),
            ("Matches", 2) => Assert(new Term("call", "Regex.IsMatch", type == "StringAssert" ? parts : [parts[1], parts[0]]) { IsValue = true }, []),
            ("DoesNotMatch", 2) => Assert(Conditions.Not(new Term("call", "Regex.IsMatch", type == "StringAssert" ? parts : [parts[1], parts[0]]) { IsValue = true }), []),
            ("Fail", <= 1) => Assert(Term.False, parts),
            ("Throws" or "ThrowsAny" or "ThrowsAsync" or "ThrowsAnyAsync", 2) when parts[0].Is("typeof") => new Term("call", $"Assert.{name}<{parts[0].Data}>", [parts[1]]),
            ("Multiple", 1) when parts[0].Is("lambda") => parts[0][0],
            _ when name.StartsWith("IsAssignableFrom<", StringComparison.Ordinal) && parts.Count == 1 => Assert(new Term("is", name.Substring(17).TrimEnd('>'), parts) { IsValue = true }, []),
            _ when name.StartsWith("IsInstanceOf<", StringComparison.Ordinal) && parts.Count >= 1 => Assert(new Term("is", name.Substring(13).TrimEnd('>'), [parts[0]]) { IsValue = true }, parts.Skip(1)),
            _ => null,
        };
    }

    private static Term Assert(Term condition, IEnumerable<Term> why)
    {
        // Sequences that are equal, element by element.
        if (condition.Is("call", "Enumerable.SequenceEqual") && condition.Parts.Count == 2)
            condition = Conditions.Equal(condition[0], condition[1]);
        return new Term("assert", string.Empty, [condition, .. why]);
    }

    private static IReadOnlyList<Term> Ordered(Term one, Term other) => string.CompareOrdinal(one.Text, other.Text) > 0 ? [other, one] : [one, other];

    private static Term Any(Term collection, Term test) => Conditions.Not(Conditions.Equal(Terms.Make("count", Terms.Make("where", collection, test)), Terms.Number(0)));

    // What is looked for comes first, but not everywhere.
    private static IReadOnlyList<Term> Subject(IReadOnlyList<Term> parts, bool subjectFirst) => subjectFirst ? parts : [parts[1], parts[0], .. parts.Skip(2)];

    // Assert.That(actual, constraint): the constraint is a chain that begins at Is, Has or Does.
    private static Term? That(IReadOnlyList<Term> parts)
    {
        if (parts.Count == 1 || !IsConstraint(parts[1]))
            return Assert(parts[0], parts.Skip(1));
        return Constrained(parts[0], Chain(parts[1])) is { } condition ? Assert(condition, parts.Skip(2)) : null;
    }

    private static bool IsConstraint(Term term) =>
        term.Head is "prop" or "call" && (IsRoot(term.Data) || (term.Parts.Count > 0 && IsConstraint(term[0])));

    private static bool IsRoot(string data) => data.StartsWith("Is.", StringComparison.Ordinal) || data.StartsWith("Has.", StringComparison.Ordinal) || data.StartsWith("Does.", StringComparison.Ordinal) || data.StartsWith("Contains.", StringComparison.Ordinal);

    private static List<(string Name, IReadOnlyList<Term> Arguments)> Chain(Term term)
    {
        var name = term.Data.Substring(term.Data.IndexOf('.') + 1);
        if (IsRoot(term.Data))
            return [(name, term.Parts)];
        var chain = Chain(term[0]);
        chain.Add((name, [.. term.Parts.Skip(1)]));
        return chain;
    }

    private static Term? Constrained(Term actual, List<(string Name, IReadOnlyList<Term> Arguments)> chain)
    {
        if (chain.Count == 0)
            return null;
        var (name, arguments) = chain[0];
        var rest = chain.GetRange(1, chain.Count - 1);
        if (name is "Not" or "No")
            return Constrained(actual, rest) is { } inner ? Conditions.Not(inner) : null;
        if (name is "Count" or "Length" && rest.Count > 0)
            return Constrained(Terms.Make("count", actual), rest);
        if (name == "Exactly" && arguments.Count == 1 && rest.Count == 1 && rest[0].Name == "Items")
            return Conditions.Equal(Terms.Make("count", actual), arguments[0]);
        if (rest.Count > 0)
            return null;
        return (name, arguments.Count) switch
        {
            ("EqualTo", 1) => Conditions.Equal(arguments[0], actual),
            ("SameAs", 1) => new Term("same", string.Empty, Ordered(arguments[0], actual)),
            ("True", 0) => actual,
            ("False", 0) => Conditions.Not(actual),
            ("Null", 0) => Conditions.IsNull(actual),
            ("Empty", 0) => Conditions.Equal(Terms.Make("count", actual), Terms.Number(0)),
            ("Zero", 0) => Conditions.Equal(actual, Terms.Number(0)),
            ("Positive", 0) => Conditions.Less(Terms.Number(0), actual, "int"),
            ("Negative", 0) => Conditions.Less(actual, Terms.Number(0), "int"),
            ("GreaterThan", 1) => Conditions.Less(arguments[0], actual, "int"),
            ("GreaterThanOrEqualTo" or "AtLeast", 1) => Conditions.LessOrEqual(arguments[0], actual, "int"),
            ("LessThan", 1) => Conditions.Less(actual, arguments[0], "int"),
            ("LessThanOrEqualTo" or "AtMost", 1) => Conditions.LessOrEqual(actual, arguments[0], "int"),
            ("Contain" or "Member" or "Item", 1) => Terms.Make("contains", actual, arguments[0]),
            ("Match", 1) => new Term("call", "Regex.IsMatch", [actual, arguments[0]]) { IsValue = true },
            ("StartWith", 1) => Terms.Make("starts", actual, arguments[0]),
            ("EndWith", 1) => Terms.Make("ends", actual, arguments[0]),
            _ when name.StartsWith("InstanceOf<", StringComparison.Ordinal) => new Term("is", name.Substring(11).TrimEnd('>'), [actual]) { IsValue = true },
            _ => null,
        };
    }
}
