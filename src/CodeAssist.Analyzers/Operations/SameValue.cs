using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Operations;

/// <summary>
/// Tells whether two expressions, evaluated one after the other, are sure to give the same value: they name the
/// same symbols in the same shape, and nothing in them writes, or may differ from one time to the next. Works
/// without recursion, and in no more steps than the smaller expression has nodes.
/// </summary>
internal sealed class SameValue(Stability stability)
{
    // Enough to tell operands of a chain apart; whole trees are compared where it is not.
    private const int HashedNodes = 64;

    /// <summary>Whether both expressions give the same value.</summary>
    public bool Holds(IOperation left, IOperation right)
    {
        Dictionary<ISymbol, ISymbol>? parameters = null;

        // Most pairs differ at once, and need no stack to say so.
        if (left.Kind != right.Kind || !SameNode(left, right, ref parameters))
            return false;
        parameters = null;
        var pairs = new Stack<(IOperation Left, IOperation Right)>();
        pairs.Push((left, right));
        while (pairs.Count > 0)
        {
            var (one, other) = pairs.Pop();
            if (one.Kind != other.Kind || !SameNode(one, other, ref parameters) || !PushChildren(one, other, pairs))
                return false;
        }

        return true;
    }

    /// <summary>A hash that is equal for expressions that give the same value.</summary>
    public static int HashOf(IOperation operation)
    {
        var hash = 17;
        var left = HashedNodes;
        AddHash(operation, ref hash, ref left);
        return hash;
    }

    // As deep as there are nodes to hash, and no deeper.
    private static void AddHash(IOperation node, ref int hash, ref int left)
    {
        if (left-- <= 0)
            return;
        hash = unchecked((((hash * 31) + (int)node.Kind) * 31) + OwnHash(node));
        if (node.Kind == OperationKind.NameOf)
            return;
        foreach (var child in node.ChildOperations)
            AddHash(child, ref hash, ref left);
    }

    private static int OwnHash(IOperation node) => node switch
    {
        ILiteralOperation literal => literal.ConstantValue.Value?.GetHashCode() ?? 0,
        ILocalReferenceOperation local => local.Local.Name.GetHashCode(),

        // The parameters of two equal lambdas are two symbols.
        IParameterReferenceOperation parameter => parameter.Parameter.Ordinal,
        IMemberReferenceOperation member => member.Member.Name.GetHashCode(),
        IInvocationOperation call => call.TargetMethod.Name.GetHashCode(),
        IBinaryOperation binary => (int)binary.OperatorKind,
        IUnaryOperation unary => (int)unary.OperatorKind,
        _ => 0,
    };

    private static bool PushChildren(IOperation left, IOperation right, Stack<(IOperation, IOperation)> pairs)
    {
        // The operand of nameof is no value.
        if (left.Kind == OperationKind.NameOf)
            return true;
        if (left.ChildOperations.Count != right.ChildOperations.Count)
            return false;
        var others = right.ChildOperations.GetEnumerator();
        foreach (var child in left.ChildOperations)
        {
            others.MoveNext();
            pairs.Push((child, others.Current));
        }

        return true;
    }

