using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Exceptions;

/// <summary>The throws in a block that make a failure of their own and let it out of the block.</summary>
internal static class EscapingThrows
{
    /// <summary>Finds them.</summary>
    /// <param name="root">The block.</param>
    /// <param name="types">The exceptions of the compilation.</param>
    /// <param name="isHarmlessIf">Whether a throw does no harm where it depends on this condition; null where none makes a difference.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static IEnumerable<IThrowOperation> Of(IOperation root, ExceptionTypes types, Func<IOperation, bool>? isHarmlessIf, CancellationToken cancellation)
    {
        var work = new Stack<(IOperation Operation, Guard? Guard)>();
        work.Push((root, null));
        while (work.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var (operation, guard) = work.Pop();
            if (operation is IThrowOperation thrown && !PassesOn(thrown, types) && !IsCaught(thrown, guard, types))
                yield return thrown;
            foreach (var child in operation.ChildOperations.Reverse())
            {
                // A finally speaks for itself; a lambda and a local function run when they are called.
                if (child is IAnonymousFunctionOperation or ILocalFunctionOperation
                    || (operation is ITryOperation { Finally: { } last } && child == last)
                    || (operation is IConditionalOperation conditional && child != conditional.Condition && isHarmlessIf?.Invoke(conditional.Condition) == true))
                {
                    continue;
                }

                var inner = operation is ITryOperation { Catches.IsEmpty: false } attempt && child == attempt.Body ? new Guard(attempt, guard) : guard;
                work.Push((child, inner));
            }
        }
    }

    // A rethrow, and a throw of something that carries an exception from before, adds no failure to the one there was.
    private static bool PassesOn(IThrowOperation thrown, ExceptionTypes types)
    {
        if (thrown.Exception is not { } exception)
            return true;
        return exception.DescendantsAndSelf().Any(operation =>
            operation is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation
            && HoldsException(operation.Type, types));
    }

    private static bool HoldsException(ITypeSymbol? type, ExceptionTypes types) => type switch
    {
        IArrayTypeSymbol array => types.IsException(array.ElementType),
        INamedTypeSymbol { TypeArguments: [var element] } when types.IsException(element) => true,
        _ => types.IsException(type),
    };

    private static bool IsCaught(IThrowOperation thrown, Guard? guard, ExceptionTypes types)
    {
        var type = thrown.Exception?.Unwrapped().Type;
        for (; guard is not null; guard = guard.Outer)
        {
            foreach (var clause in guard.Try.Catches)
            {
                if (clause.Filter is null && (clause.Syntax is CatchClauseSyntax { Declaration: null } || type.IsOrDerivesFrom(types.Caught(clause))))
                    return true;
            }
        }

        return false;
    }

    // The try statements whose catches see what the code throws, from the inside out.
    private sealed record Guard(ITryOperation Try, Guard? Outer);
}
