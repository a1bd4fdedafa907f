namespace CodeAssist.Analyzers.Naming;

/// <summary>Names that say that something is turned around on purpose.</summary>
internal static class ReversalWords
{
    private static readonly string[] Beginnings =
    [
        "swap", "mirror", "revers", "revert", "inver", "transpos", "flip", "rotat", "opposit", "backward", "descend",
        "symmetr", "convers", "superset", "hermit", "adjoint", "undo", "undone", "rollback",
    ];

    // These say it only where they are all of the name: a CallBack turns nothing around.
    private static readonly HashSet<string> Whole = new(StringComparer.OrdinalIgnoreCase) { "back", "down", "restore", "desc" };

    /// <summary>Whether a word of the name says swap, mirror, reverse, inverse, transpose or the like.</summary>
    public static bool AreIn(string? name) => name is not null && (Whole.Contains(name) || Words.AnyStartsWith(name, Beginnings));
}
