using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>How a claim compares its subject with its constant.</summary>
internal enum Relation
{
    /// <summary>It is the constant.</summary>
    Is,

    /// <summary>It is another value.</summary>
    IsNot,

    /// <summary>It is less.</summary>
    Less,

    /// <summary>It is at most the constant.</summary>
    AtMost,

    /// <summary>It is greater.</summary>
    Greater,

    /// <summary>It is at least the constant.</summary>
    AtLeast,
}

/// <summary>What a condition says of one value: that it is in some relation to a constant, or is of a type or not.</summary>
/// <param name="Subject">The value.</param>
/// <param name="Relation">The relation; of a type, <see cref="Relation.Is"/> or <see cref="Relation.IsNot"/>.</param>
/// <param name="Value">The constant; null stands for null.</param>
/// <param name="Type">The type; null where the claim is about a constant.</param>
internal sealed record Claim(IOperation Subject, Relation Relation, object? Value, ITypeSymbol? Type = null)
{
    /// <summary>Whether the opposite relation holds wherever this one does not: not so of NaN and of null.</summary>
    public bool HasOpposite { get; private init; } = true;

    // NaN is neither greater than zero nor at most zero, but it is zero or it is not.
    private bool IsNegatable => HasOpposite || Relation is Relation.Is or Relation.IsNot;

    /// <summary>The claim of a condition.</summary>
    public static Claim Of(IOperation condition)
    {
        var negated = false;
        var operation = Unwrapped.Of(condition);
        while (operation is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null, Type.SpecialType: SpecialType.System_Boolean } not)
        {
            negated = !negated;
            operation = Unwrapped.Of(not.Operand);
        }

        var claim = operation switch
        {
            IBinaryOperation binary => OfComparison(binary),
            IIsTypeOperation test => new Claim(Unwrapped.Of(test.ValueOperand), test.IsNegated ? Relation.IsNot : Relation.Is, null, Type: test.TypeOperand),
            IIsPatternOperation test => OfPattern(Unwrapped.Of(test.Value), test.Pattern),
            _ => null,
        };
        claim ??= new Claim(operation, Relation.Is, true);
        return !negated ? claim : claim.IsNegatable ? claim.Negated() : new Claim(operation, Relation.IsNot, true);
    }

    /// <summary>Whether a condition can say anything of a type: no more than a look at what it is.</summary>
    public static bool MayBeOfType(IOperation condition)
    {
        var operation = Unwrapped.Of(condition);
        while (operation is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
            operation = Unwrapped.Of(not.Operand);
        return operation is IIsTypeOperation or IIsPatternOperation;
    }

    /// <summary>The claim that holds where this one does not.</summary>
    public Claim Negated() => this with { Relation = Opposite(Relation) };

    private static Relation Opposite(Relation relation) => relation switch
    {
        Relation.Is => Relation.IsNot,
        Relation.IsNot => Relation.Is,
        Relation.Less => Relation.AtLeast,
        Relation.AtMost => Relation.Greater,
        Relation.Greater => Relation.AtMost,
        _ => Relation.Less,
    };

    private static Claim? OfComparison(IBinaryOperation binary)
    {
        if (RelationOf(binary.OperatorKind) is not { } relation
            || binary.OperatorMethod is { ContainingType.SpecialType: not (SpecialType.System_String or SpecialType.System_Decimal) })
        {
            return null;
        }

        var (subject, constant) = (WithoutLifting(binary.LeftOperand), WithoutLifting(binary.RightOperand));
        if (subject.ConstantValue.HasValue)
            (subject, constant, relation) = (constant, subject, Mirrored(relation));
        return subject.ConstantValue.HasValue || !constant.ConstantValue.HasValue ? null : Of(subject, relation, constant);
    }

    // A constant that is compared with a nullable value is converted, and is no constant then.
    private static IOperation WithoutLifting(IOperation operand)
    {
        while (operand is IConversionOperation { IsImplicit: true, ConstantValue.HasValue: false, Type.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } conversion)
            operand = conversion.Operand;
        return operand;
    }

    private static Claim? OfPattern(IOperation subject, IPatternOperation pattern)
    {
        var negated = false;
        for (; pattern is INegatedPatternOperation not; pattern = not.Pattern)
            negated = !negated;
        var claim = pattern switch
        {
            ITypePatternOperation type => new Claim(subject, Relation.Is, null, Type: type.MatchedType),
            IDeclarationPatternOperation { MatchesNull: false, MatchedType: { } type } => new Claim(subject, Relation.Is, null, Type: type),
            IConstantPatternOperation { Value: var value } when value.ConstantValue.HasValue => Of(subject, Relation.Is, value),
            IRelationalPatternOperation { Value: var value } relational when RelationOf(relational.OperatorKind) is { } relation => Of(subject, relation, value),
            _ => null,
        };
        return !negated ? claim : claim is { IsNegatable: true } ? claim.Negated() : null;
    }

    private static Claim? Of(IOperation subject, Relation relation, IOperation constant)
    {
        var value = constant.ConstantValue.Value;
        subject = Unwrapped.Of(subject);
        var isNullable = subject.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        var type = isNullable ? ((INamedTypeSymbol)subject.Type!).TypeArguments[0] : subject.Type;
        if (value is null)
            return relation is Relation.Is or Relation.IsNot && (isNullable || type is { IsReferenceType: true }) ? new Claim(subject, relation, null) : null;
        var isFloat = type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;
        object? comparable = value switch
        {
            // A whole number that is compared as a float may be rounded on the way.
            float number when isFloat && !float.IsNaN(number) => (double)number,
            double number when isFloat && !double.IsNaN(number) => number,
            string or bool when value is bool == (type?.SpecialType == SpecialType.System_Boolean) => value,
            char letter when IsNumber(type) => (decimal)letter,
            sbyte or byte or short or ushort or int or uint or long or ulong or decimal when IsNumber(type) =>
                Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture),
            _ => null,
        };
        if (comparable is false && !isNullable)
            (relation, comparable) = (Opposite(relation), true);
        return comparable is null ? null : new Claim(subject, relation, comparable) { HasOpposite = !isFloat && !isNullable };
    }

    private static bool IsNumber(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Enum }
        || type?.SpecialType is SpecialType.System_Char or (>= SpecialType.System_SByte and <= SpecialType.System_Decimal) or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    private static Relation? RelationOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Equals => Relation.Is,
        BinaryOperatorKind.NotEquals => Relation.IsNot,
        BinaryOperatorKind.LessThan => Relation.Less,
        BinaryOperatorKind.LessThanOrEqual => Relation.AtMost,
        BinaryOperatorKind.GreaterThan => Relation.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => Relation.AtLeast,
        _ => null,
    };

    private static Relation Mirrored(Relation relation) => relation switch
    {
        Relation.Less => Relation.Greater,
        Relation.AtMost => Relation.AtLeast,
        Relation.Greater => Relation.Less,
        Relation.AtLeast => Relation.AtMost,
        _ => relation,
    };
}
