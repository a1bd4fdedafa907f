using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Analyzers.Exceptions;

/// <summary>What becomes of a caught exception at one place where its variable is named.</summary>
internal static class CaughtUse
{
    /// <summary>
    /// Whether more than a summary of the exception goes on from here: it is passed, stored, printed with its
    /// stack, or its own data is read. Its message, its type's name and tests of its type are a summary.
    /// </summary>
    public static bool KeepsDetail(ILocalReferenceOperation reference, ICatchClauseOperation clause)
    {
        IOperation current = reference;
        while (true)
        {
            var (parent, child) = current.ParentBeyondConversions();
            switch (parent)
            {
                case IPropertyReferenceOperation property when property.Instance == child && property.Property.Name == "InnerException":
                case IInvocationOperation call when call.Instance == child && call.TargetMethod.Name == "GetBaseException":
                    current = parent;
                    continue;
                case IPropertyReferenceOperation property when property.Instance == child:
                    return !IsSummary(property.Property.Name);
                case IInvocationOperation call when call.Instance == child:
                    return call.TargetMethod.Name != nameof(GetType);
                case IConditionalAccessOperation access when access.Operation == child:
                    return !(access.WhenNotNull is IPropertyReferenceOperation { Property.Name: var name } && IsSummary(name));
                case IIsTypeOperation or IIsPatternOperation:
                    // A filter that asks for a type makes the handler a specific one; so does rethrowing all others.
                    return InFilter(parent, clause) ? !IsNegated(parent) : IsNegated(parent) && GuardsRethrow(parent);
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals }:
                case ISimpleAssignmentOperation { Target: IDiscardOperation }:
                    return false;
                default:
                    return true;
            }
        }
    }

    /// <summary>Whether an operation runs only for one kind of what was caught: a test of its type stands above.</summary>
    public static bool IsNarrowed(IOperation operation, ICatchClauseOperation clause)
    {
        if (ExceptionTypes.VariableOf(clause) is not { } variable)
            return false;
        for (var child = operation; child.Parent is { } parent && child != clause; child = parent)
        {
            if (parent is IConditionalOperation conditional && conditional.WhenTrue == child && TestsType(conditional.Condition, variable))
                return true;
            if (parent is IConditionalOperation { WhenFalse: { } whenFalse } && whenFalse == child && NegatedTest(((IConditionalOperation)parent).Condition, variable))
                return true;
        }

        return false;
    }

    /// <summary>The text that a clause covers.</summary>
    public static TextSpan Span(this ICatchClauseOperation clause) => clause.Syntax.Span;

    private static bool IsSummary(string property) => property is "Message" or "HResult" or "Source" or "HelpLink";

    private static bool TestsType(IOperation condition, ILocalSymbol variable) =>
        condition.DescendantsAndSelf().Any(operation => IsTestOf(operation, variable) && !IsNegated(operation));

    private static bool NegatedTest(IOperation condition, ILocalSymbol variable) =>
        condition.DescendantsAndSelf().Any(operation => IsTestOf(operation, variable) && IsNegated(operation));

    private static bool IsTestOf(IOperation operation, ILocalSymbol variable) => operation switch
    {
        IIsTypeOperation test => IsVariable(test.ValueOperand, variable),
        IIsPatternOperation { Pattern: not IConstantPatternOperation } test => IsVariable(test.Value, variable),
        _ => false,
    };

    private static bool IsVariable(IOperation operation, ILocalSymbol variable) =>
        operation.Unwrapped() is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, variable);

    private static bool IsNegated(IOperation test)
    {
        var negated = test is IIsPatternOperation { Pattern: INegatedPatternOperation };
        for (var parent = test.Parent; parent is IParenthesizedOperation or IUnaryOperation { OperatorKind: UnaryOperatorKind.Not }; parent = parent.Parent)
            negated ^= parent is IUnaryOperation;
        return negated;
    }

    private static bool GuardsRethrow(IOperation test)
    {
        for (var (parent, child) = (test.Parent, test); parent is not null; (parent, child) = (parent.Parent, parent))
        {
            if (parent is IConditionalOperation conditional && conditional.Condition == child)
                return conditional.WhenTrue.DescendantsAndSelf().Any(operation => operation is IThrowOperation { Exception: null });
            if (parent is not (IUnaryOperation or IBinaryOperation or IParenthesizedOperation))
                return false;
        }

        return false;
    }

    private static bool InFilter(IOperation operation, ICatchClauseOperation clause) =>
        clause.Filter is { } filter && filter.Syntax.Span.Contains(operation.Syntax.Span);
}
