namespace CodeAssist.Repair.Guides;

/// <summary>The swaps that several guides share.</summary>
internal static class Swaps
{
    /// <summary>What the compiler could not bind, and binds after the repair.</summary>
    public static IReadOnlyList<EffectSwap> Bound { get; } = [EffectSwap.Operator("invalid", ""), EffectSwap.Operator("None *", ""), EffectSwap.Operator("Add", "Concat")];

    /// <summary>Another overload of the same method or constructor.</summary>
    public static IReadOnlyList<EffectSwap> Overload { get; } =
    [
        EffectSwap.Call("{method*}(*", "{method*}(*"), EffectSwap.Call("{method.}<*", "{method.}<*"),
    ];

    /// <summary>A conversion to a wider type of numbers.</summary>
    public static EffectSwap Widening { get; } = new(EffectKinds.Conversion, "", "to {type}");

    /// <summary>The same number in another type: 2 becomes 2.0, 2m or 2L.</summary>
    public static EffectSwap RetypedNumber { get; } = EffectSwap.Literal("{type} {value*}", "{other} {value*}");

    /// <summary>The calls of a guard, or of a fallback: they test, take what is not there for nothing, or say that it is missing.</summary>
    public static IReadOnlyList<string> Guards { get; } =
    [
        "*.ThrowIfNull*(*", "string.IsNullOr*(*", "*.TryGetValue(*", "*.TryParse(*", "*GetValueOrDefault*(*", "*.ReferenceEquals(*", "object.Equals(*", "string.Equals(*", "*.Empty<*", "new *Exception(*", "new System.*()", "new object.object()",
        "System.Linq.Enumerable.OfType<*", "System.Linq.Enumerable.Where<*", "System.Linq.Enumerable.*OrDefault<*", "System.Linq.Enumerable.Empty<*", "string.Concat(*", "*.ToString()",
    ];

    /// <summary>The calls that make one type of another.</summary>
    public static IReadOnlyList<string> Conversions { get; } =
    [
        "*.Parse(*", "*.TryParse(*", "*.Parse<*", "*.To*(*", "*.To*<*", "*.From*(*", "*.From*<*", "*.As*(*", "*.Create(*", "*.Create<*", "*.CreateChecked*(*", "System.Convert.*", "System.Math.*", "System.BitConverter.*", "new *(*", "*Enum.Parse*", "string.Join*", "string.Concat*", "string.Format*", "*.operator *(*",
        "*.Get*Value*(*", "System.Linq.Enumerable.Cast<*", "System.Linq.Enumerable.Select<*", "System.Linq.Enumerable.To*<*", "System.Linq.Enumerable.Count<*", "*.op_*", "*.implicit operator*", "*.explicit operator*", "*.GetValueOrDefault()", "*.ConfigureAwait(*", "*.Encoding.Get*(*", "*.GetBytes(*", "*.GetString(*",
    ];

    /// <summary>Comparisons that come.</summary>
    public static IReadOnlyList<EffectSwap> NewComparisons { get; } =
    [
        EffectSwap.Operator("", "Equals"), EffectSwap.Operator("", "NotEquals"), EffectSwap.Operator("", "GreaterThan*"), EffectSwap.Operator("", "LessThan*"),
    ];

    /// <summary>Tests that come.</summary>
    public static IReadOnlyList<EffectSwap> NewTests { get; } =
    [
        .. NewComparisons, EffectSwap.Operator("", "Conditional*"), EffectSwap.Operator("", "unary Not"), EffectSwap.Operator("", "is *"), EffectSwap.Operator("", "*attern*"),
    ];

    /// <summary>Tests that go, because others take their place.</summary>
    public static IReadOnlyList<EffectSwap> OldTests { get; } =
    [
        EffectSwap.Operator("Equals", ""), EffectSwap.Operator("NotEquals", ""), EffectSwap.Operator("GreaterThan*", ""), EffectSwap.Operator("LessThan*", ""),
        EffectSwap.Operator("unary Not", ""), EffectSwap.Operator("is *", ""), EffectSwap.Operator("*attern*", ""),
    ];

    /// <summary>A negation in the place of a comparison that says the same.</summary>
    public static IReadOnlyList<EffectSwap> Negations { get; } =
    [
        EffectSwap.Operator("NotEquals", "unary Not"), EffectSwap.Operator("unary Not", "NotEquals"), EffectSwap.Operator("LessThan*", "unary Not"), EffectSwap.Operator("*attern*", "unary Not"),
    ];

    /// <summary>Literals that say nothing.</summary>
    public static IReadOnlyList<EffectSwap> NeutralLiterals { get; } =
    [
        EffectSwap.Literal("* null", ""), EffectSwap.Literal("* default", ""), EffectSwap.Literal("int 0", ""), EffectSwap.Literal("bool *", ""),
        EffectSwap.Literal("", "* null"), EffectSwap.Literal("", "* default"), EffectSwap.Literal("", "int 0"), EffectSwap.Literal("", "nameof *"),
    ];

    /// <summary>The same characters in another kind of literal, or cut up otherwise; the words are held apart from this.</summary>
    public static IReadOnlyList<EffectSwap> SameText { get; } =
    [
        EffectSwap.Literal("string *", ""), EffectSwap.Literal("", "string *"), EffectSwap.Literal("char *", ""), EffectSwap.Literal("", "char *"),
    ];
}
