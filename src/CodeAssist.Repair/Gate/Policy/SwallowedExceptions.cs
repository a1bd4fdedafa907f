using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Policy;

/// <summary>A catch that does nothing, or whose filter never holds; a task that is awaited without its errors.</summary>
internal sealed class SwallowedExceptions : IBan
{
    public string? Find(PolicySubject subject)
    {
        // An empty catch that was there may stay as it was, to the letter; one with a new comment is a new one.
        var empty = PolicySubject.Added(
            subject.OldNodes<CatchClauseSyntax>().Where(IsEmpty).Select(clause => clause.ToString()),
            subject.AllNewNodes<CatchClauseSyntax>().Where(IsEmpty).Select(clause => clause.ToString())).FirstOrDefault();
        if (empty is not null)
            return Messages.Get("EmptyCatch", Describe.Source(empty));

        var filter = PolicySubject.Added(
            subject.OldNodes<CatchFilterClauseSyntax>().Where(IsNever).Select(PolicySubject.Normal),
            subject.AllNewNodes<CatchFilterClauseSyntax>().Where(IsNever).Select(PolicySubject.Normal)).FirstOrDefault();
        if (filter is not null)
            return Messages.Get("FilterNeverHolds", Describe.Source(filter));

        var silenced = PolicySubject.Added(subject.OldNodes<SimpleNameSyntax>().Where(IsSilencing).Select(PolicySubject.Normal), subject.AllNewNodes<SimpleNameSyntax>().Where(IsSilencing).Select(PolicySubject.Normal)).FirstOrDefault();
        return silenced is null ? null : Messages.Get("AwaitWithoutErrors", silenced);
    }

    private static bool IsSilencing(SimpleNameSyntax name) => name.Identifier.ValueText == "SuppressThrowing";

    private static bool IsEmpty(CatchClauseSyntax clause) => clause.Block.Statements.All(IsEmpty);

    private static bool IsEmpty(StatementSyntax statement) => statement switch
    {
        EmptyStatementSyntax => true,
        BlockSyntax block => block.Statements.All(IsEmpty),
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.Text: "_" } } } => true,
        _ => false,
    };

    private static bool IsNever(CatchFilterClauseSyntax filter) => Constant(filter.FilterExpression) == false;

    // As far as syntax shows it: literals, `!`, `&&`, `||`, and comparisons of two literals.
    private static bool? Constant(ExpressionSyntax expression)
    {
        // A filter too deep to judge ends the check, and with it the edit.
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        return ConstantOf(expression);
    }

    private static bool? ConstantOf(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Constant(inner.Expression),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } => false,
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } => true,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => !Constant(not.Operand),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } and =>
            Constant(and.Left) == false || Constant(and.Right) == false ? false : null,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } or =>
            Constant(or.Left) == false && Constant(or.Right) == false ? false : null,
        BinaryExpressionSyntax { Left: LiteralExpressionSyntax left, Right: LiteralExpressionSyntax right, RawKind: (int)SyntaxKind.EqualsExpression } =>
            left.Token.ValueText == right.Token.ValueText,
        BinaryExpressionSyntax { Left: LiteralExpressionSyntax left, Right: LiteralExpressionSyntax right, RawKind: (int)SyntaxKind.NotEqualsExpression } =>
            left.Token.ValueText != right.Token.ValueText,
        _ => null,
    };
}
