namespace CodeAssist.Repair.Guides;

/// <summary>How much code a diagnostic flags, for a repair.</summary>
public enum Extent
{
    /// <summary>The innermost statement, expression body, initialiser or switch arm that holds the diagnostic.</summary>
    Statement,

    /// <summary>What the diagnostic underlines, and no more of its statement.</summary>
    Underlined,

    /// <summary>The statement with all the statements in it.</summary>
    WholeStatement,

    /// <summary>The statement, or its header, around the outermost lambda that holds the diagnostic: an error inside keeps the compiler from binding what is around.</summary>
    AroundLambda,

    /// <summary>The if statement that does nothing else than the flagged one.</summary>
    Guarded,

    /// <summary>The arm or section of a switch.</summary>
    Arm,

    /// <summary>The block that holds the diagnostic's statement: a branch.</summary>
    Block,
}
