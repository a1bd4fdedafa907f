using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Operations;

/// <summary>A comparison with null, however it is written.</summary>
/// <param name="Whole">The comparison.</param>
/// <param name="Tested">What is compared, without the conversions around it.</param>
/// <param name="IsTrueForNull">Whether the comparison holds where the value is null.</param>
internal sealed record NullTest(IOperation Whole, IOperation Tested, bool IsTrueForNull)
{
    /// <summary>
    /// The comparison with null that an operation is, or null: <c>== null</c>, <c>is null</c>, <c>is not null</c>,
    /// <c>is { }</c>, <c>is object</c>, <c>ReferenceEquals</c>. An operator of somebody's own may mean something else.
    /// </summary>
    public static NullTest? Of(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary when IsUsual(binary.OperatorMethod) =>
            Compared(binary.LeftOperand, binary.RightOperand) is { } tested
                ? new NullTest(binary, tested, binary.OperatorKind == BinaryOperatorKind.Equals)
                : null,
        IIsPatternOperation { Pattern: var pattern } match => Matched(pattern) is { } forNull
            ? new NullTest(match, Unwrapped.OfSureCasts(match.Value), forNull)
            : null,
        IIsTypeOperation { TypeOperand.SpecialType: SpecialType.System_Object } type =>
            new NullTest(type, Unwrapped.OfSureCasts(type.ValueOperand), type.IsNegated),
        IInvocationOperation { TargetMethod: { Name: "ReferenceEquals", ContainingType.SpecialType: SpecialType.System_Object }, Arguments.Length: 2 } call =>
            Compared(call.Arguments[0].Value, call.Arguments[1].Value) is { } tested ? new NullTest(call, tested, true) : null,
        _ => null,
    };

    private static IOperation? Compared(IOperation left, IOperation right)
    {
        if (IsNull(right))
            return IsNull(left) ? null : Unwrapped.OfSureCasts(left);
        return IsNull(left) ? Unwrapped.OfSureCasts(right) : null;
    }

    private static bool IsNull(IOperation operation) => Unwrapped.OfCasts(operation) is ILiteralOperation { ConstantValue: { HasValue: true, Value: null } };

    // Whether the pattern holds for null alone (true) or for everything but null (false).
    private static bool? Matched(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => IsNull(constant.Value) ? true : null,
        INegatedPatternOperation { Pattern: IConstantPatternOperation constant } => IsNull(constant.Value) ? false : null,
        IRecursivePatternOperation { DeclaredSymbol: null, DeconstructSymbol: null } all
            when all.DeconstructionSubpatterns.IsEmpty && all.PropertySubpatterns.IsEmpty && SymbolEqualityComparer.Default.Equals(all.MatchedType, all.InputType) => false,
        ITypePatternOperation { MatchedType.SpecialType: SpecialType.System_Object } => false,
        _ => null,
    };

    // Operators of the framework, and those that the compiler writes for records, take null for null.
    private static bool IsUsual(IMethodSymbol? method) =>
        method is null || method.IsImplicitlyDeclared || Stability.IsOfFramework(method.ContainingType);
}
