using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Eval.Projects;

/// <summary>A project into which bugs are planted, with the tests that its build goes into.</summary>
/// <param name="Id">The project, of the framework that the tests use.</param>
/// <param name="Path">Its file, from the root of the tree, with slashes.</param>
/// <param name="Assembly">The file name of its assembly.</param>
/// <param name="Tests">The assemblies of tests beside which its assembly lies.</param>
/// <param name="Compiler">Compiles it.</param>
/// <param name="Original">The assembly without a bug, as <paramref name="Compiler"/> made it.</param>
public sealed record TestedProject(
    ProjectId Id, string Path, string Assembly, ImmutableArray<TestAssembly> Tests, ProjectCompiler Compiler, ImmutableArray<byte> Original);

/// <summary>The tests of an assembly on which verdicts rest: those that passed each time without a bug.</summary>
/// <param name="Methods">Each test's method, by the test's name.</param>
/// <param name="Unusable">The tests that failed, or did so once.</param>
/// <param name="Elapsed">How long the slower of the runs took.</param>
public sealed record SteadyTests(ImmutableDictionary<string, string> Methods, ImmutableArray<string> Unusable, TimeSpan Elapsed)
{
    // A machine under load may take several times as long; a bug that makes a loop endless takes for ever.
    private const int Patience = 4;

    private static readonly TimeSpan Least = TimeSpan.FromSeconds(20);

    /// <summary>How long a run with a bug may take before it counts as hanging.</summary>
    public TimeSpan Limit => Least + (Elapsed * Patience);

    /// <summary>What runs without a bug have in common.</summary>
    public static SteadyTests Of(IReadOnlyList<TestRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var all = runs.SelectMany(run => run.Results).ToLookup(result => result.Key, result => result.Value, StringComparer.Ordinal);
        return new SteadyTests(
            all.Where(test => test.Count() == runs.Count && test.All(result => result.Passed)).ToImmutableDictionary(test => test.Key, test => test.First().Method, StringComparer.Ordinal),
            [.. all.Where(test => test.Any(result => result.Failed)).Select(test => test.Key).Order(StringComparer.Ordinal)],
            runs.Max(run => run.Elapsed));
    }
}
