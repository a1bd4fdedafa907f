using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1001: both sides of an operator are the same expression.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IdenticalOperandsAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.IdenticalOperands, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        var stability = Stability.Of(context);
        var same = new SameValue(stability);
        context.OnOperation(operation => AnalyzeBinary(context, operation, stability, same), OperationKind.Binary);
        context.OnOperation(operation => AnalyzeTuples(context, operation, same), OperationKind.TupleBinary);
        context.OnOperation(operation => AnalyzeCall(context, operation, same), OperationKind.Invocation);
    }

    private static void AnalyzeBinary(RuleContext rule, OperationAnalysisContext context, Stability stability, SameValue same)
    {
        var binary = (IBinaryOperation)context.Operation;
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr
                or BinaryOperatorKind.And or BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr
                when !OperandChain.IsPartOfLarger(binary) && !IsNotation(binary) && !IsTestOfTree(rule, binary):
                foreach (var (wrong, first, later) in OperandChain.Repetitions(binary, stability, same))
                    Report(rule, context, wrong, first, later, OperatorOf(binary));
                break;
            case BinaryOperatorKind.Subtract:
            case BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder when !IsNotation(binary):
                if (same.Holds(binary.LeftOperand, binary.RightOperand) && !SelfComparison.IsTestOfArithmetic(binary, context.ContainingSymbol, rule))
                    Report(rule, context, binary, binary.LeftOperand, binary.RightOperand, OperatorOf(binary));
                break;
            case BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
                or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
                or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual:
                AnalyzeComparison(rule, context, binary, same);
                break;
        }
    }

    private static void AnalyzeComparison(RuleContext rule, OperationAnalysisContext context, IBinaryOperation binary, SameValue same)
    {
        if (same.Holds(binary.LeftOperand, binary.RightOperand)
            && !SelfComparison.IsReportedByCompiler(binary.LeftOperand, binary.RightOperand)
            && !(binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals && SelfComparison.MayBeUnequalToItself(binary.LeftOperand.Type))
            && !SelfComparison.IsTestOfEquality(binary, context.ContainingSymbol, rule))
        {
            Report(rule, context, binary, binary.LeftOperand, binary.RightOperand, OperatorOf(binary));
        }
    }

    private static void AnalyzeTuples(RuleContext rule, OperationAnalysisContext context, SameValue same)
    {
        var binary = (ITupleBinaryOperation)context.Operation;
        if (same.Holds(binary.LeftOperand, binary.RightOperand)
            && !SelfComparison.MayBeUnequalToItself(binary.LeftOperand.Type)
            && !SelfComparison.IsTestOfEquality(binary, context.ContainingSymbol, rule))
        {
            Report(rule, context, binary, binary.LeftOperand, binary.RightOperand, OperatorOf(binary));
        }
    }

    private static void AnalyzeCall(RuleContext rule, OperationAnalysisContext context, SameValue same)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!IsComparison(call.TargetMethod) || ComparedBy(call) is not var (left, right))
            return;
        left = Unwrapped.Of(left);
        right = Unwrapped.Of(right);
        if (same.Holds(left, right) && !SelfComparison.IsTestOfEquality(call, context.ContainingSymbol, rule))
        {
            var whole = call.Instance is IConditionalAccessInstanceOperation && Receiver(call) is { Parent: { } access } ? access : call;
            Report(rule, context, whole, left, right, call.TargetMethod.Name);
        }
    }

    // The vectors' Equals gives a mask of the elements that are equal: with itself, of those that are no NaN.
    private static bool IsComparison(IMethodSymbol method) => method.Name switch
    {
        "Equals" or "ReferenceEquals" => method.ReturnType.SpecialType == SpecialType.System_Boolean,
        "CompareTo" => method.ReturnType.SpecialType == SpecialType.System_Int32,
        _ => false,
    };

    // The two values that a call compares: receiver and argument, or the two arguments.
    private static (IOperation Left, IOperation Right)? ComparedBy(IInvocationOperation call)
    {
        var parameters = call.TargetMethod.Parameters;
        var takesBoth = parameters.Length >= 2
            && (call.Instance is null || SymbolEqualityComparer.Default.Equals(parameters[0].Type, parameters[1].Type));
        if (takesBoth)
            return (ArgumentOf(call, 0), ArgumentOf(call, 1)) is ({ } first, { } second) ? (first, second) : null;
        return parameters.Length is 1 or 2 && call.Instance is { Syntax: not BaseExpressionSyntax } && Receiver(call) is { } receiver && ArgumentOf(call, 0) is { } argument
            ? (receiver, argument)
            : null;
    }

    private static IOperation? ArgumentOf(IInvocationOperation call, int ordinal) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal && argument.ArgumentKind == ArgumentKind.Explicit)?.Value;

    // In a?.Equals(b) the receiver stands above the call.
    private static IOperation? Receiver(IInvocationOperation call)
    {
        if (call.Instance is not IConditionalAccessInstanceOperation)
            return call.Instance;
        IOperation below = call;
        for (var parent = call.Parent; parent is not null; below = parent, parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation access && ReferenceEquals(access.WhenNotNull, below))
                return access.Operation;
        }

        return null;
    }

    // Libraries write paths, unions and grammars with these operators: there, a value with itself has a meaning.
    private static bool IsNotation(IBinaryOperation binary) =>
        binary.OperatorMethod is { ContainingType: { } type } && !Stability.IsOfFramework(type);

    // A test of what becomes of an expression tree has trees of every shape.
    private static bool IsTestOfTree(RuleContext rule, IOperation operation) => rule.IsTestProject && ExpressionTrees.Hold(operation);

    private static string OperatorOf(IOperation operation) => operation.Syntax is BinaryExpressionSyntax binary ? binary.OperatorToken.Text : string.Empty;

    private static void Report(RuleContext rule, OperationAnalysisContext context, IOperation wrong, IOperation first, IOperation later, string @operator)
    {
        // 1 == 1 and 0.0 / 0.0 are meant as they stand.
        if (IsMadeOfLiterals(later))
            return;
        rule.Report(context, new Finding(wrong.Syntax)
        {
            AdditionalLocations = ReferenceEquals(wrong, later) ? [first.Syntax.GetLocation()] : null,
            Arguments = [Snippet.Of(later.Syntax), @operator],
        });
    }

    private static bool IsMadeOfLiterals(IOperation operand) => operand.DescendantsAndSelf().All(
        node => node is ILiteralOperation or IConversionOperation or IUnaryOperation or IBinaryOperation or IDefaultValueOperation);
}
