using System.Collections.Immutable;

namespace CodeAssist.Eval.Suites.HumanEval;

/// <summary>One problem in MultiPL-E's C# form.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Prompt">The program up to the body that is to be written: usings, a class, comments, a signature, its opening brace.</param>
/// <param name="Test">What follows the body: its closing brace, an entry point that asserts, the class's closing brace.</param>
/// <param name="StopTokens">Where a completion ends.</param>
/// <param name="Reference">A known solution, as a completion; null where there is none.</param>
internal sealed record HumanEvalTask(string Id, string Prompt, string Test, ImmutableArray<string> StopTokens, string? Reference)
    : SuiteTask(Id, string.Empty);
