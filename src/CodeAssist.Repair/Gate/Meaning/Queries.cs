namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>The laws of queries: a test in the last step is a step of its own.</summary>
internal static class Queries
{
    private static readonly HashSet<string> Tested = ["First", "FirstOrDefault", "Last", "LastOrDefault", "Single", "SingleOrDefault", "Any", "Count", "LongCount"];

    /// <summary>The number of elements.</summary>
    public static Term Count(Term collection) => collection.Head switch
    {
        "tolist" or "sorted" => Terms.Make("count", collection[0]),
        "call" when collection.Data is "Enumerable.Select" or "Enumerable.OrderBy" or "Enumerable.OrderByDescending" or "Enumerable.Order" => Terms.Make("count", collection[0]),
        _ => new Term("count", string.Empty, [collection]) { IsValue = true },
    };

    /// <summary>The elements for which a test holds.</summary>
    public static Term Where(Term collection, Term test) =>
        collection.Is("call") && collection.Data is "Enumerable.OrderBy" or "Enumerable.OrderByDescending" or "Enumerable.ThenBy" or "Enumerable.ThenByDescending" or "Enumerable.Order" or "Enumerable.OrderDescending"
            ? Terms.Make("call", collection.Data, [Terms.Make("where", collection[0], test), .. collection.Parts.Skip(1)])
        : collection.Is("where") && test.Is("lambda") && collection[1].Is("lambda")
            ? Terms.Make("where", collection[0], Lambdas.And(collection[1], test))
            : new Term("where", string.Empty, [collection, test]);

    public static Term First(Term collection) => new("first", "null", [collection]);

    /// <summary>A call of a query operator; null where it has no law.</summary>
    public static Term? Call(string name, IReadOnlyList<Term> parts, bool isValue)
    {
        if (parts.Count == 0)
            return null;
        if (parts.Count == 2 && Tested.Contains(name) && IsTest(parts[1]))
            return Call(name, [Terms.Make("where", parts[0], parts[1])], isValue);
        return (name, parts.Count) switch
        {
            ("Where", 2) => Terms.Make("where", parts[0], parts[1]),
            ("Count" or "LongCount", 1) => Terms.Make("count", parts[0]),
            ("Any", 1) => Conditions.Not(Conditions.Equal(Terms.Make("count", parts[0]), Terms.Number(0))),
            ("All" or "TrueForAll", 2) when parts[1].Is("lambda") => Conditions.Equal(Terms.Make("count", Terms.Make("where", parts[0], Lambdas.Not(parts[1]))), Terms.Number(0)),
            ("Exists", 2) => Call("Any", parts, isValue),
            ("Find", 2) => Call("FirstOrDefault", parts, isValue),
            ("FindLast", 2) => Call("LastOrDefault", parts, isValue),
            ("FindAll", 2) => Terms.Make("tolist", Terms.Make("where", parts[0], parts[1])),
            ("ConvertAll", 2) => Terms.Make("tolist", Terms.Make("call", "Enumerable.Select", parts)),
            ("FirstOrDefault", 1) => isValue ? new Term("first", "default", parts) : Terms.Make("first", parts[0]),
            ("First", 1) => Terms.Make("item", parts[0], Terms.Number(0)),
            ("ElementAt", 2) => Terms.Make("item", parts[0], parts[1]),
            ("Last", 1) when !parts[0].Is("where") => Terms.Make("item", parts[0], Numbers.Subtract(Terms.Make("count", parts[0]), Terms.Number(1))),
            ("ToList" or "ToArray", 1) => parts[0].Is("tolist") ? parts[0] : Terms.Make("tolist", parts[0]),
            ("Contains", 2 or 3) => Terms.Make("contains", string.Empty, parts),
            ("OfType", 1) => null,
            ("OrderBy", 2 or 3) when IsIdentity(parts[1]) => Terms.Make("call", "Enumerable.Order", [parts[0], .. parts.Skip(2)]),
            ("OrderByDescending", 2 or 3) when IsIdentity(parts[1]) => Terms.Make("call", "Enumerable.OrderDescending", [parts[0], .. parts.Skip(2)]),
            ("Select", 2) when IsIdentity(parts[1]) => parts[0],
            _ => null,
        };
    }

    private static bool IsTest(Term term) => term.Is("lambda") || term.Head is "local" or "param" or "field" or "prop";

    private static bool IsIdentity(Term term) => term.Is("lambda") && term[0].Is("arg", term.Data + ".0");
}
