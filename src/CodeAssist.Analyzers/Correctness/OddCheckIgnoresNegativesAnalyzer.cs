using System.Collections.Immutable;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1022: <c>x % 2 == 1</c>, which is false for negative odd numbers.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OddCheckIgnoresNegativesAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.OddCheckIgnoresNegatives, Category.Correctness, DefaultPromise.Suggestion);

    /// <inheritdoc/>
    protected override void Register(RuleContext context) => context.OnOperationBlock(block => Analyze(context, block));

    private static void Analyze(RuleContext rule, OperationBlockAnalysisContext context)
    {
        NonNegative? known = null;
        foreach (var operation in context.OfKind(OperationKind.Binary))
        {
            if (operation is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, OperatorMethod: null } comparison || RemainderOf(comparison) is not { } remainder)
                continue;
            known ??= new NonNegative(context.AllOperations());
            if (!known.Holds(remainder.LeftOperand))
                Report(rule, context, comparison, remainder);
        }
    }

    // Of x % 2 == 1 and 1 == x % 2 the remainder.
    private static IBinaryOperation? RemainderOf(IBinaryOperation comparison)
    {
        var (left, right) = (Unwrapped.Of(comparison.LeftOperand), Unwrapped.Of(comparison.RightOperand));
        var other = IsNumber(right, 1) ? left : IsNumber(left, 1) ? right : null;
        return other is IBinaryOperation { OperatorKind: BinaryOperatorKind.Remainder, OperatorMethod: null } remainder
            && IsNumber(Unwrapped.Of(remainder.RightOperand), 2) && IsSigned(remainder.Type) && !remainder.ConstantValue.HasValue
            ? remainder
            : null;
    }

    private static bool IsNumber(IOperation operation, int number) =>
        operation.ConstantValue is { HasValue: true, Value: var value } && value switch { int small => small == number, long large => large == number, _ => false };

    private static bool IsSigned(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_IntPtr;

    private static void Report(RuleContext rule, OperationBlockAnalysisContext context, IBinaryOperation comparison, IBinaryOperation remainder)
    {
        var isOdd = comparison.OperatorKind == BinaryOperatorKind.Equals;
        rule.Report(context, new Finding(comparison.Syntax)
        {
            Properties = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Replacement, isOdd ? "!=" : "=="),
            Arguments = [Snippet.Of(comparison.Syntax), Snippet.Of(remainder.LeftOperand.Syntax)],
        });
    }
}
