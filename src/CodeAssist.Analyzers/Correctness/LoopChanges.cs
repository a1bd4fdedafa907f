using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>What a for loop changes as it goes round.</summary>
internal sealed class LoopChanges
{
    private readonly HashSet<ISymbol> _changed = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _touched = new(SymbolEqualityComparer.Default);
    private readonly bool _callsUnknown;
    private readonly bool _hasFunctions;

    /// <summary>Looks at a loop's condition, its body and the steps but one.</summary>
    public LoopChanges(IForLoopOperation loop, IOperation? besides, Stability stability)
    {
        var parts = loop.AtLoopBottom.Where(step => besides is null || !step.DescendantsAndSelf().Contains(besides)).Append(loop.Body);
        if (loop.Condition is not null)
            parts = parts.Append(loop.Condition);
        foreach (var operation in parts.SelectMany(part => part.DescendantsAndSelf()))
        {
            switch (operation)
            {
                case IAssignmentOperation assignment:
                    Change(assignment.Target);
                    break;
                case IIncrementOrDecrementOperation step:
                    Change(step.Target);
                    break;
                case IArgumentOperation { Parameter.RefKind: not (RefKind.None or RefKind.In) } argument:
                    Change(argument.Value);
                    break;
                case IArgumentOperation argument:
                    Touch(argument.Value);
                    break;
                case IVariableDeclaratorOperation { Symbol.IsRef: true, Initializer.Value: var value }:
                    Change(value);
                    break;
                case IAddressOfOperation address:
                    Change(address.Reference);
                    break;
                case IInvocationOperation call when !stability.IsStable(call):
                    _callsUnknown = true;
                    if (call.Instance is { } instance)
                        Touch(instance);
                    _hasFunctions |= call.TargetMethod.MethodKind is MethodKind.LocalFunction or MethodKind.DelegateInvoke;
                    break;
                case IAnonymousFunctionOperation or IDynamicInvocationOperation or IAwaitOperation or { Kind: OperationKind.None or OperationKind.Invalid }:
                    _hasFunctions = true;
                    break;
            }
        }
    }

    /// <summary>Whether the value of an expression may change from one pass to the next.</summary>
    public bool MayChange(IOperation expression) => expression.DescendantsAndSelf().Any(node => node switch
    {
        ILocalReferenceOperation local => _changed.Contains(local.Local) || (_hasFunctions && !local.Local.HasConstantValue) || (_touched.Contains(local.Local) && node.Parent is IMemberReferenceOperation && !IsFixed(local.Type)),
        IParameterReferenceOperation parameter => _changed.Contains(parameter.Parameter) || _hasFunctions || (_touched.Contains(parameter.Parameter) && node.Parent is IMemberReferenceOperation && !IsFixed(parameter.Type)),
        IFieldReferenceOperation { Field: { IsConst: true } or { IsReadOnly: true } } field => _touched.Contains(field.Field) && !IsFixed(field.Type),
        IFieldReferenceOperation field => _callsUnknown || _hasFunctions || _changed.Contains(field.Field) || field.Field.IsVolatile,
        IPropertyReferenceOperation { Property: { Name: "Length" or "Count", IsIndexer: false }, Instance: { } } => false,
        ILiteralOperation or IBinaryOperation or IUnaryOperation or IConversionOperation or IInstanceReferenceOperation => false,
        _ => true,
    });

    private static bool IsFixed(ITypeSymbol? type) => type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String };

    private void Change(IOperation target)
    {
        foreach (var node in target.DescendantsAndSelf())
        {
            // An element's write leaves the array or list as long as it is; its index is only read.
            if (node is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation
                && (ReferenceEquals(node, target) || node.Parent is not (IArrayElementReferenceOperation or IPropertyReferenceOperation or IArgumentOperation)))
            {
                _changed.Add(StablePath.SymbolOf(node)!);
            }
        }
    }

    private void Touch(IOperation value)
    {
        if (StablePath.SymbolOf(value) is { } symbol)
            _touched.Add(symbol);
    }
}
