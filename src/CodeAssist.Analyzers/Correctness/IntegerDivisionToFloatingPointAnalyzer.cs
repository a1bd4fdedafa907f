using System.Collections.Immutable;
using CodeAssist.Analyzers.Naming;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1008: an integer division whose result is used as a floating-point or decimal number.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IntegerDivisionToFloatingPointAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    // Names that say that the fraction is not wanted.
    private static readonly string[] WholeNumberWords = ["floor", "trunc", "whole", "quotient", "integer"];

    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.IntegerDivisionToFloatingPoint, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        var same = new SameValue(Stability.Of(context));
        context.OnOperationBlock(block => Analyze(context, block, same));
    }

    private static void Analyze(RuleContext rule, OperationBlockAnalysisContext context, SameValue same)
    {
        List<(IConversionOperation Conversion, IBinaryOperation Division)>? found = null;
        if (!context.OfKind(OperationKind.Binary).Any(binary => ((IBinaryOperation)binary).OperatorKind == BinaryOperatorKind.Divide))
            return;
        foreach (var operation in context.OfKind(OperationKind.Conversion))
        {
            if (operation is IConversionOperation conversion && LosesFraction(conversion) && !IsWanted(conversion, context.OwningSymbol))
                (found ??= []).AddRange(Divisions(conversion.Operand, same).Select(division => (conversion, division)));
        }

        if (found is null)
            return;
        var split = new HashSet<string>(context.OfKind(OperationKind.Binary).OfType<IBinaryOperation>().Where(binary => binary.OperatorKind == BinaryOperatorKind.Remainder).Select(KeyOf));
        foreach (var (conversion, division) in found)
        {
            // i / columns beside i % columns: row and column of a grid.
            if (!split.Contains(KeyOf(division)) && !ExactDivision.Holds(division, same) && !IsHalfOfPixels(conversion, division))
                Report(rule, context, conversion, division);
        }
    }

    private static bool LosesFraction(IConversionOperation conversion) =>
        !conversion.Conversion.IsUserDefined && FloatingName(conversion.Type) is not null && IsInteger(conversion.Operand.Type);

    /// <summary>The divisions whose results reach the conversion as they are, or through sums, products and choices of integers.</summary>
    private static IEnumerable<IBinaryOperation> Divisions(IOperation converted, SameValue same)
    {
        var pending = new Stack<IOperation>();
        pending.Push(converted);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case IConversionOperation { IsImplicit: true } widening when IsInteger(widening.Operand.Type):
                    pending.Push(widening.Operand);
                    break;
                case IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Divide } division:
                    yield return division;
                    break;
                case IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum:
                    pending.Push(sum.RightOperand);
                    pending.Push(sum.LeftOperand);
                    break;
                case IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Multiply } product:
                    // value / step * step: rounds down to a step.
                    if (!Divides(product.RightOperand, product.LeftOperand, same))
                        pending.Push(product.RightOperand);
                    if (!Divides(product.LeftOperand, product.RightOperand, same))
                        pending.Push(product.LeftOperand);
                    break;
                case IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Minus or UnaryOperatorKind.Plus } sign:
                    pending.Push(sign.Operand);
                    break;
                case IConditionalOperation { WhenFalse: { } otherwise } choice:
                    pending.Push(otherwise);
                    pending.Push(choice.WhenTrue);
                    break;
                case ICoalesceOperation coalesce:
                    pending.Push(coalesce.WhenNull);
                    pending.Push(coalesce.Value);
                    break;
                case ISwitchExpressionOperation choice:
                    foreach (var arm in choice.Arms)
                        pending.Push(arm.Value);
                    break;
            }
        }
    }

    // center.X - width / 2, or new Vector(width / 2, height / 2): a coordinate of a drawing, moved by half a size in pixels,
    // for which half a pixel more is no better.
    private static bool IsHalfOfPixels(IConversionOperation conversion, IBinaryOperation division) =>
        conversion is { IsImplicit: true, Type.SpecialType: SpecialType.System_Single }
        && division.RightOperand.ConstantValue is { HasValue: true, Value: 2 }
        && conversion.Parent switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } => ReferenceEquals(Unwrapped.Of(conversion.Operand), division),
            IArgumentOperation { Parent: IObjectCreationOperation } => true,
            _ => false,
        };

    private static bool Divides(IOperation division, IOperation factor, SameValue same) =>
        Unwrapped.Of(division) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } binary
        && same.Holds(Unwrapped.Of(binary.RightOperand), Unwrapped.Of(factor));

    // Math.Floor, Math.Truncate, or a name that says the same.
    private static bool IsWanted(IConversionOperation conversion, ISymbol owner)
    {
        var operation = conversion.Parent;
        while (operation is IConversionOperation or IBinaryOperation or IUnaryOperation or IConditionalOperation)
            operation = operation.Parent;
        var name = operation switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } => call.TargetMethod.Name,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol.Name,
            IFieldInitializerOperation field => field.InitializedFields[0].Name,
            IPropertyInitializerOperation property => property.InitializedProperties[0].Name,
            IAssignmentOperation { Target: ILocalReferenceOperation local } => local.Local.Name,
            IAssignmentOperation { Target: IParameterReferenceOperation parameter } => parameter.Parameter.Name,
            IAssignmentOperation { Target: IMemberReferenceOperation member } => member.Member.Name,
            IReturnOperation => owner.Name,
            _ => null,
        };
        return Words.AnyStartsWith(name, WholeNumberWords);
    }

    private static string KeyOf(IBinaryOperation binary) =>
        string.Concat(TextOf(binary.LeftOperand), "\n", TextOf(binary.RightOperand));

    private static string TextOf(IOperation operation) => Unwrapped.Of(operation).Syntax.ToString();

    private static bool IsInteger(ITypeSymbol? type) => Underlying(type)?.SpecialType
        is (>= SpecialType.System_SByte and <= SpecialType.System_UInt64) or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    private static string? FloatingName(ITypeSymbol? type) => Underlying(type)?.SpecialType switch
    {
        SpecialType.System_Single => "float",
        SpecialType.System_Double => "double",
        SpecialType.System_Decimal => "decimal",
        _ => null,
    };

    private static ITypeSymbol? Underlying(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static void Report(RuleContext rule, OperationBlockAnalysisContext context, IConversionOperation conversion, IBinaryOperation division)
    {
        var target = FloatingName(conversion.Type)!;
        rule.Report(context, new Finding(division.Syntax)
        {
            Properties = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.TargetType, division.IsLifted ? target + "?" : target),
            Arguments = [Snippet.Of(division.Syntax), target],
        });
    }
}
