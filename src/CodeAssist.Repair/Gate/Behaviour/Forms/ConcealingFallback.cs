using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>
/// A value that is made up for one that is missing, in a type that throws elsewhere where one is missing: it hides what
/// the type would tell.
/// </summary>
internal static class ConcealingFallback
{
    /// <summary>The made-up value; null where there is none.</summary>
    public static CheckFinding? Find(RepairForm form)
    {
        if (!form.Allowance.FallbackAtDeclaration || form.NewNode.DescendantNodes().Select(node => MadeUp(form, node)).FirstOrDefault(value => value is not null) is not { } made)
            return null;
        return (TypeOf(form.OldNode) is { } type && type.DescendantNodes().Any(ThrowsForMissing)) || form.OldNode.DescendantNodes().Any(IsThrowInPlace)
            ? RepairForm.Found("ConcealingFallback", made.ToString())
            : null;
    }

    private static SyntaxNode? TypeOf(SyntaxNode region) => region as CompilationUnitSyntax ?? (SyntaxNode?)region.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().FirstOrDefault();

    private static ExpressionSyntax? MadeUp(RepairForm form, SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce when form.IsNew(coalesce.OperatorToken) && SaysNothing(coalesce.Right) => coalesce.Right,
        // A case that is skipped in silence, where the same member throws for its like.
        BreakStatementSyntax or ContinueStatementSyntax when form.StartsNew(node) && form.OldNode.DescendantNodes().Any(IsThrowInPlace) && node.Ancestors().OfType<IfStatementSyntax>().FirstOrDefault() is { } test && form.IsNew(test.IfKeyword) && NullTests.IsMissing(test.Condition) => test.Condition,
        ReturnStatementSyntax { Expression: { } value } leaving when form.IsNew(leaving.ReturnKeyword) && SaysNothing(value) && leaving.Ancestors().OfType<IfStatementSyntax>().Any(test => form.IsNew(test.IfKeyword)) => value,
        _ => null,
    };

    private static bool SaysNothing(ExpressionSyntax value) => value switch
    {
        LiteralExpressionSyntax literal => !literal.IsKind(SyntaxKind.NullLiteralExpression),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" or "Zero" or "MinValue" or "MaxValue" or "Default" } => true,
        _ => false,
    };

    // `x ?? throw …`, `if (x is null) throw …`, `if (!map.TryGetValue(…)) throw …`.
    private static bool ThrowsForMissing(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: ThrowExpressionSyntax { Expression: var thrown } } => !IsOfArgument(thrown),
        IfStatementSyntax { Condition: var condition, Statement: var then } => TestsForMissing(condition) && Thrown(then) is { } thrown && !IsOfArgument(thrown),
        _ => false,
    };

    private static bool IsThrowInPlace(SyntaxNode node) => node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: ThrowExpressionSyntax };

    // What a caller must give is another matter than what is found missing.
    private static bool IsOfArgument(ExpressionSyntax? thrown) => thrown is null || (thrown as ObjectCreationExpressionSyntax)?.Type.ToString().Contains("Argument") == true;

    private static ExpressionSyntax? Thrown(StatementSyntax statement) => statement switch
    {
        ThrowStatementSyntax { Expression: var thrown } => thrown,
        BlockSyntax { Statements: [ThrowStatementSyntax { Expression: var thrown }] } => thrown,
        _ => null,
    };

    private static bool TestsForMissing(ExpressionSyntax condition) => condition switch
    {
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } } => true,
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: RecursivePatternSyntax or DeclarationPatternSyntax } } => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either => TestsForMissing(either.Left) || TestsForMissing(either.Right),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Right.RawKind: (int)SyntaxKind.NullLiteralExpression } => true,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: InvocationExpressionSyntax or MemberAccessExpressionSyntax } not => WantedName.LastName(not.Operand) is "HasValue" or "TryGetValue",
        _ => false,
    };
}
