namespace CodeAssist.Eval.Suites.MdEval;

/// <summary>One buggy program of MDEVAL.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Category">The kind of bug.</param>
/// <param name="Buggy">The code with the bug; its class is left open.</param>
/// <param name="Reference">The code without it.</param>
/// <param name="Test">The members that test it, and the brace that closes the class.</param>
/// <param name="Purpose">What the code is for.</param>
internal sealed record MdEvalTask(string Id, string Category, string Buggy, string Reference, string Test, string Purpose) : SuiteTask(Id, Category);
