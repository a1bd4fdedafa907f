namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>The laws of the calls on texts and of the builders of texts.</summary>
internal static class TextCalls
{
    public static Term? Call(string type, string name, IReadOnlyList<Term> parts) => (type, name, parts.Count) switch
    {
        ("String", "Replace", 3 or 4) when parts[0].Is("call", "BitConverter.ToString") && Terms.TextOf(parts[1]) == "-" && Terms.TextOf(parts[2]) == string.Empty => new Term("call", "Convert.ToHexString", parts[0].Parts),
        ("String", "ToLowerInvariant" or "ToLower", 1) when parts[0].Is("call", "Convert.ToHexString") => new Term("call", "Convert.ToHexStringLower", parts[0].Parts),
        ("String", "Concat", _) when !parts.Any(part => part.Is("list")) => Terms.Make("text", string.Empty, parts),
        ("String", "Format", > 0) when Terms.TextOf(parts[0]) is { } template => Texts.Filled(template, [.. parts.Skip(1)]),
        ("String", "IsNullOrEmpty", 1) => Conditions.Or(Conditions.IsNull(parts[0]), Conditions.Equal(Terms.Make("count", parts[0]), Terms.Number(0))),
        ("String", "Equals", 2) => Conditions.Equal(parts[0], parts[1]),
        ("String", "Substring", 2) => Terms.Make("slice", parts[0], parts[1], Terms.Make("count", parts[0])),
        ("String", "Substring", 3) => Terms.Make("slice", parts[0], parts[1], Numbers.Add(parts[1], parts[2])),
        ("String", "Remove", 2) => Terms.Make("slice", parts[0], Terms.Number(0), parts[1]),
        ("MemoryExtensions", "AsSpan" or "AsMemory", 1) => parts[0],
        ("MemoryExtensions", "AsSpan" or "AsMemory", 2) => Terms.Make("slice", parts[0], parts[1], Terms.Make("count", parts[0])),
        ("MemoryExtensions", "AsSpan" or "AsMemory", 3) => Terms.Make("slice", parts[0], parts[1], Numbers.Add(parts[1], parts[2])),
        ("String", "ToString" or "ToCharArray", 1) => parts[0],
        ("String", "Join", 2) when Terms.TextOf(parts[0]) == string.Empty => Calls.Of("String.Concat", [parts[1]]),
        ("String" or "MemoryExtensions", "Contains", >= 2) => Terms.Make("contains", string.Empty, WithoutOrdinal(parts, always: true)),
        ("String" or "MemoryExtensions", "StartsWith", >= 2) => Terms.Make("starts", string.Empty, WithoutOrdinal(parts)),
        ("String" or "MemoryExtensions", "EndsWith", >= 2) => Terms.Make("ends", string.Empty, WithoutOrdinal(parts)),
        ("String", "Join" or "Split" or "Trim" or "TrimStart" or "TrimEnd", _) => new Term("call", "String." + name, [.. parts.SelectMany((part, index) => index > 0 && part.Is("list") ? part.Parts : (IEnumerable<Term>)[part])]),
        ("StringBuilder", "Append", 2) => Append(parts[0], parts[1]),
        ("StringBuilder", "Append", 4) when !parts[3].Is("const") || Terms.TextOf(parts[1]) is null => Append(parts[0], Terms.Make("slice", parts[1], parts[2], Numbers.Add(parts[2], parts[3]))),
        ("StringBuilder", "AppendLine", 2) => Append(Append(parts[0], parts[1]), Line),
        ("StringBuilder", "AppendLine", 1) => Append(parts[0], Line),
        ("StringBuilder", "AppendFormat", > 1) when Terms.TextOf(parts[1]) is { } template && Texts.Filled(template, [.. parts.Skip(2)]) is { } filled => Append(parts[0], filled),
        _ => null,
    };

    // One character is looked for as it is.
    private static IReadOnlyList<Term> WithoutOrdinal(IReadOnlyList<Term> parts, bool always = false) =>
        parts.Count == 3 && parts[2].Is("field", "StringComparison.Ordinal") && (always || Terms.TextOf(parts[1])?.Length == 1) ? [parts[0], parts[1]] : parts;

    private static Term Line => new("line", string.Empty, []);

    // Parts that are appended one by one make the same text.
    private static Term Append(Term builder, Term text)
    {
        var all = Texts.PartsOf(text);
        return builder.Is("append")
            ? new Term("append", string.Empty, [builder[0], .. Branches.Statements(Texts.Of([.. builder.Parts.Skip(1), .. all])).SelectMany(part => part.Is("text") ? part.Parts : (IEnumerable<Term>)[part])])
            : new Term("append", string.Empty, [builder, .. all]);
    }
}
