using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>A comparison that tells numbers above 0 from the others.</summary>
/// <param name="Whole">The comparison or pattern.</param>
/// <param name="Position">What is compared.</param>
/// <param name="Zero">The literal 0.</param>
/// <param name="Replacement">The operator in its place that counts 0 among the numbers above.</param>
internal sealed record ZeroTest(IOperation Whole, IOperation Position, IOperation Zero, string Replacement)
{
    /// <summary>The test that an operation is, or null.</summary>
    public static ZeroTest? Of(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorMethod: null, IsLifted: false, Syntax: BinaryExpressionSyntax } comparison => Of(comparison),
        IIsPatternOperation { Pattern: IRelationalPatternOperation { OperatorKind: var kind, Value: var zero } } match when IsZero(zero) => kind switch
        {
            BinaryOperatorKind.GreaterThan => new ZeroTest(match, match.Value.Unwrapped(), zero, ">="),
            BinaryOperatorKind.LessThanOrEqual => new ZeroTest(match, match.Value.Unwrapped(), zero, "<"),
            _ => null,
        },
        _ => null,
    };

    private static ZeroTest? Of(IBinaryOperation comparison) => comparison.OperatorKind switch
    {
        BinaryOperatorKind.GreaterThan when IsZero(comparison.RightOperand) => new ZeroTest(comparison, comparison.LeftOperand.Unwrapped(), comparison.RightOperand, ">="),
        BinaryOperatorKind.LessThanOrEqual when IsZero(comparison.RightOperand) => new ZeroTest(comparison, comparison.LeftOperand.Unwrapped(), comparison.RightOperand, "<"),
        BinaryOperatorKind.LessThan when IsZero(comparison.LeftOperand) => new ZeroTest(comparison, comparison.RightOperand.Unwrapped(), comparison.LeftOperand, "<="),
        BinaryOperatorKind.GreaterThanOrEqual when IsZero(comparison.LeftOperand) => new ZeroTest(comparison, comparison.RightOperand.Unwrapped(), comparison.LeftOperand, ">"),
        _ => null,
    };

    private static bool IsZero(IOperation operation) =>
        operation.Unwrapped() is ILiteralOperation { ConstantValue: { HasValue: true, Value: 0 }, Syntax: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } };
}
