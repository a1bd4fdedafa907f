using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Exceptions;

/// <summary>
/// Finds, in one body, the locals that hold a resource made for them and that are only used: never disposed of,
/// returned, stored, captured or passed to code that may take them over.
/// </summary>
internal sealed class LeakWalker(CreatedResources resources, ISymbol owner) : ScopedWalker(AskedFor)
{
    private static readonly KindSet AskedFor = KindSet.Of(
        OperationKind.AnonymousFunction, OperationKind.LocalFunction, OperationKind.VariableDeclarator, OperationKind.LocalReference);

    private readonly Dictionary<ILocalSymbol, IOperation> _held = new(SymbolEqualityComparer.Default);
    private readonly Stack<ISymbol> _functions = new([owner]);

    /// <summary>The locals that leak, in order, and what creates the object of each.</summary>
    public IEnumerable<(ILocalSymbol Local, IOperation Creation)> Leaks =>
        _held.Select(entry => (entry.Key, entry.Value)).OrderBy(leak => leak.Value.Syntax.SpanStart);

    protected override bool Enter(IOperation operation)
    {
        switch (operation)
        {
            case IAnonymousFunctionOperation lambda:
                _functions.Push(lambda.Symbol);
                return true;
            case ILocalFunctionOperation function:
                _functions.Push(function.Symbol);
                return true;
            case IVariableDeclaratorOperation { Symbol: { RefKind: RefKind.None } local, Initializer.Value: var value } declarator
                when resources.IsCreation(value.Unwrapped()) && !IsUsing(declarator):
                _held[local] = value.Unwrapped();
                break;
            case ILocalReferenceOperation reference when _held.ContainsKey(reference.Local):
                if (!SymbolEqualityComparer.Default.Equals(reference.Local.ContainingSymbol, _functions.Peek()) || GoesOn(reference))
                    _held.Remove(reference.Local);
                break;
        }

        return false;
    }

    protected override void Leave(IOperation operation) => _functions.Pop();

    private static bool IsUsing(IVariableDeclaratorOperation declarator) =>
        declarator.Parent?.Parent is IVariableDeclarationGroupOperation { Parent: IUsingDeclarationOperation or IUsingOperation };

    // Whether the object is disposed of here, or somebody else may get hold of it.
    private bool GoesOn(ILocalReferenceOperation reference)
    {
        var (parent, child) = reference.ParentBeyondConversions();
        if (reference.Parent is IConversionOperation { OperatorMethod: not null })
            return true;
        return parent switch
        {
            IInvocationOperation call when call.Instance == child => Ends(call) || ResultGoesOn(call),
            IPropertyReferenceOperation property when property.Instance == child => !IsTarget(property) && ResultGoesOn(property),
            IFieldReferenceOperation field when field.Instance == child => !IsTarget(field) && ResultGoesOn(field),
            IConditionalAccessOperation access when access.Operation == child => access.WhenNotNull.DescendantsAndSelf().Any(Ends) || ResultGoesOn(access),
            IArgumentOperation { Parent: IInvocationOperation call, Parameter.RefKind: RefKind.None } => !resources.Borrows(call.TargetMethod),
            IIsPatternOperation test => test.Pattern is not (IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation }),
            IBinaryOperation or IIsTypeOperation or IInterpolationOperation or INameOfOperation or ILockOperation => false,
            IForEachLoopOperation loop => loop.Collection != child,
            _ => true,
        };
    }

    private static bool Ends(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.Name: "Dispose" or "DisposeAsync" or "Close" or "CloseAsync" };

    private static bool IsTarget(IOperation member) =>
        member.Parent is IAssignmentOperation assignment && assignment.Target == member;

    // What is asked of the object may depend on it: then where that goes, the object must not end before.
    private static bool ResultGoesOn(IOperation result)
    {
        while (CreatedResources.MayDependOnItsSource(result.Type))
        {
            var (parent, child) = result.ParentBeyondConversions();
            switch (parent)
            {
                case IExpressionStatementOperation:
                case IForEachLoopOperation loop when loop.Collection == child:
                case IBinaryOperation or IIsTypeOperation or IInterpolationOperation:
                    return false;
                case IAwaitOperation:
                case IConditionalAccessOperation:
                case IInvocationOperation call when call.Instance == child:
                case IMemberReferenceOperation member when member.Instance == child && member is IPropertyReferenceOperation or IFieldReferenceOperation:
                    result = parent;
                    break;
                default:
                    return true;
            }
        }

        return false;
    }
}
