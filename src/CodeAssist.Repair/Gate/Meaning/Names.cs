namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>The names of local variables: what they are called does not count.</summary>
internal static class Names
{
    private static readonly HashSet<string> Named = ["local", "decl", "foreach", "using"];

    /// <summary>A term in which the variables are numbered in the order in which they come.</summary>
    public static Term Numbered(Term term)
    {
        var numbers = new Dictionary<string, string>();
        return Rename(term, numbers);
    }

    /// <summary>A term in which a parameter has another name.</summary>
    public static Term Renamed(Term term, string from, string to) =>
        term.Is("param", from) ? new Term("param", to, []) { IsValue = term.IsValue } : Terms.With(term, part => Renamed(part, from, to));

    private static Term Rename(Term term, Dictionary<string, string> numbers)
    {
        var data = term.Data;
        if (Named.Contains(term.Head) && data.Length > 0)
        {
            var prefix = data.StartsWith("await ", StringComparison.Ordinal) ? "await " : string.Empty;
            var name = data.Substring(prefix.Length);
            if (name.Length > 0 && !numbers.TryGetValue(name, out var number))
                numbers.Add(name, number = "#" + numbers.Count);
            else
                number = name.Length == 0 ? string.Empty : numbers[name];
            data = prefix + number;
        }

        var parts = term.Parts.Select(part => Rename(part, numbers)).ToList();
        return new Term(term.Head, data, parts) { IsValue = term.IsValue };
    }
}
