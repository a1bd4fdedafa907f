using CodeAssist.Eval.Projects;

namespace CodeAssist.Cli.Output;

/// <summary>What <c>inject --format json</c> prints.</summary>
internal sealed record InjectJson(
    string Out, int Seed, InjectJson.TestCounts Tests, OperatorCount Mutants, IEnumerable<InjectJson.Bug> Cases, IReadOnlyDictionary<string, OperatorCount> Operators, bool TimeUp, long ElapsedMs)
{
    public static InjectJson Of(string folder, int seed, TestedSolution solution, InjectResult result) => new(
        folder, seed, new TestCounts(solution.Tests.Sum(tests => tests.Methods.Count), solution.Tests.SelectMany(tests => tests.Unusable)), result.All,
        result.Cases.Select(each => new Bug(each.Id, each.Operator, each.Category, each.Diagnostic, each.SourcePath, each.Line, each.Bug, each.KilledBy)),
        result.Operators, result.TimeUp, (long)result.Elapsed.TotalMilliseconds);

    internal sealed record TestCounts(int Used, IEnumerable<string> Failing);

    internal sealed record Bug(string Id, string Operator, string Category, string Diagnostic, string File, int Line, string Text, IEnumerable<string> KilledBy);
}
