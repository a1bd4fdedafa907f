namespace CodeAssist.Repair.Guides;

/// <summary>What of the flagged code's string literals stays, where literals may change.</summary>
public enum Wording
{
    /// <summary>Nothing need stay.</summary>
    Free,

    /// <summary>The words outside placeholders stay, in their order.</summary>
    Words,

    /// <summary>Every character outside placeholders stays, however the literals are cut.</summary>
    Exact,

    /// <summary>The words stay, and there are no fewer placeholders.</summary>
    WordsAndPlaceholders,
}
