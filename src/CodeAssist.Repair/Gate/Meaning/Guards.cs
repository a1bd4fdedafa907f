namespace CodeAssist.Repair.Gate.Meaning;

/// <summary>The laws of the calls that test an argument and throw: each is the test and the throw.</summary>
internal static class Guards
{
    public static Term? Call(string type, string name, IReadOnlyList<Term> parts) => (type, name, parts.Count) switch
    {
        ("ArgumentNullException", "ThrowIfNull", >= 1) => Throw(Conditions.IsNull(parts[0]), type, parts[0]),
        ("ArgumentException", "ThrowIfNullOrEmpty", >= 1) => Throw(Call("String", "IsNullOrEmpty", parts[0]), type, parts[0]),
        ("ArgumentException", "ThrowIfNullOrWhiteSpace", >= 1) => Throw(new Term("call", "String.IsNullOrWhiteSpace", [parts[0]]) { IsValue = true }, type, parts[0]),
        ("ArgumentOutOfRangeException", "ThrowIfNegative", >= 1) => Throw(Conditions.Less(parts[0], Terms.Number(0), "int"), type, parts[0]),
        ("ArgumentOutOfRangeException", "ThrowIfNegativeOrZero", >= 1) => Throw(Conditions.LessOrEqual(parts[0], Terms.Number(0), "int"), type, parts[0]),
        ("ArgumentOutOfRangeException", "ThrowIfZero", >= 1) => Throw(Conditions.Equal(parts[0], Terms.Number(0)), type, parts[0]),
        ("ArgumentOutOfRangeException", "ThrowIfGreaterThan", >= 2) => Throw(Conditions.Less(parts[1], parts[0], "int"), type, parts[0]),
        ("ArgumentOutOfRangeException", "ThrowIfGreaterThanOrEqual", >= 2) => Throw(Conditions.LessOrEqual(parts[1], parts[0], "int"), type, parts[0]),
        ("ArgumentOutOfRangeException", "ThrowIfLessThan", >= 2) => Throw(Conditions.Less(parts[0], parts[1], "int"), type, parts[0]),
        ("ArgumentOutOfRangeException", "ThrowIfLessThanOrEqual", >= 2) => Throw(Conditions.LessOrEqual(parts[0], parts[1], "int"), type, parts[0]),
        ("ArgumentOutOfRangeException", "ThrowIfEqual", >= 2) => Throw(Conditions.Equal(parts[0], parts[1]), type, parts[0]),
        ("ArgumentOutOfRangeException", "ThrowIfNotEqual", >= 2) => Throw(Conditions.Not(Conditions.Equal(parts[0], parts[1])), type, parts[0]),
        ("ObjectDisposedException", "ThrowIf", 2) => Throw(parts[0], type, null),
        ("CancellationToken", "ThrowIfCancellationRequested", 1) => Throw(new Term("prop", "CancellationToken.IsCancellationRequested", [parts[0]]) { IsValue = true }, "OperationCanceledException", null),
        _ => null,
    };

    /// <summary>An exception that is made: of these types it is told by the type, and by the parameter that it names.</summary>
    public static Term? Exception(string type, IReadOnlyList<Term> arguments) => type switch
    {
        "ArgumentNullException" or "ArgumentOutOfRangeException" when arguments.Count == 1 => new Term("new", type, arguments),
        "ObjectDisposedException" when arguments.Count == 1 => new Term("new", type, []),
        "OperationCanceledException" when arguments.Count <= 1 && !arguments.Any(argument => argument.Is("const")) => new Term("new", type, []),
        _ => null,
    };

    private static Term Call(string type, string name, Term argument) => Calls.Of(type + "." + name, [argument], isValue: true);

    private static Term Throw(Term condition, string type, Term? argument) =>
        Branches.If(condition, new Term("throw", string.Empty, [new Term("new", type, argument is null ? [] : [Terms.Constant(LastName(argument))])]), Term.Nothing);

    private static string LastName(Term term) => term.Head is "local" or "param" ? term.Data : term.Data.Substring(term.Data.LastIndexOf('.') + 1);
}
