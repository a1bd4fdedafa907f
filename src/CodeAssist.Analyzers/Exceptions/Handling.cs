using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Exceptions;

/// <summary>
/// Whether a catch does something about the failure: uses what was caught, throws, calls anything (a log, a
/// notice, another way to go on), counts or records it. What is left is jumping on, and values that stand for nothing.
/// </summary>
internal static class Handling
{
    public static bool IsIn(ICatchClauseOperation clause, OperationAnalysisContext context)
    {
        var caught = ExceptionTypes.VariableOf(clause);
        var work = new Stack<IOperation>();
        work.Push(clause.Handler);
        while (work.Count > 0)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var operation = work.Pop();
            if (IsDiscardOf(operation, caught))
                continue;
            if (Handles(operation, caught, context))
                return true;
            foreach (var child in operation.ChildOperations)
                work.Push(child);
        }

        return false;
    }

    private static bool Handles(IOperation operation, ILocalSymbol? caught, OperationAnalysisContext context) => operation switch
    {
        ILocalReferenceOperation reference => caught is not null && SymbolEqualityComparer.Default.Equals(reference.Local, caught),
        IThrowOperation => true,
        IInvocationOperation call => !IsOfNothing(call),
        IObjectCreationOperation creation => Carries(creation),
        IDynamicInvocationOperation or IDynamicObjectCreationOperation or IDynamicMemberReferenceOperation => true,
        IFunctionPointerInvocationOperation or IEventAssignmentOperation or IInvalidOperation => true,
        // A nested try is somebody's care for what may fail here.
        ITryOperation or ILockOperation or IUsingOperation or IUsingDeclarationOperation => true,
        IIncrementOrDecrementOperation or ICompoundAssignmentOperation or ICoalesceAssignmentOperation or IDeconstructionAssignmentOperation => true,
        ISimpleAssignmentOperation assignment => Records(assignment),
        // A jump back to a label is a retry.
        IBranchOperation { BranchKind: BranchKind.GoTo } => true,
        IReturnOperation { ReturnedValue: { } value } => Tells(value, context),
        _ => false,
    };

    // A way to say "no value", not to do anything.
    private static bool IsOfNothing(IInvocationOperation call) =>
        call.TargetMethod.IsStatic
        && ((call.TargetMethod.Name == "Empty" && call.Arguments.IsEmpty)
            || (call.TargetMethod.Name == "FromResult" && call.TargetMethod.ContainingType.Name is "Task" or "ValueTask"));

    // An object made of something, as opposed to an empty one or a value that is only wrapped to be returned.
    private static bool Carries(IObjectCreationOperation creation) =>
        (!creation.Arguments.IsEmpty || creation.Initializer is not null) && creation.Type?.Name != "ValueTask";

    // `_ = exception` is there to quieten a compiler.
    private static bool IsDiscardOf(IOperation operation, ILocalSymbol? caught) =>
        caught is not null
        && operation is ISimpleAssignmentOperation { Target: IDiscardOperation } assignment
        && assignment.Value.Unwrapped() is ILocalReferenceOperation reference
        && SymbolEqualityComparer.Default.Equals(reference.Local, caught);

    // Something that outlives the catch is set to a value that says more than "nothing".
    private static bool Records(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is IDiscardOperation)
            return false;
        var value = assignment.Value.Unwrapped();
        return value switch
        {
            IDefaultValueOperation => false,
            { ConstantValue: { HasValue: true, Value: var constant } } => constant is not (null or 0 or 0L or 0d or 0f or ""),
            IInvocationOperation call => !IsOfNothing(call),
            IObjectCreationOperation creation => Carries(creation),
            IArrayCreationOperation array => array.Initializer is { ElementValues.IsEmpty: false },
            IMemberReferenceOperation { Member: { IsStatic: true, Name: var name } } => !MeansNothing(name),
            ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation => true,
            // What is left without parts, like an empty collection expression, is nothing.
            _ => value.ChildOperations.Any(),
        };
    }

    // A returned value that names the failure: an exit code, an error's text, a named value that is not "none".
    private static bool Tells(IOperation returned, OperationAnalysisContext context)
    {
        var value = returned.Unwrapped();
        return value switch
        {
            IFieldReferenceOperation { Field: { IsStatic: true, Name: var name, ContainingType.TypeKind: TypeKind.Enum } } => !MeansNothing(name),
            { ConstantValue: { HasValue: true, Value: string text } } => text.Length > 0,
            { ConstantValue: { HasValue: true, Value: int number } } => number != 0 && IsEntryPoint(context),
            IMemberReferenceOperation { Member: { IsStatic: true, Name: var name } } => !MeansNothing(name),
            IInterpolatedStringOperation => true,
            _ => false,
        };
    }

    private static bool IsEntryPoint(OperationAnalysisContext context) =>
        SymbolEqualityComparer.Default.Equals(context.ContainingSymbol, context.Compilation.GetEntryPoint(context.CancellationToken))
        || context.ContainingSymbol is IMethodSymbol { IsStatic: true, Name: "Main" };

    private static bool MeansNothing(string name) =>
        name is "Empty" or "None" or "Null" or "Nothing" or "Default" or "Zero" or "Unknown" or "CompletedTask" or "MinValue";
}
