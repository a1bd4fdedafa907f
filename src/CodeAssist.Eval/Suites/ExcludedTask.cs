namespace CodeAssist.Eval.Suites;

/// <summary>A task that is left out of every rate.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Why">The reason, in one line.</param>
public sealed record ExcludedTask(string Id, string Why);
