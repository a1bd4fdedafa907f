namespace CodeAssist.Analyzers.Naming;

/// <summary>The words that a name is made of: <c>reverseXMLOrder2</c> is reverse, XML, Order, 2.</summary>
internal static class Words
{
    /// <summary>Whether a word of the name starts with one of these beginnings, in any case.</summary>
    public static bool AnyStartsWith(string? name, string[] beginnings) =>
        !string.IsNullOrEmpty(name)
        && Of(name!).Any(word => beginnings.Any(beginning => word.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The words of a name, in order.</summary>
    public static IEnumerable<string> Of(string name)
    {
        var start = 0;
        for (var index = 1; index <= name.Length; index++)
        {
            if (index < name.Length && !StartsWord(name, index))
                continue;
            var word = name.Substring(start, index - start).Trim('_');
            if (word.Length > 0)
                yield return word;
            start = index;
        }
    }

    // In XMLReader the word Reader starts at its capital, in readXML the word XML.
    private static bool StartsWord(string name, int index) =>
        name[index] == '_' || name[index - 1] == '_' || char.IsDigit(name[index - 1])
        || (char.IsUpper(name[index]) && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1]))));
}
