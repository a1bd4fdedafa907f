using System.Collections.Immutable;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>
/// Finds, in source order, the first use of an argument that throws where it is null or of another type. Whatever
/// else is done with the argument before, such as a test or a call that it is passed to, is taken for a guard.
/// </summary>
internal sealed class UnguardedUse
{
    private readonly IParameterSymbol _parameter;
    private readonly bool _ofAnyType;

    // Locals that hold the argument `as` another type.
    private readonly HashSet<ISymbol> _converted = new(SymbolEqualityComparer.Default);

    // Whether something was seen that knows the argument's type, or at least that it is not null.
    private bool _isTyped;
    private bool _isNotNull;

    private UnguardedUse(IParameterSymbol parameter, bool ofAnyType)
    {
        _parameter = parameter;
        _ofAnyType = ofAnyType;
    }

    /// <summary>The cast or the dereference that throws, or null.</summary>
    /// <param name="blocks">The member's body.</param>
    /// <param name="parameter">The argument.</param>
    /// <param name="ofAnyType">Whether the argument may be of any type, so that a cast of it may fail.</param>
    public static IOperation? OfArgument(ImmutableArray<IOperation> blocks, IParameterSymbol parameter, bool ofAnyType)
    {
        var finder = new UnguardedUse(parameter, ofAnyType);
        foreach (var reference in blocks.SelectMany(block => block.DescendantsAndSelf()).Where(finder.IsFollowed).OrderBy(node => node.Syntax.SpanStart))
        {
            if (finder.Throws(reference) is { } use)
                return IsHandled(use) ? null : use;
            if (finder._isTyped)
                return null;
        }

        return null;
    }

    private bool IsFollowed(IOperation operation)
    {
        // Before the locals are used they are declared, and the walk comes to declarations in order.
        switch (operation)
        {
            case IParameterReferenceOperation parameter:
                return SymbolEqualityComparer.Default.Equals(parameter.Parameter, _parameter);
            case ILocalReferenceOperation local:
                return _converted.Contains(local.Local);
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { Value: var value } && IsConvertedArgument(value):
                _converted.Add(declarator.Symbol);
                return false;
            default:
                return false;
        }
    }

    private bool IsConvertedArgument(IOperation value) =>
        Unwrapped.Of(value) is IConversionOperation { IsTryCast: true } conversion && IsArgument(conversion.Operand);

    private bool IsArgument(IOperation operation) =>
        Unwrapped.Of(operation) is IParameterReferenceOperation parameter && SymbolEqualityComparer.Default.Equals(parameter.Parameter, _parameter);

    // The operation that throws by what a reference is used for; otherwise notes what it tells of the argument.
    private IOperation? Throws(IOperation reference)
    {
        var value = reference;
        var isConverted = reference is ILocalReferenceOperation;
        while (value.Parent is IConversionOperation { OperatorMethod: null } conversion)
        {
            // `(T)argument`; of what `as` gave, a cast cannot fail.
            if (_ofAnyType && !isConverted && conversion is { IsImplicit: false, IsTryCast: false, Type: { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Dynamic } })
                return conversion;
            isConverted |= conversion.IsTryCast;
            value = conversion;
        }

        switch (value.Parent)
        {
            case IMemberReferenceOperation member when ReferenceEquals(member.Instance, value) && value.Type?.IsReferenceType == true:
                return Dereference(member, reference);
            case IInvocationOperation call when ReferenceEquals(call.Instance, value) && value.Type?.IsReferenceType == true:
                return Dereference(call, reference);

            // ReferenceEquals(this, obj), this == (object)obj: says nothing where it is false.
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: nameof(ReferenceEquals) } identity } when NullTest.Of(identity) is null:
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, OperatorMethod: null } comparison
                when NullTest.Of(comparison) is null && !isConverted && value.Type?.IsReferenceType == true:
            case IVariableInitializerOperation when isConverted && value is IConversionOperation:
                return null;
        }

        if (IsNullTest(value) && !isConverted)
            _isNotNull = true;
        else
            _isTyped = true;
        return null;
    }

    private IOperation? Dereference(IOperation use, IOperation reference)
    {
        var isSafe = reference is IParameterReferenceOperation && _isNotNull && !IsBelowTryCast(reference);
        if (!isSafe)
            return use;

        // GetType(), once it is known not to be null: what follows knows the type.
        _isTyped |= use is IInvocationOperation { TargetMethod.Name: nameof(GetType) } || !_ofAnyType;
        return null;
    }

    private static bool IsBelowTryCast(IOperation reference)
    {
        for (var parent = reference.Parent; parent is IConversionOperation conversion; parent = parent.Parent)
        {
            if (conversion.IsTryCast)
                return true;
        }

        return false;
    }

    private static bool IsNullTest(IOperation value) => value.Parent switch
    {
        IArgumentOperation { Parent: { } call } => NullTest.Of(call) is not null,
        { } parent => NullTest.Of(parent) is not null,
        null => false,
    };

    // A catch around it may well be there for it; a nested function may run only after a test.
    private static bool IsHandled(IOperation use)
    {
        for (var (child, parent) = (use, use.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation or INameOfOperation
                || (parent is ITryOperation { Catches.IsEmpty: false } attempt && ReferenceEquals(attempt.Body, child)))
            {
                return true;
            }
        }

        return false;
    }
}
