namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>The laws of calls, by the type and the name of the method. The receiver is the first part.</summary>
internal static class Calls
{
    private static readonly HashSet<string> TakesType = ["Enum", "Activator", "Marshal", "JsonSerializer", "Assert", "Attribute", "CustomAttributeExtensions"];

    /// <summary>A call of a method.</summary>
    /// <param name="data">The simple names of its type and of itself, with type arguments that are written.</param>
    /// <param name="parts">The receiver, where there is one, and the arguments, in the order of the parameters.</param>
    /// <param name="isValue">Whether the result cannot be null.</param>
    public static Term Of(string data, IReadOnlyList<Term> parts, bool isValue = false)
    {
        var dot = data.IndexOf('.');
        var (type, full) = (data.Substring(0, Math.Max(0, dot)), data.Substring(dot + 1));
        var name = full.Split('<')[0];

        // A type that is passed is a type argument.
        if (TakesType.Contains(type) && parts.FirstOrDefault(part => part.Is("typeof")) is { } passed && full == name)
            return Of(data + "<" + passed.Data + ">", [.. parts.Where(part => !ReferenceEquals(part, passed))], isValue);
        return (type switch
        {
            "Enumerable" or "List" or "Array" or "ImmutableArray" or "ImmutableList" or "Queryable" => Queries.Call(name, parts, isValue) ?? Collections.Call(type, name, parts),
            "String" or "StringBuilder" or "MemoryExtensions" => TextCalls.Call(type, name, parts),
            "Math" => Bounds(name, parts, isValue),
            "Assert" or "ClassicAssert" or "CollectionAssert" or "StringAssert" => Assertions.Call(type, full, parts),
            _ => null,
        }) ?? Guards.Call(type, name, parts) ?? Collections.Call(type, name, parts) ?? Common(type, name, parts) ?? new Term("call", data, parts) { IsValue = isValue };
    }

    /// <summary>One call in place of a test and a call: what is added only if it is not there, removed only if it is.</summary>
    public static Term? Once(Term condition, Term then)
    {
        var statements = Branches.Statements(then);
        if (statements.Count == 0 || !statements[0].Is("call") || statements[0].Parts.Count < 2)
            return null;
        var call = statements[0];
        var name = call.Data.Substring(call.Data.IndexOf('.') + 1);
        var isThere = condition.Head is "contains" or "has";
        var isMissing = condition.Is("not") && condition[0].Head is "contains" or "has";
        var test = isMissing ? condition[0] : condition;
        if ((!isThere && !isMissing) || test.Parts.Count != 2 || !test[0].Equals(call[0]) || !test[1].Equals(call[1]))
            return null;
        var once = isMissing && test.Is("contains") && name == "Add" && call.Data.Contains("Set.") ? call
            : isMissing && test.Is("has") && name == "Add" && call.Parts.Count == 3 && Purity.IsFixed(call[2]) ? new Term("call", "Dictionary.TryAdd", call.Parts)
            : isThere && name == "Remove" && call.Parts.Count == 2 ? call
            : null;
        return once is null ? null
            : statements.Count == 1 ? once
            : Branches.If(new Term(once.Head, once.Data, once.Parts) { IsValue = true }, Sequences.Of(statements.Skip(1)), Term.Nothing);
    }

    // The bounds of a value: the smaller of its upper bound and the greater of its lower one.
    private static Term? Bounds(string name, IReadOnlyList<Term> parts, bool isValue) => (name, parts.Count) switch
    {
        ("Clamp", 3) => Of("Math.Min", [Of("Math.Max", [parts[0], parts[1]], isValue), parts[2]], isValue),
        ("Min" or "Max", 2) when parts.All(Purity.IsPure) && string.CompareOrdinal(parts[0].Text, parts[1].Text) > 0 => new Term("call", "Math." + name, [parts[1], parts[0]]) { IsValue = isValue },
        _ => null,
    };

    private static Term? Common(string type, string name, IReadOnlyList<Term> parts) => (name, parts.Count) switch
    {
        ("Equals", 2) when type is "Object" or "String" or "Int32" or "Guid" or "DateTime" or "Decimal" or "Int64" or "Boolean" or "Char" or "IEquatable" => Conditions.Equal(parts[0], parts[1]),
        ("ReferenceEquals", 2) when parts.Contains(Term.Null) => Conditions.Equal(parts[0], parts[1]),
        ("GetValueOrDefault", 1) when type == "Nullable" => new Term("call", "Nullable.GetValueOrDefault", parts) { IsValue = true },
        ("GetValueOrDefault", 2) when type == "Nullable" => Conditions.Coalesce(parts[0], parts[1]),
        ("IsOddInteger", 1) => Conditions.Not(Conditions.Equal(Terms.Make("op", $"Remainder:{type}", [parts[0], Terms.Number(2)]), Terms.Number(0))),
        ("IsEvenInteger", 1) => Conditions.Equal(Terms.Make("op", $"Remainder:{type}", [parts[0], Terms.Number(2)]), Terms.Number(0)),
        ("ConfigureAwait", 2) when type == "ValueTask" => new Term("call", "Task.ConfigureAwait", parts),
        ("Fill", 2) when parts[1] == Terms.Number(0) || parts[1].Is("default") || parts[1] == Term.Null || parts[1] == Term.False => new Term("call", type + ".Clear", [parts[0]]),
        ("ReadAsync" or "WriteAsync", 4 or 5) when type.EndsWith("Stream", StringComparison.Ordinal) => new Term("call", type + "." + name, [parts[0], Terms.Make("slice", parts[1], parts[2], Numbers.Add(parts[2], parts[3])), .. parts.Skip(4)]),
        _ => null,
    };
}
