using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Analyzers.Operations;

/// <summary>
/// Tells whether two pieces of code do the same: they have the same text but for layout and comments, and every name,
/// call and operator in it means the same, or something that is declared in the piece itself. Works without recursion.
/// </summary>
internal static class SameCode
{
    /// <summary>Whether two runs of statements, or two expressions, do the same.</summary>
    public static bool Holds(IReadOnlyList<IOperation> one, IReadOnlyList<IOperation> other)
    {
        if (one.Count != other.Count)
            return false;
        for (var index = 0; index < one.Count; index++)
        {
            if (!HaveSameText(one[index].Syntax, other[index].Syntax))
                return false;
        }

        return one.Count == 0 || MeanTheSame(one, other);
    }

    /// <summary>A hash that is equal for pieces that do the same.</summary>
    public static int HashOf(IReadOnlyList<IOperation> code)
    {
        var hash = 17;
        foreach (var token in code.SelectMany(operation => operation.Syntax.DescendantTokens()))
            hash = unchecked((hash * 31) + token.Text.GetHashCode());
        return hash;
    }

    private static bool HaveSameText(SyntaxNode one, SyntaxNode other)
    {
        using var others = other.DescendantTokens().GetEnumerator();
        foreach (var token in one.DescendantTokens())
        {
            if (!others.MoveNext() || token.RawKind != others.Current.RawKind || token.Text != others.Current.Text)
                return false;
        }

        return !others.MoveNext();
    }

    private static bool MeanTheSame(IReadOnlyList<IOperation> one, IReadOnlyList<IOperation> other)
    {
        var (left, right) = (SpanOf(one), SpanOf(other));
        var pairs = new Stack<(IOperation One, IOperation Other)>();
        for (var index = 0; index < one.Count; index++)
            pairs.Push((one[index], other[index]));
        while (pairs.Count > 0)
        {
            var (first, second) = pairs.Pop();
            if (first.Kind != second.Kind
                || first.Kind is OperationKind.None or OperationKind.Invalid
                || !SymbolEqualityComparer.Default.Equals(first.Type, second.Type)
                || first.ChildOperations.Count != second.ChildOperations.Count
                || !IsSame(SymbolOf(first), SymbolOf(second), left, right))
            {
                return false;
            }

            var others = second.ChildOperations.GetEnumerator();
            foreach (var child in first.ChildOperations)
            {
                others.MoveNext();
                pairs.Push((child, others.Current));
            }
        }

        return true;
    }

    private static TextSpan SpanOf(IReadOnlyList<IOperation> code) =>
        TextSpan.FromBounds(code[0].Syntax.SpanStart, code[code.Count - 1].Syntax.Span.End);

    private static bool IsSame(ISymbol? one, ISymbol? other, TextSpan left, TextSpan right) =>
        SymbolEqualityComparer.Default.Equals(one, other)
        || (one is ILocalSymbol or IParameterSymbol or IMethodSymbol or ILabelSymbol && one.Kind == other?.Kind && IsDeclaredIn(one, left) && IsDeclaredIn(other, right));

    private static bool IsDeclaredIn(ISymbol symbol, TextSpan span) =>
        symbol.DeclaringSyntaxReferences.Length == 1 && span.Contains(symbol.DeclaringSyntaxReferences[0].Span);

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        IInvocationOperation call => call.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        IBinaryOperation binary => binary.OperatorMethod,
        IUnaryOperation unary => unary.OperatorMethod,
        IConversionOperation conversion => conversion.OperatorMethod,
        ICompoundAssignmentOperation assignment => assignment.OperatorMethod,
        IIncrementOrDecrementOperation step => step.OperatorMethod,
        IBranchOperation { BranchKind: BranchKind.GoTo } branch => branch.Target,
        ILabeledOperation labeled => labeled.Label,
        IVariableDeclaratorOperation declarator => declarator.Symbol,
        ILocalFunctionOperation function => function.Symbol,
        IAnonymousFunctionOperation function => function.Symbol,
        ITypeOfOperation type => type.TypeOperand,
        IIsTypeOperation test => test.TypeOperand,
        ITypePatternOperation pattern => pattern.MatchedType,
        IDeclarationPatternOperation pattern => pattern.MatchedType,
        IRecursivePatternOperation pattern => pattern.MatchedType,
        ICatchClauseOperation clause => clause.ExceptionType,
        _ => null,
    };
}
