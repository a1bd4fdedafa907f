namespace CodeAssist.Analyzers;

/// <summary>The categories of the rules, one for each band of IDs.</summary>
public static class Category
{
    /// <summary>CDA1xxx: code that does something else than it says.</summary>
    public const string Correctness = "Correctness";

    /// <summary>CDA2xxx: tasks, async methods and locks.</summary>
    public const string Concurrency = "Concurrency";

    /// <summary>CDA3xxx: exceptions and resources.</summary>
    public const string Exceptions = "Exceptions";

    /// <summary>CDA5xxx: code that is not written yet.</summary>
    public const string Unfinished = "Unfinished";
}
