using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Exceptions;

/// <summary>
/// Finds, in one body, the catches that log at the level of a warning or above while the caught exception goes
/// nowhere: not to a log, not to a caller, not to any other code.
/// </summary>
internal sealed class ForgetfulLogWalker(ExceptionTypes types, LoggingMethods methods, Action<IInvocationOperation> report) : ScopedWalker(AskedFor)
{
    private static readonly KindSet AskedFor = KindSet.Of(
        OperationKind.CatchClause, OperationKind.Conditional, OperationKind.Switch, OperationKind.SwitchExpression, OperationKind.Loop, OperationKind.AnonymousFunction, OperationKind.LocalFunction,
        OperationKind.Throw, OperationKind.Invocation, OperationKind.LocalReference);

    private readonly Dictionary<ILocalSymbol, Handler> _handlers = new(SymbolEqualityComparer.Default);

    // The handlers around the place; null for code that does not run whenever its handler does.
    private readonly Stack<Handler?> _scopes = new();

    protected override bool Enter(IOperation operation)
    {
        switch (operation)
        {
            case ICatchClauseOperation clause:
                var handler = new Handler(clause);
                if (ExceptionTypes.VariableOf(clause) is { } variable)
                    _handlers[variable] = handler;
                _scopes.Push(handler);
                return true;

            // A log that is written in some cases says something about these, and not about the failure.
            case IConditionalOperation conditional when !AsksForLog(conditional.Condition):
            case ISwitchOperation or ISwitchExpressionOperation or ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation:
                _scopes.Push(null);
                return true;
            case IThrowOperation { Exception: null }:
                KeepAll();
                return false;
            case IInvocationOperation call when methods.Logs(call):
                if (PassesException(call))
                    KeepAll();
                else if (_scopes.Count > 0 && _scopes.Peek() is { } logging && LoggingMethods.IsAlarming(call))
                    logging.First ??= call;
                return false;
            case ILocalReferenceOperation reference when _handlers.TryGetValue(reference.Local, out var owner):
                owner.Kept |= GoesOn(reference, owner.Clause);
                return false;
            default:
                return false;
        }
    }

    protected override void Leave(IOperation operation)
    {
        if (_scopes.Pop() is { Kept: false, First: { } call } handler && Matters(handler.Clause))
            report(call);
    }

    // A filter makes a failure one that was expected, and so is cancellation.
    private bool Matters(ICatchClauseOperation clause) =>
        clause.Filter is null && !types.Caught(clause).IsOrDerivesFrom(types.Cancelled);

    private void KeepAll()
    {
        foreach (var handler in _scopes)
        {
            if (handler is not null)
                handler.Kept = true;
        }
    }

    private bool PassesException(IInvocationOperation call) => call.Arguments.Any(argument =>
        argument.ArgumentKind == ArgumentKind.Explicit
        && (types.IsException(argument.Parameter?.OriginalDefinition.Type)
            // `log.Error(ex)`: where the exception is all that is logged, it is logged as a whole.
            || (types.IsException(argument.Value.Unwrapped().Type)
                && call.Arguments.Count(other => other.ArgumentKind == ArgumentKind.Explicit && !IsReceiver(other)) == 1)));

    private static bool IsReceiver(IArgumentOperation argument) =>
        argument.Parameter is { Ordinal: 0, ContainingSymbol: IMethodSymbol { IsExtensionMethod: true } };

    private bool GoesOn(ILocalReferenceOperation reference, ICatchClauseOperation clause)
    {
        for (var above = reference.Parent; above is not null && above != clause; above = above.Parent)
        {
            // What is written into a log's text is no exception any more.
            if (above is IInvocationOperation call && methods.Logs(call))
                return false;
            if (above is IObjectCreationOperation || (above is IInvocationOperation other && !IsFormatting(other)))
                break;
        }

        return CaughtUse.KeepsDetail(reference, clause);
    }

    private bool IsFormatting(IInvocationOperation call) =>
        call.TargetMethod.ContainingType is { } type
        && (type.SpecialType is SpecialType.System_String or SpecialType.System_Object || types.IsException(type));

    // `if (log.IsEnabled(...))` and `if (log != null)` ask whether there is a log, not what happened.
    private static bool AsksForLog(IOperation condition) => condition.Unwrapped() switch
    {
        IInvocationOperation call => call.TargetMethod.Name == "IsEnabled",
        IPropertyReferenceOperation property => property.Property.Name is "IsErrorEnabled" or "IsWarnEnabled" or "IsFatalEnabled",
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } binary => IsLog(binary.LeftOperand) && binary.RightOperand.ConstantValue is { HasValue: true, Value: null },
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation } } test => IsLog(test.Value),
        _ => false,
    };

    private static bool IsLog(IOperation operation) =>
        operation.Unwrapped().Type?.Name is { } name && name.StartsWith("ILog", StringComparison.Ordinal);

    private sealed class Handler(ICatchClauseOperation clause)
    {
        public ICatchClauseOperation Clause { get; } = clause;

        /// <summary>The first call that logs the failure without the exception.</summary>
        public IInvocationOperation? First { get; set; }

        /// <summary>Whether the exception goes on from here, to a log or to any other code.</summary>
        public bool Kept { get; set; }
    }
}
