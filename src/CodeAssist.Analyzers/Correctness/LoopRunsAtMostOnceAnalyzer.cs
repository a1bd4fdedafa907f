using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1011: a loop whose body leaves in its first pass, whatever happens.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoopRunsAtMostOnceAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    // Words of a comment above a loop that is meant to run once.
    private static readonly string[] SaidOfOne = ["first", "once", "only one", "at most one"];

    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.LoopRunsAtMostOnce, Category.Correctness, DefaultPromise.Suggestion);

    /// <inheritdoc/>
    protected override void Register(RuleContext context) =>
        context.OnOperation(operation => Analyze(context, operation), OperationKind.Loop);

    private static void Analyze(RuleContext rule, OperationAnalysisContext context)
    {
        var loop = (ILoopOperation)context.Operation;
        if (loop.LoopKind == LoopKind.ForTo || loop.Body is null || Ends(loop) is not { } ends)
            return;

        // Of several ways out the last one in the text is wrong: without it the loop would go on.
        var last = ends.Where(end => end is not IThrowOperation || MayBeAnIf(loop))
            .OrderBy(end => end is IThrowOperation).ThenByDescending(end => end.Syntax.SpanStart).FirstOrDefault();
        if (last is null || IsExplained(last.Syntax) || IsSaidAbove(loop.Syntax) || IsFirstElement(loop) || MayGoOn(loop, ends) || KeywordOf(loop) is not { } keyword)
            return;
        rule.Report(context, new Finding(last.Syntax)
        {
            Location = LocationOf(last.Syntax),
            AdditionalLocations = [keyword.GetLocation()],
            Arguments = [keyword.Text],
        });
    }

    // Where the passes of a body end, if each of them leaves the loop; null where one comes to the end of the body.
    private static List<IOperation>? Ends(ILoopOperation loop)
    {
        var ends = new List<IOperation>();
        var pending = new Stack<IOperation>();
        pending.Push(loop.Body);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case IBlockOperation { Operations: { IsEmpty: false } statements }:
                    pending.Push(statements[statements.Length - 1]);
                    break;
                case IConditionalOperation { WhenFalse: { } otherwise } decision:
                    pending.Push(otherwise);
                    pending.Push(decision.WhenTrue);
                    break;
                case IUsingOperation @using:
                    pending.Push(@using.Body);
                    break;
                case ILockOperation @lock:
                    pending.Push(@lock.Body);
                    break;
                case ITryOperation { Catches.IsEmpty: true } attempt:
                    pending.Push(attempt.Body);
                    break;
                case IBranchOperation { BranchKind: BranchKind.Break } branch when SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel):
                    ends.Add(branch);
                    break;
                case IReturnOperation { Kind: OperationKind.Return } @return:
                    ends.Add(@return);
                    break;
                case IExpressionStatementOperation { Operation: IThrowOperation @throw }:
                    ends.Add(@throw);
                    break;
                case IThrowOperation @throw:
                    ends.Add(@throw);
                    break;
                default:
                    return null;
            }
        }

        return ends;
    }

    private static bool IsEndless(ILoopOperation loop) => loop is IForLoopOperation { Condition: null } or IWhileLoopOperation { Condition.ConstantValue.HasValue: true };

    // `foreach (var x in unknown) throw ...` throws where there is any; a while that throws is an if.
    private static bool MayBeAnIf(ILoopOperation loop) => loop is IForLoopOperation or IWhileLoopOperation && !IsEndless(loop);

    // A comment behind the statement says why the loop is left there.
    private static bool IsExplained(SyntaxNode end) =>
        end.GetTrailingTrivia().Any(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia);

    // "Not really a loop: only the first one counts."
    private static bool IsSaidAbove(SyntaxNode loop) => loop.GetLeadingTrivia().Any(trivia =>
        trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
        && SaidOfOne.Any(word => trivia.ToString().IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0));

    // `foreach (var x in xs) break;` asks for a first element; `foreach (var x in xs) return x;`, and the same with an assignment before the return or a break: the first element is meant.
    private static bool IsFirstElement(ILoopOperation loop)
    {
        if (loop is not IForEachLoopOperation)
            return false;
        var statements = loop.Body is IBlockOperation block ? block.Operations : ImmutableArray.Create(loop.Body);
        if (statements.Length == 1 && statements[0] is IBranchOperation)
            return true;
        var before = statements.RemoveAt(statements.Length - 1);
        return statements[statements.Length - 1] switch
        {
            IReturnOperation => before.All(IsAssignmentOrDeclaration),
            IBranchOperation => before.Any(IsAssignment) && before.All(IsAssignmentOrDeclaration),
            _ => false,
        };
    }

    private static bool IsAssignmentOrDeclaration(IOperation statement) => IsAssignment(statement) || statement is IVariableDeclarationGroupOperation;

    private static bool IsAssignment(IOperation statement) => statement is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation };

    // A continue or a goto leads round again; after a catch it may be tried again; an iterator waits where it yields.
    private static bool MayGoOn(ILoopOperation loop, List<IOperation> ends)
    {
        var isEndless = IsEndless(loop);
        return loop.Syntax.ContainsDirectives || loop.Body.DescendantsAndSelf().Any(operation => operation switch
        {
            IBranchOperation { BranchKind: BranchKind.GoTo } or ILabeledOperation => true,
            IBranchOperation { BranchKind: BranchKind.Continue } branch => SymbolEqualityComparer.Default.Equals(branch.Target, loop.ContinueLabel),

            // An endless loop that is left in several places is a block that can be left.
            IBranchOperation { BranchKind: BranchKind.Break } branch =>
                isEndless && !ends.Contains(branch) && SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel),
            ITryOperation { Catches.IsEmpty: false } => true,
            IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak } => true,
            _ => operation.Kind is OperationKind.None or OperationKind.Invalid,
        });
    }

    private static SyntaxToken? KeywordOf(ILoopOperation loop) => loop.Syntax switch
    {
        ForStatementSyntax statement => statement.ForKeyword,
        CommonForEachStatementSyntax statement => statement.ForEachKeyword,
        WhileStatementSyntax statement => statement.WhileKeyword,
        DoStatementSyntax statement => statement.DoKeyword,
        _ => null,
    };

    private static Location LocationOf(SyntaxNode end)
    {
        var lines = end.SyntaxTree.GetLineSpan(end.Span);
        return lines.StartLinePosition.Line == lines.EndLinePosition.Line ? end.GetLocation() : end.GetFirstToken().GetLocation();
    }
}
