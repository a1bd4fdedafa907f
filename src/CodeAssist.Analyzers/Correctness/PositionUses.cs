using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>What a body does with the positions that it looks for.</summary>
internal sealed class PositionUses
{
    private readonly IndexOfCalls _calls;
    private readonly Dictionary<ISymbol, IInvocationOperation> _positions = new(SymbolEqualityComparer.Default);

    // Searches whose result is where something is cut, by their text; and variables that are used for more than tests.
    private readonly HashSet<string> _cuts = new(StringComparer.Ordinal);
    private readonly HashSet<ISymbol> _used = new(SymbolEqualityComparer.Default);

    private readonly Dictionary<IOperation, bool> _startTested = [];

    /// <summary>Looks at a body once.</summary>
    public PositionUses(OperationBlockAnalysisContext context, IndexOfCalls calls)
    {
        _calls = calls;
        foreach (var operation in context.OfKind(OperationKind.VariableDeclarator, OperationKind.LocalReference, OperationKind.Invocation))
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation { Initializer.Value: var value, Symbol: var variable } when calls.Of(value) is { } call:
                    _positions[variable] = call;
                    break;
                case ILocalReferenceOperation reference when _positions.TryGetValue(reference.Local, out var search) && !IsTested(reference) && !(calls.IsOfList(search) && IsElement(reference)):
                    _used.Add(reference.Local);
                    break;
                case IInvocationOperation { TargetMethod.Name: "IndexOf" or "IndexOfAny", Parent: not IVariableInitializerOperation } call when !IsTested(call):
                    _cuts.Add(call.Syntax.ToString());
                    break;
            }
        }
    }

    /// <summary>Whether it is the position of a match, and nobody asks for more than whether there is one, or for the element there.</summary>
    public bool IsOnlyTested(IOperation position) => position switch
    {
        ILocalReferenceOperation local => _positions.ContainsKey(local.Local) && !_used.Contains(local.Local),
        _ => _calls.Of(position) is { } call && !_cuts.Contains(call.Syntax.ToString()),
    };

    /// <summary>Whether the condition that a comparison is part of also tests what stands at the start.</summary>
    public bool IsStartTestedBeside(IOperation comparison)
    {
        var root = comparison;
        while (root.Parent is IBinaryOperation or IUnaryOperation or IConversionOperation or IParenthesizedOperation or IConditionalOperation { Type: not null })
            root = root.Parent;
        if (!_startTested.TryGetValue(root, out var isTested))
            _startTested[root] = isTested = root.DescendantsAndSelf().Any(TestsStart);
        return isTested;
    }

    private static bool TestsStart(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod.Name == "StartsWith",
        IArrayElementReferenceOperation { Indices: [{ ConstantValue: { HasValue: true, Value: 0 } }] } => true,
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value.ConstantValue: { HasValue: true, Value: 0 } }] } => true,
        _ => false,
    };

    private static bool IsTested(IOperation position) => position.ParentBeyondConversions().Parent switch
    {
        IBinaryOperation { Type.SpecialType: SpecialType.System_Boolean } comparison =>
            comparison.LeftOperand.Unwrapped().ConstantValue.HasValue || comparison.RightOperand.Unwrapped().ConstantValue.HasValue,
        IIsPatternOperation or IExpressionStatementOperation => true,
        _ => false,
    };

    // list[i], list.RemoveAt(i): the element that was found.
    private static bool IsElement(IOperation position) => position.Parent switch
    {
        IArrayElementReferenceOperation element => element.Indices.Contains(position),
        IArgumentOperation { Parent: IPropertyReferenceOperation { Property.IsIndexer: true } } => true,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "RemoveAt" } } => true,
        _ => false,
    };
}
