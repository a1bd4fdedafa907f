using CodeAssist.Analyzers.Correctness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>What a try does with failures and with resources when it ends.</summary>
internal static class Releases
{
    /// <summary>The variables and fields that a finally releases whatever happens.</summary>
    public static IEnumerable<IOperation> In(IBlockOperation final)
    {
        foreach (var call in final.Descendants().OfType<IInvocationOperation>())
        {
            foreach (var released in By(call))
            {
                if (StablePath.SymbolOf(released) is { } symbol && IsUnconditional(call, final, symbol))
                    yield return released;
            }
        }
    }

    /// <summary>
    /// Whether a try has a catch that does something about failures: one that only rethrows does not. Where a catch
    /// turns what it caught into a failed task, the author knows that the try sees the first part alone.
    /// </summary>
    public static bool Handles(ITryOperation @try, TaskTypes tasks) =>
        @try.Catches.Any(clause => !OnlyRethrows(clause))
        && !@try.Catches.SelectMany(clause => clause.Handler.Descendants()).OfType<IInvocationOperation>().Any(call =>
            call.TargetMethod.Name is "SetException" or "TrySetException"
            || (tasks.MakesEndedTask(call) && call.TargetMethod.Name is "FromException" or "FromCanceled"));

    private static bool OnlyRethrows(ICatchClauseOperation clause) =>
        clause.Handler.Operations.Length == 1
        && clause.Handler.Operations[0] is IThrowOperation { Exception: null }
            or IExpressionStatementOperation { Operation: IThrowOperation { Exception: null } };

    private static IEnumerable<IOperation> By(IInvocationOperation call)
    {
        if (call.Instance is { } instance && call.TargetMethod.Name is "Dispose" or "DisposeAsync" or "Close" or "Release" or "Free")
        {
            var receiver = instance is IConditionalAccessInstanceOperation ? Accessed(call) : instance;
            if (receiver is not null)
                yield return receiver.Unwrapped();
        }

        if (call.TargetMethod.Name is "Return" or "Release" or "Free" or "Dispose" or "Close")
        {
            foreach (var argument in call.Arguments.Where(argument => !argument.IsImplicit))
                yield return argument.Value.Unwrapped();
        }
    }

    private static IOperation? Accessed(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation access)
                return access.Operation;
        }

        return null;
    }

    // A test of the resource itself asks whether there is one; any other condition may keep it.
    private static bool IsUnconditional(IOperation call, IOperation final, ISymbol resource)
    {
        for (var parent = call.Parent; parent is not null && parent != final; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation or ISwitchOperation:
                case IConditionalOperation { Condition: var condition }
                    when !condition.DescendantsAndSelf().Any(operation => SymbolEqualityComparer.Default.Equals(StablePath.SymbolOf(operation), resource)):
                    return false;
            }
        }

        return true;
    }
}
