using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>The statements of a branch: of a block those in it, and of a switch section those before its <c>break</c>.</summary>
internal static class Branches
{
    /// <summary>The bodies of an if and its else-ifs.</summary>
    public static IReadOnlyList<ImmutableArray<IOperation>> Of(IConditionalOperation top)
    {
        var branches = new List<ImmutableArray<IOperation>>();
        IOperation? rest = null;
        foreach (var link in ConditionalChain.Links(top))
        {
            branches.Add(Statements(link.WhenTrue));
            rest = link.WhenFalse;
        }

        if (rest is not null)
            branches.Add(Statements(rest));
        return branches;
    }

    /// <summary>Whether an if and its else-ifs end in an else.</summary>
    public static bool IsClosed(IConditionalOperation top) => ConditionalChain.Links(top).Last().WhenFalse is not null;

    /// <summary>The bodies of the sections of a switch.</summary>
    public static IReadOnlyList<ImmutableArray<IOperation>> Of(ISwitchOperation @switch) =>
        @switch.Cases.Select(section => WithoutBreak(section.Body)).ToList();

    /// <summary>Whether a switch has a section for what no other takes.</summary>
    public static bool IsClosed(ISwitchOperation @switch) =>
        @switch.Cases.Any(section => section.Clauses.Any(clause => clause is IDefaultCaseClauseOperation));

    private static ImmutableArray<IOperation> Statements(IOperation branch) =>
        WithoutEmpty(branch is IBlockOperation block ? block.Operations : ImmutableArray.Create(branch));

    private static ImmutableArray<IOperation> WithoutBreak(ImmutableArray<IOperation> body)
    {
        var statements = WithoutEmpty(body);
        while (true)
        {
            if (statements.Length > 0 && statements[statements.Length - 1] is IBranchOperation { BranchKind: BranchKind.Break, Syntax: BreakStatementSyntax })
                statements = statements.RemoveAt(statements.Length - 1);
            if (statements.Length != 1 || statements[0] is not IBlockOperation block)
                return statements;
            statements = WithoutEmpty(block.Operations);
        }
    }

    private static ImmutableArray<IOperation> WithoutEmpty(ImmutableArray<IOperation> statements) =>
        statements.RemoveAll(statement => statement is IEmptyOperation);
}
