namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>The laws of what is disposed of at the end of a block.</summary>
internal static class Resources
{
    /// <summary>A block that disposes of what a variable holds.</summary>
    public static Term Of(string data, IReadOnlyList<Term> parts)
    {
        // A hash that is made once needs no object.
        if (parts.Count == 2 && parts[0].Is("call") && parts[0].Parts.Count == 0 && parts[0].Data.EndsWith(".Create", StringComparison.Ordinal))
        {
            var local = new Term("local", data, []);
            var body = Hashed(parts[1], local, parts[0].Data.Substring(0, parts[0].Data.Length - 7));
            if (!Terms.Has(body, local) && !body.Equals(parts[1]))
                return body;
        }

        return new Term("using", data, parts);
    }

    /// <summary>A variable that is disposed of in a finally block around all that uses it: a block that disposes of it. Null where it is none.</summary>
    public static Term? Released(Term declaration, IReadOnlyList<Term> rest)
    {
        if (!declaration.Is("decl") || declaration.Parts.Count != 1 || rest[0] is not { Head: "try", Parts: [var body, { Head: "finally", Parts: [var release] }] })
            return null;
        var local = new Term("local", declaration.Data, []);
        var isAsync = release.Is("await");
        var call = isAsync ? release[0] : release;
        if (isAsync && call.Is("call", "Task.ConfigureAwait"))
            call = call[0];
        return call.Is("call") && call.Parts.Count == 1 && call[0].Equals(local) && call.Data.EndsWith(isAsync ? ".DisposeAsync" : ".Dispose", StringComparison.Ordinal) && !rest.Skip(1).Any(later => Terms.Has(later, local))
            ? Sequences.Of([Terms.Make("using", (isAsync ? "await " : string.Empty) + declaration.Data, [declaration[0], body]), .. rest.Skip(1)])
            : null;
    }

    private static Term Hashed(Term term, Term local, string type) =>
        term.Is("call", "HashAlgorithm.ComputeHash") && term.Parts.Count == 2 && term[0].Equals(local)
            ? new Term("call", type + ".HashData", [Hashed(term[1], local, type)])
            : Terms.With(term, part => Hashed(part, local, type));
}
