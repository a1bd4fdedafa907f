namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>What a term does beside its value, and what its value depends on.</summary>
internal static class Purity
{
    private static readonly HashSet<string> Effects = ["call", "assign", "ensure", "step", "await", "throw", "return", "break", "continue", "yield", "goto", "label", "using", "lock", "try", "foreach", "loop", "dowhile", "raw", "subscribe", "assert", "newof", "decl"];

    // Calls that only compute. What is not here is taken for a call that does something.
    private static readonly string[] PureCalls =
    [
        "Enumerable.", "String.", "Math.", "MathF.", "Path.", "Char.", "Int32.", "Int64.", "Double.", "Decimal.", "DateTime.", "DateTimeOffset.", "TimeSpan.", "Guid.", "Uri.", "Object.", "StringComparer.", "Convert.", "MemoryExtensions.",
    ];

    /// <summary>Whether nothing but a value comes of it.</summary>
    public static bool IsPure(Term term) => IsPureByItself(term) && (term.Is("lambda") || term.Parts.All(IsPure));

    /// <summary>Whether its value is the same at any time, as long as no variable in it is written.</summary>
    public static bool IsFixed(Term term) =>
        term.Head is "const" or "null" or "local" or "param" or "arg" or "this" or "typeof"
        || (term.Head is "op" or "and" or "or" or "not" or "isnull" or "eq" or "lt" or "le" or "is" or "as" or "cast" or "conv" or "cond" or "coalesce" or "text" && term.Parts.All(IsFixed));

    /// <summary>The variables and members that are written in a term.</summary>
    public static bool Writes(Term term, Term variable) =>
        term.All().Any(inner => (inner.Head is "assign" or "ensure" or "step" or "ref" or "subscribe" && inner.Parts.Count > 0 && Root(inner[0]).Equals(variable)) || (inner.Is("decl") && variable.Is("local", inner.Data)));

    /// <summary>Whether a term writes something that another one reads.</summary>
    public static bool Disturbs(Term term, Term read) =>
        term.All().Any(inner => inner.Head is "assign" or "ensure" or "step" or "ref" && read.All().Any(part => part.Head is "local" or "param" or "field" or "prop" && part.Equals(Root(inner[0]))));

    private static bool IsPureByItself(Term term) => !Effects.Contains(term.Head) || (term.Is("call") && IsPureCall(term.Data));

    private static bool IsPureCall(string call) => Array.Exists(PureCalls, pure => call.StartsWith(pure, StringComparison.Ordinal)) && !call.StartsWith("Guid.New", StringComparison.Ordinal);

    private static Term Root(Term target) => target.Is("item") && target.Parts.Count > 0 ? Root(target[0]) : target;
}
