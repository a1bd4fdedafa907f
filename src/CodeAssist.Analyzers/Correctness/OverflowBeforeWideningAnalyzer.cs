using System.Collections.Immutable;
using CodeAssist.Analyzers.Naming;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1035: a product or shift of 32-bit numbers that is widened only after it was computed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OverflowBeforeWideningAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    // Multiplied by less, a number must be in the tens of millions to overflow.
    private const double SmallFactor = 100;

    // Of floating-point and decimal numbers the usual units: percents, and thousandths.
    private const double UnitFactor = 1000;

    // Names that say that an overflow does no harm.
    private static readonly string[] MixingWords = ["hash", "seed", "random", "rand", "rng", "crc", "checksum", "mix", "murmur", "fnv"];

    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.OverflowBeforeWidening, Category.Correctness, DefaultPromise.Off);

    /// <inheritdoc/>
    protected override void Register(RuleContext context) => context.OnOperationBlock(block => Analyze(context, block));

    private static void Analyze(RuleContext rule, OperationBlockAnalysisContext context)
    {
        Magnitudes? magnitudes = null;
        foreach (var operation in context.OfKind(OperationKind.Conversion))
        {
            if (operation is not IConversionOperation { OperatorMethod: null } conversion || !IsNarrow(conversion.Operand.Type) || WideName(conversion.Type) is not { } target || IsByMixedSigns(conversion))
                continue;
            List<IBinaryOperation>? found = null;
            foreach (var product in Products(conversion.Operand))
            {
                magnitudes ??= new Magnitudes(context.AllOperations());
                if (MayOverflow(product, target, magnitudes))
                    (found ??= []).Add(product);
            }

            if (found is null || IsMeantToOverflow(conversion, context.OwningSymbol))
                continue;
            foreach (var product in found)
                Report(rule, context, product, target);
        }
    }

    /// <summary>The products and shifts whose results reach the conversion as they are, or through sums and choices.</summary>
    private static IEnumerable<IBinaryOperation> Products(IOperation converted)
    {
        var pending = new Stack<IOperation>();
        pending.Push(converted);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case { ConstantValue.HasValue: true }:
                    break;
                case IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion when IsNarrow(conversion.Operand.Type):
                    pending.Push(conversion.Operand);
                    break;
                case IBinaryOperation { OperatorMethod: null, IsChecked: false, OperatorKind: BinaryOperatorKind.Multiply or BinaryOperatorKind.LeftShift } product:
                    yield return product;
                    break;
                case IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum:
                    pending.Push(sum.RightOperand);
                    pending.Push(sum.LeftOperand);
                    break;
                case IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Minus or UnaryOperatorKind.Plus } sign:
                    pending.Push(sign.Operand);
                    break;
                case IConditionalOperation { WhenFalse: { } otherwise } choice:
                    pending.Push(otherwise);
                    pending.Push(choice.WhenTrue);
                    break;
            }
        }
    }

    private static bool MayOverflow(IBinaryOperation product, string target, Magnitudes magnitudes)
    {
        var most = Underlying(product.Type)?.SpecialType == SpecialType.System_UInt32 ? uint.MaxValue : int.MaxValue;
        if (magnitudes.OfResult(product) <= most || (product.OperatorKind == BinaryOperatorKind.LeftShift && IsMasked(product.RightOperand)))
            return false;
        if (product.OperatorKind == BinaryOperatorKind.Multiply && (IsSign(product.LeftOperand) || IsSign(product.RightOperand)))
            return false;
        if (IsNarrowed(product.LeftOperand) || IsNarrowed(product.RightOperand))
            return false;
        var (factor, variables) = Factor(product, magnitudes);
        return variables > 1 || factor >= SmallFactor && (factor > UnitFactor || target is "long" or "ulong");
    }

    // `(int)ticks * step`: whoever makes a wide number narrow knows that it is small.
    private static bool IsNarrowed(IOperation factor) =>
        factor is IConversionOperation { IsImplicit: false, OperatorMethod: null } cast && WideName(cast.Operand.Type) is not null;

    // A variable or member that is called sign is 1 or -1.
    private static bool IsSign(IOperation factor) =>
        StablePath.SymbolOf(factor.Unwrapped())?.Name is { } name && Words.Of(name).LastOrDefault()?.Equals("sign", StringComparison.OrdinalIgnoreCase) == true;

    // An int and a uint meet as long: nobody asked for the wider type.
    private static bool IsByMixedSigns(IConversionOperation conversion) =>
        conversion is { IsImplicit: true, Parent: IBinaryOperation { OperatorMethod: null } binary }
        && (ReferenceEquals(binary.LeftOperand, conversion) ? binary.RightOperand : binary.LeftOperand) is IConversionOperation { IsImplicit: true, OperatorMethod: null } other
        && Underlying(other.Operand.Type)?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt32;

    // `x << (n & 31)` says that the shift is one of 32 bits.
    private static bool IsMasked(IOperation bits) =>
        bits.Unwrapped() is IBinaryOperation { OperatorKind: BinaryOperatorKind.And } mask
        && (mask.LeftOperand.Unwrapped().ConstantValue is { HasValue: true, Value: 31 or 31u } || mask.RightOperand.Unwrapped().ConstantValue is { HasValue: true, Value: 31 or 31u });

    // What the constants of a product come to, and how many operands are none.
    private static (double Factor, int Variables) Factor(IBinaryOperation product, Magnitudes magnitudes)
    {
        if (product.OperatorKind == BinaryOperatorKind.LeftShift)
            return Constant(product.RightOperand) is { } bits ? (Math.Pow(2, Math.Min(63, bits)), 1) : (1, 2);
        var (factor, variables) = (1d, 0);
        for (IOperation rest = product; ;)
        {
            var operand = rest is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply, OperatorMethod: null } inner ? inner.RightOperand : rest;
            if (Constant(operand) is { } constant)
                factor *= constant;
            else
                variables++;
            if (ReferenceEquals(operand, rest))
                return (factor, variables);
            rest = Unwrapped.Of(((IBinaryOperation)rest).LeftOperand);
        }

        double? Constant(IOperation operand) => Unwrapped.Of(operand) is { ConstantValue.HasValue: true } constant ? magnitudes.Of(constant) : null;
    }

    // `unchecked`, or a name that speaks of hashes and the like.
    private static bool IsMeantToOverflow(IConversionOperation conversion, ISymbol owner)
    {
        if (Words.AnyStartsWith(owner.Name, MixingWords) || Words.AnyStartsWith(owner.ContainingType?.Name, MixingWords) || Words.AnyStartsWith(TargetName(conversion), MixingWords))
            return true;
        for (var node = conversion.Syntax; node is not null and not MemberDeclarationSyntax; node = node.Parent)
        {
            if (node.Kind() is SyntaxKind.UncheckedExpression or SyntaxKind.UncheckedStatement)
                return true;
        }

        return false;
    }

    private static string? TargetName(IOperation value)
    {
        var operation = value.Parent;
        while (operation is IConversionOperation or IBinaryOperation or IUnaryOperation or IConditionalOperation)
            operation = operation.Parent;
        return operation switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol.Name,
            IAssignmentOperation assignment => StablePath.SymbolOf(assignment.Target)?.Name,
            _ => null,
        };
    }

    private static bool IsNarrow(ITypeSymbol? type) => Underlying(type)?.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32;

    private static string? WideName(ITypeSymbol? type) => Underlying(type)?.SpecialType switch
    {
        SpecialType.System_Int64 => "long",
        SpecialType.System_UInt64 => "ulong",
        SpecialType.System_Double => "double",
        SpecialType.System_Decimal => "decimal",
        _ => null,
    };

    private static ITypeSymbol? Underlying(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static void Report(RuleContext rule, OperationBlockAnalysisContext context, IBinaryOperation product, string target) =>
        rule.Report(context, new Finding(product.Syntax)
        {
            Properties = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.TargetType, product.IsLifted ? target + "?" : target),
            Arguments = [Snippet.Of(product.Syntax), Underlying(product.Type)!.ToDisplayString(), target],
        });
}