    private bool SameNode(IOperation left, IOperation right, ref Dictionary<ISymbol, ISymbol>? parameters)
    {
        switch (left, right)
        {
            case (ILiteralOperation or INameOfOperation or IInterpolatedStringTextOperation or IDefaultValueOperation or ISizeOfOperation, _):
                return Same(left.Type, right.Type) && Equals(left.ConstantValue.Value, right.ConstantValue.Value);
            case (ILocalReferenceOperation one, ILocalReferenceOperation other):
                return !one.IsDeclaration && Same(one.Local, other.Local);
            case (IParameterReferenceOperation one, IParameterReferenceOperation other):
                return Same(one.Parameter, other.Parameter)
                    || (parameters is not null && parameters.TryGetValue(one.Parameter, out var twin) && Same(twin, other.Parameter));
            case (IFieldReferenceOperation one, IFieldReferenceOperation other):
                return Same(one.Field, other.Field) && !one.Field.IsVolatile;
            case (IPropertyReferenceOperation one, IPropertyReferenceOperation other):
                return Same(one.Property, other.Property) && stability.IsStable(one.Property);
            case (IMemberReferenceOperation one, IMemberReferenceOperation other):
                return Same(one.Member, other.Member);
            case (IInstanceReferenceOperation one, IInstanceReferenceOperation other):
                // What base names may be overridden in this.
                return one.ReferenceKind == other.ReferenceKind && IsBase(one) == IsBase(other);
            case (ITypeOfOperation one, ITypeOfOperation other):
                return Same(one.TypeOperand, other.TypeOperand);
            case (IConversionOperation one, IConversionOperation other):
                return Same(one.Type, other.Type) && Same(one.OperatorMethod, other.OperatorMethod)
                    && one.IsTryCast == other.IsTryCast && one.IsChecked == other.IsChecked;
            case (IUnaryOperation one, IUnaryOperation other):
                return one.OperatorKind == other.OperatorKind && Same(one.OperatorMethod, other.OperatorMethod);
            case (IBinaryOperation one, IBinaryOperation other):
                return one.OperatorKind == other.OperatorKind && Same(one.OperatorMethod, other.OperatorMethod) && one.IsChecked == other.IsChecked;
            case (IInvocationOperation one, IInvocationOperation other):
                return Same(one.TargetMethod, other.TargetMethod) && stability.IsStable(one);
            case (IArgumentOperation one, IArgumentOperation other):
                return Same(one.Parameter, other.Parameter) && one.Parameter?.RefKind is null or RefKind.None or RefKind.In
                    && one.ArgumentKind == other.ArgumentKind;
            case (IIsTypeOperation one, IIsTypeOperation other):
                return Same(one.TypeOperand, other.TypeOperand) && one.IsNegated == other.IsNegated;
            case (IPatternOperation one, IPatternOperation other):
                return SamePattern(one, other);
            case (IPropertySubpatternOperation, _):
                return true;
            case (IAnonymousFunctionOperation one, IAnonymousFunctionOperation other):
                return Match(one.Symbol, other.Symbol, ref parameters);
            case (IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IRangeOperation, _):
            case (IConditionalOperation or ICoalesceOperation or IConditionalAccessOperation or IConditionalAccessInstanceOperation, _):
            case (ITupleOperation or IIsPatternOperation or IInterpolatedStringOperation or IInterpolationOperation, _):
            case (IDelegateCreationOperation or IBlockOperation or IReturnOperation, _):
                return true;
            default:
                return false;
        }
    }

    private static bool SamePattern(IPatternOperation left, IPatternOperation right) => (left, right) switch
    {
        (IDeclarationPatternOperation one, IDeclarationPatternOperation other) =>
            one.DeclaredSymbol is null && other.DeclaredSymbol is null && one.MatchesNull == other.MatchesNull && Same(one.MatchedType, other.MatchedType),
        (IRecursivePatternOperation one, IRecursivePatternOperation other) =>
            one.DeclaredSymbol is null && other.DeclaredSymbol is null
            && one.DeconstructSymbol is null && other.DeconstructSymbol is null && Same(one.MatchedType, other.MatchedType),
        (ITypePatternOperation one, ITypePatternOperation other) => Same(one.MatchedType, other.MatchedType),
        (IListPatternOperation one, IListPatternOperation other) => one.DeclaredSymbol is null && other.DeclaredSymbol is null && Same(one.InputType, other.InputType),
        (IRelationalPatternOperation one, IRelationalPatternOperation other) => one.OperatorKind == other.OperatorKind,
        (IBinaryPatternOperation one, IBinaryPatternOperation other) => one.OperatorKind == other.OperatorKind,
        (IConstantPatternOperation or INegatedPatternOperation or IDiscardPatternOperation or ISlicePatternOperation, _) => true,
        _ => false,
    };

    private static bool Match(IMethodSymbol left, IMethodSymbol right, ref Dictionary<ISymbol, ISymbol>? parameters)
    {
        if (left.Parameters.Length != right.Parameters.Length || left.IsAsync)
            return false;
        parameters ??= new(SymbolEqualityComparer.Default);
        for (var index = 0; index < left.Parameters.Length; index++)
            parameters[left.Parameters[index]] = right.Parameters[index];
        return true;
    }

    private static bool IsBase(IInstanceReferenceOperation instance) => instance.Syntax is BaseExpressionSyntax;

    private static bool Same(ISymbol? left, ISymbol? right) => SymbolEqualityComparer.Default.Equals(left, right);
}
