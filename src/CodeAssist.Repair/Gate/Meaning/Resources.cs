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

    private static Term Hashed(Term term, Term local, string type) =>
        term.Is("call", "HashAlgorithm.ComputeHash") && term.Parts.Count == 2 && term[0].Equals(local)
            ? new Term("call", type + ".HashData", [Hashed(term[1], local, type)])
            : Terms.With(term, part => Hashed(part, local, type));
}
