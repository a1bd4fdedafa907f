using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>An equality compares each member of the type's own with itself, and asks that all be equal.</summary>
internal static class ComparedState
{
    /// <summary>Two members of the type's own that are compared and are not the same; or the comparisons of which only one need hold; null where there are none.</summary>
    public static CheckFinding? Find(RepairForm form) =>
        form.Allowance.SameState
            ? RepairForm.Found("OtherStateCompared", form.InNew<BinaryExpressionSyntax>().FirstOrDefault(binary => IsOther(form, binary))?.ToString()
                ?? form.InNew<InvocationExpressionSyntax>().FirstOrDefault(call => IsOther(form, call))?.ToString())
            : null;

    private static bool IsOther(RepairForm form, BinaryExpressionSyntax binary) => binary.Kind() switch
    {
        SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression =>
            State(form, binary.Left) is { } left && State(form, binary.Right) is { } right && !SymbolEqualityComparer.Default.Equals(left, right),
        SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression =>
            State(form, binary.Left) is not null && State(form, binary.Right) is not null,
        SyntaxKind.LogicalOrExpression =>
            (IsOtherThing(binary.Left) && ComparesState(form, binary.Right) && binary.FirstAncestorOrSelf<IfStatementSyntax>()?.Condition.Span.Contains(binary.Span) != true)
            || (ComparesState(form, binary.Left) && ComparesState(form, binary.Right) && !binary.DescendantNodes().Any(node => node.IsKind(SyntaxKind.NotEqualsExpression))),
        _ => false,
    };

    private static bool IsOther(RepairForm form, InvocationExpressionSyntax call)
    {
        if (WantedName.LastName(call) != "Equals")
            return false;
        var operands = call.ArgumentList.Arguments.Select(argument => State(form, argument.Expression)).ToList();
        if (call.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && State(form, receiver) is { } own)
            operands.Insert(0, own);
        return operands.Count > 1 && operands[0] is { } one && operands[1] is { } other && !SymbolEqualityComparer.Default.Equals(one, other);
    }

    // What is nothing, or of another type, is equal to nothing.
    private static bool IsOtherThing(ExpressionSyntax test) => test is IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax or ConstantPatternSyntax } or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression };

    private static ISymbol? State(RepairForm form, ExpressionSyntax expression) =>
        form.SymbolOf(expression) is { IsStatic: false } symbol and (IFieldSymbol or IPropertySymbol) ? symbol : null;

    private static bool ComparesState(RepairForm form, ExpressionSyntax expression) =>
        expression.DescendantNodesAndSelf().OfType<BinaryExpressionSyntax>().Any(inner => inner.IsKind(SyntaxKind.EqualsExpression) && State(form, inner.Left) is not null && State(form, inner.Right) is not null);
}
