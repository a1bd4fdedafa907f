namespace CodeAssist.Repair.Guides;

/// <summary>The kinds of effects that the gate's check <c>behaviour</c> tells apart.</summary>
[Flags]
public enum EffectKinds
{
    /// <summary>No effect.</summary>
    None = 0,

    /// <summary>A call of a method, constructor, delegate or user-defined operator.</summary>
    Call = 1 << 0,

    /// <summary>An assignment to a field, property, element, parameter or variable.</summary>
    Write = 1 << 1,

    /// <summary>A throw.</summary>
    Throw = 1 << 2,

    /// <summary>An await.</summary>
    Await = 1 << 3,

    /// <summary>A yield.</summary>
    Yield = 1 << 4,

    /// <summary>A return, break, continue or goto.</summary>
    Jump = 1 << 5,

    /// <summary>A lock.</summary>
    Lock = 1 << 6,

    /// <summary>A using: a disposal.</summary>
    Dispose = 1 << 7,

    /// <summary>A condition or a loop's bound.</summary>
    Condition = 1 << 8,

    /// <summary>An operator.</summary>
    Operator = 1 << 9,

    /// <summary>A literal.</summary>
    Literal = 1 << 10,

    /// <summary>Which value is read (a variable, field or property), and where it stands as an argument.</summary>
    Read = 1 << 11,

    /// <summary>A catch, its type or its filter.</summary>
    Catch = 1 << 12,

    /// <summary>A conversion or a checked context.</summary>
    Conversion = 1 << 13,

    /// <summary>A new variable.</summary>
    Variable = 1 << 14,

    /// <summary>What an expression is computed from: its reads, literals, operators and conversions.</summary>
    Expression = Operator | Literal | Read | Conversion,

    /// <summary>Every kind.</summary>
    All = (1 << 15) - 1,
}
