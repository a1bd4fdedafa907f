namespace CodeAssist.Models.Configuration;

/// <summary>When an IDE's code fix asks a model.</summary>
public enum FixTrigger
{
    /// <summary>When the user invokes it.</summary>
    Ask,

    /// <summary>When the IDE asks what could be offered.</summary>
    Prefetch,
}
