using System.Collections.Immutable;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1004: two of several branches have the same body.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DuplicateBranchAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private const int FewestStatements = 2;

    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.DuplicateBranch, Category.Correctness, DefaultPromise.Off);

    /// <inheritdoc/>
    protected override void Register(RuleContext context) =>
        context.OnOperation(operation => Analyze(context, operation), OperationKind.Conditional, OperationKind.Switch);

    private static void Analyze(RuleContext rule, OperationAnalysisContext context)
    {
        IReadOnlyList<ImmutableArray<IOperation>> branches;
        bool isClosed;
        switch (context.Operation)
        {
            case IConditionalOperation { Type: null, WhenFalse: not null } conditional when !ConditionalChain.IsPartOfLarger(conditional):
                (branches, isClosed) = (Branches.Of(conditional), Branches.IsClosed(conditional));
                break;
            case ISwitchOperation @switch:
                (branches, isClosed) = (Branches.Of(@switch), Branches.IsClosed(@switch));
                break;
            default:
                return;
        }

        if (branches.Count(branch => branch.Length >= FewestStatements) < 2)
            return;
        var repeated = Repetitions(branches).ToList();

        // Where every branch is the same, CDA1003 says so.
        if (repeated.Count == 0 || (isClosed && repeated.Count == branches.Count - 1 && repeated.All(pair => pair.First == repeated[0].First)))
            return;
        foreach (var (first, later) in repeated)
        {
            if (Comments.AreIn(BodyOf(branches[later])) || Comments.AreIn(BodyOf(branches[first])))
                continue;
            rule.Report(context, new Finding(branches[later][0].Syntax)
            {
                AdditionalLocations = [branches[first][0].Syntax.GetLocation()],
                Arguments = [Snippet.Of(branches[later][0].Syntax)],
            });
        }
    }

    private static IEnumerable<(int First, int Later)> Repetitions(IReadOnlyList<ImmutableArray<IOperation>> branches)
    {
        var known = new Dictionary<int, List<int>>();
        for (var index = 0; index < branches.Count; index++)
        {
            if (branches[index].Length < FewestStatements)
                continue;
            var hash = SameCode.HashOf(branches[index]);
            if (!known.TryGetValue(hash, out var candidates))
                known.Add(hash, candidates = []);
            var first = candidates.FindIndex(earlier => SameCode.Holds(branches[earlier], branches[index]));
            if (first >= 0)
                yield return (candidates[first], index);
            else
                candidates.Add(index);
        }
    }

    private static SyntaxNode BodyOf(ImmutableArray<IOperation> branch) => branch[0].Syntax.Parent ?? branch[0].Syntax;
}
