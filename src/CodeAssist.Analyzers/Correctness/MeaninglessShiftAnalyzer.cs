using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1021: a shift by 0, or by as many bits as the operand has or more.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MeaninglessShiftAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.MeaninglessShift, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        var tables = new ShiftTables();
        context.OnOperation(operation => Analyze(context, operation, tables), OperationKind.Binary, OperationKind.CompoundAssignment);
    }

    private static void Analyze(RuleContext rule, OperationAnalysisContext context, ShiftTables tables)
    {
        var (kind, shifted, count) = context.Operation switch
        {
            IBinaryOperation { OperatorMethod: null } binary => (binary.OperatorKind, binary.LeftOperand, binary.RightOperand),
            ICompoundAssignmentOperation { OperatorMethod: null } compound => (compound.OperatorKind, compound.Target, compound.Value),
            _ => default,
        };
        if (kind is not (BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift))
            return;

        // A named count may be another one some day, and one that is computed shows what it is for.
        if (count.Unwrapped() is not ILiteralOperation { ConstantValue: { HasValue: true, Value: int bits } }
            || WidthOf(shifted, kind, context.Operation is ICompoundAssignmentOperation) is not { } width)
        {
            return;
        }

        if (bits >= width || (bits == 0 && !shifted.ConstantValue.HasValue && !tables.Contain(context.Operation.Syntax)))
        {
            rule.Report(context, new Finding(context.Operation.Syntax)
            {
                Location = OneLine.Of(context.Operation.Syntax, count.Syntax),
                Arguments = [Snippet.Of(context.Operation.Syntax), width, bits],
            });
        }
    }

    // How many bits the shifted value has; null where that is not known, or where bits beyond them count.
    private static int? WidthOf(IOperation shifted, BinaryOperatorKind kind, bool isAssigned)
    {
        // A narrow value becomes an int first: shifted to the left, its bits are still there.
        var narrow = kind != BinaryOperatorKind.LeftShift
            ? TypeOf(Operations.Unwrapped.Of(shifted)) switch
            {
                SpecialType.System_Byte => 8,
                SpecialType.System_UInt16 or SpecialType.System_Char => 16,
                _ => 0,
            }
            : isAssigned
                ? TypeOf(shifted) switch
                {
                    SpecialType.System_Byte or SpecialType.System_SByte => 8,
                    SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Char => 16,
                    _ => 0,
                }
                : 0;
        if (narrow > 0)
            return narrow;
        return TypeOf(shifted) switch
        {
            SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int16 or SpecialType.System_SByte
                or SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_Char => 32,
            SpecialType.System_Int64 or SpecialType.System_UInt64 => 64,
            _ => null,
        };
    }

    private static SpecialType? TypeOf(IOperation operation) => operation.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
        ? nullable.TypeArguments[0].SpecialType
        : operation.Type?.SpecialType;
}
