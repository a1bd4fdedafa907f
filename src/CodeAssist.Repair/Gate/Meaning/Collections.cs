namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>The laws of calls on collections: what is asked of one is asked in one way.</summary>
internal static class Collections
{
    public static Term? Call(string type, string name, IReadOnlyList<Term> parts) => (name, parts.Count) switch
    {
        ("ContainsKey", 2) => Terms.Make("has", parts[0], parts[1]),
        ("Contains", 2) when parts[0].Is("prop") && parts[0].Data.EndsWith(".Keys", StringComparison.Ordinal) && parts[0].Parts.Count == 1 => Terms.Make("has", parts[0][0], parts[1]),
        ("Contains", 2) when parts[0].Is("prop") && parts[0].Data.EndsWith(".Values", StringComparison.Ordinal) && parts[0].Parts.Count == 1 => new Term("call", "Dictionary.ContainsValue", [parts[0][0], parts[1]]) { IsValue = true },
        ("Contains", 2) when type.EndsWith("Set", StringComparison.Ordinal) || type.EndsWith("Collection", StringComparison.Ordinal) || type.EndsWith("List", StringComparison.Ordinal) || type is "Stack" or "Queue" => Terms.Make("contains", parts[0], parts[1]),
        ("ContainsValue", 2) => new Term("call", "Dictionary.ContainsValue", parts) { IsValue = true },
        ("Empty", 0) when type is "Array" or "Enumerable" => new Term("list", string.Empty, []),
        ("Add", 2) when type is not ("StringBuilder" or "Decimal" or "TimeSpan" or "DateTime") && IsCollection(type) => new Term("call", (type.EndsWith("Set", StringComparison.Ordinal) ? "Set" : "List") + ".Add", parts) { IsValue = type.EndsWith("Set", StringComparison.Ordinal) },
        ("Remove", 2) when IsCollection(type) => new Term("call", (type.Contains("Dictionary") ? "Dictionary" : type.EndsWith("Set", StringComparison.Ordinal) ? "HashSet" : "List") + ".Remove", parts) { IsValue = true },
        ("TryAdd", 3) => new Term("call", "Dictionary.TryAdd", parts) { IsValue = true },
        ("GetOrAdd", 4) when parts[2].Is("lambda") && Purity.IsPure(parts[3]) => new Term("call", type + ".GetOrAdd", [parts[0], parts[1], Lambdas.WithoutLast(parts[2], parts[3])]),
        ("GetOrAdd", 3) when parts[2].Is("lambda") && Purity.IsFixed(parts[1]) && Terms.Has(parts[2], new Term("arg", parts[2].Data + ".0", [])) => Terms.Make("call", type + ".GetOrAdd", [parts[0], parts[1], Lambdas.Of(new Term("local", "\0", []), Lambdas.Apply(parts[2], parts[1]))]),
        ("AddRange", 2) => new Term("call", "List.AddRange", parts),
        _ => null,
    };

    private static bool IsCollection(string type) =>
        type.EndsWith("Set", StringComparison.Ordinal) || type.EndsWith("List", StringComparison.Ordinal) || type.EndsWith("Collection", StringComparison.Ordinal) || type.EndsWith("Dictionary", StringComparison.Ordinal) || type is "Dictionary" or "List";
}
