namespace CodeAssist.Analyzers.Naming;

/// <summary>Names that say that something is turned around on purpose.</summary>
internal static class ReversalWords
{
    private static readonly string[] Beginnings =
    [
        "swap", "mirror", "revers", "revert", "inver", "transpos", "flip", "rotat", "opposit", "backward", "descend",
        "symmetr", "undo", "undone", "rollback",
    ];

    // These say it only where they are all of the name: a CallBack turns nothing around.
    private static readonly HashSet<string> Whole = new(StringComparer.OrdinalIgnoreCase) { "back", "down", "restore", "desc" };

    /// <summary>Whether a word of the name says swap, mirror, reverse, inverse, transpose or the like.</summary>
    public static bool AreIn(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return false;
        if (Whole.Contains(name!))
            return true;
        var start = 0;
        for (var index = 1; index <= name!.Length; index++)
        {
            if (index < name.Length && !StartsWord(name, index))
                continue;
            if (Says(name.Substring(start, index - start).Trim('_')))
                return true;
            start = index;
        }

        return false;
    }

    // In XMLReader the word Reader starts at its capital, in readXML the word XML.
    private static bool StartsWord(string name, int index) =>
        name[index] == '_' || name[index - 1] == '_' || char.IsDigit(name[index - 1])
        || (char.IsUpper(name[index]) && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1]))));

    private static bool Says(string word) =>
        Beginnings.Any(beginning => word.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
}
