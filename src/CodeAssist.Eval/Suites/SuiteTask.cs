namespace CodeAssist.Eval.Suites;

/// <summary>One task of a suite.</summary>
/// <param name="Id">Its name, unique in the suite.</param>
/// <param name="Category">What it is about, for the report's tables; empty where the suite has no categories.</param>
public record SuiteTask(string Id, string Category);
