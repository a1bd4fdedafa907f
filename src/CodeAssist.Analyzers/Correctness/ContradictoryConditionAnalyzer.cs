using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1038: a condition whose result is known, because of another one or of the value's type.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContradictoryConditionAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.ContradictoryCondition, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        var stability = Stability.Of(context);
        var same = new SameValue(stability);
        Func<KnownValues> nothingKnown = () => new KnownValues(stability, same);
        context.OnOperation(operation => AnalyzeBinary(context, operation, nothingKnown), OperationKind.Binary);
        context.OnOperation(operation => AnalyzeArms(context, operation, nothingKnown, same), OperationKind.Conditional);
    }

    private static void AnalyzeBinary(RuleContext rule, OperationAnalysisContext context, Func<KnownValues> nothingKnown)
    {
        var binary = (IBinaryOperation)context.Operation;
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr
                when binary.OperatorMethod is null && !OperandChain.IsPartOfLarger(binary):
                AnalyzeChain(rule, context, binary, nothingKnown);
                break;
            case BinaryOperatorKind.LessThan or BinaryOperatorKind.GreaterThanOrEqual
                when IsUnsigned(binary.LeftOperand) && IsZero(binary.RightOperand):
                ReportUnsigned(rule, context, binary, binary.LeftOperand, binary.OperatorKind == BinaryOperatorKind.GreaterThanOrEqual);
                break;
            case BinaryOperatorKind.GreaterThan or BinaryOperatorKind.LessThanOrEqual
                when IsUnsigned(binary.RightOperand) && IsZero(binary.LeftOperand):
                ReportUnsigned(rule, context, binary, binary.RightOperand, binary.OperatorKind == BinaryOperatorKind.LessThanOrEqual);
                break;
        }
    }

    // Where one of several alternatives always holds, their opposites contradict each other.
    private static void AnalyzeChain(RuleContext rule, OperationAnalysisContext context, IBinaryOperation chain, Func<KnownValues> nothingKnown)
    {
        var operands = Conditions.Operands(chain, chain.OperatorKind);
        var claims = operands.ConvertAll(Claim.Of);
        if (!MaySpeakOfOneValue(claims))
            return;
        var known = nothingKnown();
        var areAlternatives = chain.OperatorKind == BinaryOperatorKind.ConditionalOr;
        for (var index = 0; index < operands.Count; index++)
        {
            var operand = operands[index];
            if (!known.Evaluate(operand))
                continue;
            var claim = claims[index];
            if (areAlternatives && !claim.HasOpposite && claim.Relation is not (Relation.Is or Relation.IsNot))
                continue;
            if (areAlternatives)
                claim = claim.Negated();
            if (known.Contradicted(claim) is not { } contradicted)
            {
                known.Add(claim, operand);
            }
            else if (!chain.Syntax.ContainsDirectives && !(rule.IsTestProject && ExpressionTrees.Hold(chain)) && !DependsOnBuild(operand, context) && !DependsOnBuild(contradicted, context))
            {
                Report(rule, context, operand, contradicted, areAlternatives);
                return;
            }
        }
    }

    // Claims contradict each other only where they are about one value: few chains get that far.
    private static bool MaySpeakOfOneValue(List<Claim> claims)
    {
        if (claims.Count == 2)
            return SameValue.HashOf(claims[0].Subject) == SameValue.HashOf(claims[1].Subject);
        var subjects = new HashSet<int>();
        foreach (var claim in claims)
        {
            if (!subjects.Add(SameValue.HashOf(claim.Subject)))
                return true;
        }

        return false;
    }

    // An arm that asks for a type which an earlier arm has already taken; the very same test twice is CDA1002's.
    private static void AnalyzeArms(RuleContext rule, OperationAnalysisContext context, Func<KnownValues> nothingKnown, SameValue same)
    {
        var top = (IConditionalOperation)context.Operation;
        if (top.WhenFalse is null || ConditionalChain.IsPartOfLarger(top))
            return;

        // Nothing is known until an arm has asked for a type, and few ever do.
        KnownValues? known = null;
        foreach (var link in ConditionalChain.Links(top))
        {
            foreach (var part in known is null ? [] : Conditions.Operands(link.Condition, BinaryOperatorKind.ConditionalAnd))
            {
                if (known!.Evaluate(part) && TypeClaim(part) is { } claim && known.Contradicted(claim) is { } taken)
                {
                    if (!same.Holds(taken, part))
                        Report(rule, context, part, taken, false);
                    return;
                }
            }

            foreach (var alternative in Conditions.Operands(link.Condition, BinaryOperatorKind.ConditionalOr))
            {
                if (TypeClaim(alternative) is { } claim)
                    (known ??= nothingKnown()).Add(claim.Negated(), alternative);
            }
        }
    }

    private static Claim? TypeClaim(IOperation condition) => Claim.MayBeOfType(condition) && Claim.Of(condition) is { Type: not null, Relation: Relation.Is } claim ? claim : null;

    private static bool IsUnsigned(IOperation operand) => Unwrapped.Of(operand) is { ConstantValue.HasValue: false, Type.SpecialType:
        SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64 or SpecialType.System_UIntPtr };

    // A named bound may be another one some day.
    private static bool IsZero(IOperation operand) =>
        Unwrapped.Of(operand) is ILiteralOperation { ConstantValue.Value: 0 or 0u or 0L or 0ul };

    private static bool IsAsserted(IOperation comparison)
    {
        for (var parent = comparison.Parent; parent is not null and not IExpressionStatementOperation; parent = parent.Parent)
        {
            if (parent is IInvocationOperation { TargetMethod: var method })
                return method.Name.StartsWith("Assert", StringComparison.Ordinal) || method.ContainingType?.Name is "Assert" or "Debug" or "Trace" or "Contract";
        }

        return false;
    }

    private static bool DependsOnBuild(IOperation condition, OperationAnalysisContext context) =>
        condition.DescendantsAndSelf().Any(node => node switch
        {
            IFieldReferenceOperation { Field: { HasConstantValue: true, ContainingType.TypeKind: not TypeKind.Enum } field } => BuildChoice.Decides(field, context.CancellationToken),
            ILocalReferenceOperation { Local.HasConstantValue: true } local => BuildChoice.Decides(local.Local, context.CancellationToken),
            _ => false,
        });

    private static void ReportUnsigned(RuleContext rule, OperationAnalysisContext context, IBinaryOperation binary, IOperation unsigned, bool result)
    {
        if (!IsAsserted(binary))
            rule.Report(context, binary.Syntax, Snippet.Of(binary.Syntax), Unwrapped.Of(unsigned).Type!.ToDisplayString(), result ? "true" : "false");
    }

    private static void Report(RuleContext rule, OperationAnalysisContext context, IOperation condition, IOperation contradicted, bool result) =>
        rule.Report(context, new Finding(condition.Syntax)
        {
            AdditionalLocations = [contradicted.Syntax.GetLocation()],
            Arguments = [Snippet.Of(condition.Syntax), Snippet.Of(contradicted.Syntax), result ? "true" : "false"],
        });
}
