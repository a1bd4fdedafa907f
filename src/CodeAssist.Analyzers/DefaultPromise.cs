namespace CodeAssist.Analyzers;

/// <summary>What a rule promises by default, and what the preset <c>Recommended</c> makes of it.</summary>
public enum DefaultPromise
{
    /// <summary>A warning by default and in every preset but <c>None</c>; its page has the evidence.</summary>
    Warning,

    /// <summary>A suggestion by default, and a warning in <c>Recommended</c>.</summary>
    WarningCandidate,

    /// <summary>A suggestion by default and in <c>Recommended</c>.</summary>
    Suggestion,

    /// <summary>Off by default; a suggestion in <c>All</c>.</summary>
    Off,

    /// <summary>Off by default; a suggestion in <c>Recommended</c> and <c>All</c>.</summary>
    OffUntilRecommended,
}
