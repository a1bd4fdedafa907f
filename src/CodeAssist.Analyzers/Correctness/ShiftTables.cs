using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>
/// Rows of shifts, such as the bytes of a number, where a shift by 0 stands for the sake of its neighbours. Looks at the
/// shift's own statement, arm or initialiser, at those beside it, and where it is alone in a branch or member, at the
/// branches or members beside that.
/// </summary>
internal sealed class ShiftTables
{
    // How many neighbours on each side are looked at.
    private const int Reach = 2;

    // A neighbour is one line of a table, with a branch or a block around it at most.
    private const int DeepestStatement = 3;

    private readonly ConcurrentDictionary<SyntaxNode, bool> _known = new();

    /// <summary>Whether a shift by some bits stands near a shift by 0.</summary>
    public bool Contain(SyntaxNode shift)
    {
        var row = shift.FirstAncestorOrSelf<SyntaxNode>(IsRow);
        if (row is null)
            return false;
        if (Shifts(row) || HasShiftingNeighbour(row))
            return true;
        var branch = BranchOf(row);
        return branch is not null && (Shifts(branch) || HasShiftingNeighbour(branch));
    }

    private static bool IsRow(SyntaxNode node) =>
        node is (StatementSyntax and not BlockSyntax) or SwitchExpressionArmSyntax or ArrowExpressionClauseSyntax or MemberDeclarationSyntax;

    // What holds nothing but the row: a case, an if and what it guards, a member.
    private static SyntaxNode? BranchOf(SyntaxNode row)
    {
        SyntaxNode? above = row.Parent;
        if (above is BlockSyntax { Statements.Count: <= 2 })
            above = above.Parent;
        return above switch
        {
            GlobalStatementSyntax => null,
            ElseClauseSyntax otherwise => otherwise.Parent,
            SwitchSectionSyntax or IfStatementSyntax or MemberDeclarationSyntax => above,
            AccessorDeclarationSyntax accessor => accessor.FirstAncestorOrSelf<MemberDeclarationSyntax>(),
            _ => null,
        };
    }

    private bool HasShiftingNeighbour(SyntaxNode node) => Neighbours(node, -1).Concat(Neighbours(node, 1)).Any(Shifts);

    private static IEnumerable<SyntaxNode> Neighbours(SyntaxNode node, int direction)
    {
        if (node is StatementSyntax { Parent: GlobalStatementSyntax global })
            node = global;
        if (node.Parent is not { } list)
            yield break;
        var current = node.FullSpan;
        for (var found = 0; found < Reach;)
        {
            var position = direction < 0 ? current.Start - 1 : current.End;
            if (!list.FullSpan.Contains(position))
                yield break;
            var token = list.FindToken(position);
            var neighbour = token.Parent?.FirstAncestorOrSelf<SyntaxNode>(ancestor => ancestor.Parent == list);

            // A comma between two, or the brace at the end.
            current = neighbour?.FullSpan ?? token.FullSpan;
            if (neighbour is null)
            {
                if (!token.IsKind(SyntaxKind.CommaToken))
                    yield break;
                continue;
            }

            found++;
            yield return neighbour;
        }
    }

    private bool Shifts(SyntaxNode node) => _known.GetOrAdd(node, FindShift);

    private static bool FindShift(SyntaxNode node)
    {
        var pending = new Stack<(SyntaxNode Node, int Depth)>();
        pending.Push((node, 0));
        while (pending.Count > 0)
        {
            var (current, depth) = pending.Pop();
            if (IsShift(current))
                return true;
            foreach (var child in current.ChildNodes())
            {
                var childDepth = child is StatementSyntax ? depth + 1 : depth;
                if (childDepth <= DeepestStatement)
                    pending.Push((child, childDepth));
            }
        }

        return false;
    }

    private static bool IsZero(ExpressionSyntax? count)
    {
        while (count is ParenthesizedExpressionSyntax parenthesized)
            count = parenthesized.Expression;
        return count is LiteralExpressionSyntax { Token.Value: 0 };
    }

    private static bool IsShift(SyntaxNode node)
    {
        var (kind, count) = node switch
        {
            BinaryExpressionSyntax binary => (binary.OperatorToken.Kind(), binary.Right),
            AssignmentExpressionSyntax assignment => (assignment.OperatorToken.Kind(), assignment.Right),
            _ => default,
        };
        return kind is SyntaxKind.LessThanLessThanToken or SyntaxKind.GreaterThanGreaterThanToken or SyntaxKind.GreaterThanGreaterThanGreaterThanToken
                or SyntaxKind.LessThanLessThanEqualsToken or SyntaxKind.GreaterThanGreaterThanEqualsToken or SyntaxKind.GreaterThanGreaterThanGreaterThanEqualsToken
            && !IsZero(count);
    }
}
