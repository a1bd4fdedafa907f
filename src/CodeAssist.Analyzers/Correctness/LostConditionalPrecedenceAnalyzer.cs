using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1032: <c>a ?? 0 + b</c> and the like, where an operator takes other operands than its place suggests.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LostConditionalPrecedenceAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.LostConditionalPrecedence, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        context.OnOperation(operation => AnalyzeCoalesce(context, operation), OperationKind.Coalesce);
        context.OnOperation(operation => AnalyzeConditional(context, operation), OperationKind.Conditional);
        context.OnOperation(operation => AnalyzeComparison(context, operation), OperationKind.Binary);
        context.OnOperation(operation => AnalyzeTypeTest(context, operation), OperationKind.IsType, OperationKind.IsPattern);
    }

    private static void AnalyzeCoalesce(RuleContext rule, OperationAnalysisContext context)
    {
        var coalesce = (ICoalesceOperation)context.Operation;
        if (coalesce.Syntax is not BinaryExpressionSyntax syntax)
            return;
        if (DefaultOf(syntax) is { } @default)
        {
            // Of a ?? 0 + b ?? 0 the outer one is reported.
            var isPart = syntax.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } outer
                && outer.Right == syntax && FirstOperand(outer.Right) is { } first && IsUnlikelyStart(first);
            if (!isPart)
                Report(rule, context, syntax, $"{Snippet.Of(syntax.Left)} ?? ({Snippet.Of(syntax.Right)})", $"({Snippet.Of(syntax.Left)} ?? {Snippet.Of(@default)}) {OperatorOf(@default)} ...");
        }
        else if (syntax.Left is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum && IsLostSum(coalesce))
        {
            Report(rule, context, syntax, $"({Snippet.Of(sum)}) ?? {Snippet.Of(syntax.Right)}", $"{Snippet.Of(sum.Left)} + ({Snippet.Of(sum.Right)} ?? {Snippet.Of(syntax.Right)})");
        }
    }

    // What the operand behind ?? starts with, where that alone is the likely default.
    private static ExpressionSyntax? DefaultOf(BinaryExpressionSyntax coalesce) =>
        FirstOperand(coalesce.Right) is { } first && IsUnlikelyStart(first) ? first : null;

    // The first operand of a chain of operators, as in 0 of `0 + a * b - c` and of `0 + a ?? 0`; null where there is no chain.
    private static ExpressionSyntax? FirstOperand(ExpressionSyntax expression)
    {
        if (expression is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } inner)
            expression = inner.Left;
        if (expression is not BinaryExpressionSyntax)
            return null;
        while (expression is BinaryExpressionSyntax binary && !binary.IsKind(SyntaxKind.CoalesceExpression))
            expression = binary.Left;
        return expression;
    }

    // Nobody writes 0 + x, "" + x or false || x for the default itself, while 2 * x and "Page " + x are usual.
    private static bool IsUnlikelyStart(ExpressionSyntax operand)
    {
        var isProduct = operand.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression or (int)SyntaxKind.DivideExpression or (int)SyntaxKind.ModuloExpression };
        var isSum = operand.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression or (int)SyntaxKind.SubtractExpression };
        return operand switch
        {
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } number => isSum || (isProduct && number.Token.ValueText is "0" or "1"),
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } text => isSum && text.Token.ValueText.Length == 0,
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression or (int)SyntaxKind.FalseLiteralExpression } => operand.Parent?.Kind()
                is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.BitwiseAndExpression or SyntaxKind.BitwiseOrExpression
                or SyntaxKind.ExclusiveOrExpression or SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty", Expression: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.StringKeyword } or IdentifierNameSyntax { Identifier.ValueText: "String" } } => isSum,
            _ => false,
        };
    }

    private static string OperatorOf(ExpressionSyntax operand) => ((BinaryExpressionSyntax)operand.Parent!).OperatorToken.Text;

    // A joined string is never null; with a number that may be null, the one that may not is lost.
    private static bool IsLostSum(ICoalesceOperation coalesce) => coalesce.Value is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null } sum && sum switch
    {
        { Type.SpecialType: SpecialType.System_String } => true,
        { IsLifted: true } => Unwrapped.Of(sum.LeftOperand) is { ConstantValue.HasValue: false } left && !IsNullable(left.Type)
            && IsNullable(Unwrapped.Of(sum.RightOperand).Type)
            && Unwrapped.Of(coalesce.WhenNull) is { Syntax: LiteralExpressionSyntax { Token.ValueText: "0" } },
        _ => false,
    };

    private static bool IsNullable(ITypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static void AnalyzeConditional(RuleContext rule, OperationAnalysisContext context)
    {
        if (context.Operation is not IConditionalOperation { Syntax: ConditionalExpressionSyntax syntax } conditional)
            return;
        var condition = Unwrapped.Of(conditional.Condition);
        if (TestedSum(condition) is not { Syntax: BinaryExpressionSyntax sum } || syntax.Condition != condition.Syntax || sum.Parent != condition.Syntax || sum.SpanStart != condition.Syntax.SpanStart)
            return;
        var test = condition.Syntax.ToString().Substring(sum.Span.End - condition.Syntax.SpanStart).Trim();
        Report(rule, context, condition.Syntax, $"({Snippet.Of(sum)}) {test} ? ...", $"{Snippet.Of(sum.Left)} + ({Snippet.Of(sum.Right)} {test} ? ...)");
    }

    // The joined string that a condition compares in vain.
    private static IOperation? TestedSum(IOperation condition)
    {
        if (NullTest.Of(condition) is { Tested: var tested })
            return IsJoined(tested) ? tested : null;
        return condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
            && Unwrapped.Of(comparison.LeftOperand) is { } left && IsJoined(left)
            && FirstText(left) is { Length: > 0 } start
            && comparison.RightOperand.ConstantValue is { HasValue: true, Value: string text } && !text.StartsWith(start, StringComparison.Ordinal)
                ? left
                : null;
    }

    private static bool IsJoined(IOperation operation) =>
        operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String, ConstantValue.HasValue: false };

    private static string? FirstText(IOperation joined)
    {
        while (joined is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum && !sum.ConstantValue.HasValue)
            joined = Unwrapped.Of(sum.LeftOperand);
        return joined.ConstantValue is { HasValue: true, Value: string text } ? text : null;
    }

    private static void AnalyzeComparison(RuleContext rule, OperationAnalysisContext context)
    {
        if (context.Operation is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
            || comparison.Syntax is not BinaryExpressionSyntax { Left: PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not } syntax
            || !IsBool(comparison.LeftOperand) || !IsBool(comparison.RightOperand)
            || WithoutParentheses(syntax.Right) is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression }
            || IsExplained(syntax)

            // !a?.B() == true asks for a value that is there and false, and !(a?.B() == true) would not.
            || (comparison.IsLifted && Unwrapped.Of(comparison.RightOperand).ConstantValue.HasValue)
            || (rule.IsTestProject && ExpressionTrees.Hold(comparison)))
        {
            return;
        }

        var opposite = comparison.OperatorKind == BinaryOperatorKind.Equals ? "!=" : "==";
        var meant = comparison.IsLifted
            ? $"!({Snippet.Of(not.Operand)} {syntax.OperatorToken.Text} {Snippet.Of(syntax.Right)})"
            : $"{Snippet.Of(not.Operand)} {opposite} {Snippet.Of(syntax.Right)}";
        Report(rule, context, syntax, $"({Snippet.Of(not)}) {syntax.OperatorToken.Text} {Snippet.Of(syntax.Right)}", meant);
    }

    private static void AnalyzeTypeTest(RuleContext rule, OperationAnalysisContext context)
    {
        var (left, wanted) = context.Operation.Syntax switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } test => (test.Left, (SyntaxNode)test.Right),
            IsPatternExpressionSyntax match => (match.Expression, match.Pattern),
            _ => default,
        };
        if (left is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not)
            Report(rule, context, context.Operation.Syntax, $"({Snippet.Of(not)}) is {Snippet.Of(wanted)}", $"!({Snippet.Of(not.Operand)} is {Snippet.Of(wanted)})");
    }

    private static bool IsBool(IOperation operand)
    {
        var type = Unwrapped.Of(operand).Type;
        return (IsNullable(type) ? ((INamedTypeSymbol)type!).TypeArguments[0] : type)?.SpecialType == SpecialType.System_Boolean;
    }

    private static ExpressionSyntax WithoutParentheses(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized.Expression;
        return expression;
    }

    // A comment in the comparison, behind it, or above its statement says that it is meant.
    private static bool IsExplained(SyntaxNode comparison)
    {
        if (Comments.AreIn(comparison))
            return true;
        var owner = comparison.FirstAncestorOrSelf<SyntaxNode>(node => node is StatementSyntax or MemberDeclarationSyntax);
        return owner is not null && (Comments.AreBefore(owner) || Comments.AreBehind(owner));
    }

    private static void Report(RuleContext rule, OperationAnalysisContext context, SyntaxNode flagged, string read, string meant) =>
        rule.Report(context, new Finding(flagged) { Arguments = [read, meant] });
}
