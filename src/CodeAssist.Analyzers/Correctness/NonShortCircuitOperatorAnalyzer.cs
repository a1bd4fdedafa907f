using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1018: <c>&amp;</c> or <c>|</c> evaluates a right side that throws where the left side has decided.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NonShortCircuitOperatorAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.NonShortCircuitOperator, Category.Correctness, DefaultPromise.Suggestion);

    /// <inheritdoc/>
    protected override void Register(RuleContext context) =>
        context.OnOperation(operation => Analyze(context, operation), OperationKind.Binary);

    private static void Analyze(RuleContext rule, OperationAnalysisContext context)
    {
        // A chain is looked at once, from its end: a & b & c is (a & b) & c.
        if (context.Operation is not IBinaryOperation binary || !IsOfBools(binary)
            || (binary.Parent is IBinaryOperation above && ReferenceEquals(above.LeftOperand, binary) && IsOfBools(above) && above.OperatorKind == binary.OperatorKind))
        {
            return;
        }

        var chain = new Stack<IBinaryOperation>();
        IOperation first = binary;
        while (first is IBinaryOperation link && IsOfBools(link) && link.OperatorKind == binary.OperatorKind)
        {
            chain.Push(link);
            first = Unwrapped.Of(link.LeftOperand);
        }

        var tested = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        AddTested(first, binary.OperatorKind, tested);
        foreach (var link in chain)
        {
            if (tested.Count > 0
                && !link.RightOperand.DescendantsAndSelf().Any(Writes)
                && Dereferenced(link.RightOperand, tested) is { } variable)
            {
                rule.Report(context, link.Syntax, ((BinaryExpressionSyntax)link.Syntax).OperatorToken.Text, variable.Name);
            }

            AddTested(link.RightOperand, binary.OperatorKind, tested);
        }
    }

    private static bool IsOfBools(IBinaryOperation binary) =>
        binary is { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or, OperatorMethod: null, IsLifted: false, Type.SpecialType: SpecialType.System_Boolean, Syntax: BinaryExpressionSyntax };

    private static bool Writes(IOperation operation) => operation
        is IAssignmentOperation or IIncrementOrDecrementOperation or IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out };

    // The variables that are null, or without a value, where the operand decides: where it is false for &, true for |.
    private static void AddTested(IOperation operand, BinaryOperatorKind kind, HashSet<ISymbol> tested)
    {
        var decidesByFalse = kind == BinaryOperatorKind.And;
        operand = operand.Unwrapped();
        while (operand is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
        {
            decidesByFalse = !decidesByFalse;
            operand = not.Operand.Unwrapped();
        }

        if (NullTest.Of(operand) is { } test && test.IsTrueForNull != decidesByFalse && StablePath.SymbolOf(test.Tested) is ILocalSymbol or IParameterSymbol)
            tested.Add(StablePath.SymbolOf(test.Tested)!);
        else if (decidesByFalse && TypeTested(operand) is { } value && StablePath.SymbolOf(Unwrapped.OfCasts(value)) is { } variable and (ILocalSymbol or IParameterSymbol))
            tested.Add(variable);
        else if (operand is IPropertyReferenceOperation { Property: { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } instance } && decidesByFalse && StablePath.SymbolOf(instance) is ILocalSymbol or IParameterSymbol)
            tested.Add(StablePath.SymbolOf(instance)!);
    }

    // What is of a type is not null.
    private static IOperation? TypeTested(IOperation operand) => operand switch
    {
        IIsTypeOperation { IsNegated: false } test => test.ValueOperand,
        IIsPatternOperation { Pattern: ITypePatternOperation or IDeclarationPatternOperation { MatchesNull: false } or IRecursivePatternOperation } test => test.Value,
        _ => null,
    };

    // Only what is evaluated whatever the rest of the operand says.
    private static ISymbol? Dereferenced(IOperation operand, HashSet<ISymbol> tested)
    {
        var pending = new Stack<IOperation>();
        pending.Push(operand);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            switch (operation)
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary:
                    pending.Push(binary.LeftOperand);
                    continue;
                case IConditionalOperation conditional:
                    pending.Push(conditional.Condition);
                    continue;
                case ICoalesceOperation coalesce:
                    pending.Push(coalesce.Value);
                    continue;
                case IConditionalAccessOperation access:
                    pending.Push(access.Operation);
                    continue;
                case ISwitchExpressionOperation choice:
                    pending.Push(choice.Value);
                    continue;
                case IAnonymousFunctionOperation or INameOfOperation:
                    continue;
                case IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } nullable }
                    when StablePath.SymbolOf(nullable) is { } symbol && tested.Contains(symbol):
                    return symbol;
            }

            if (DereferenceFlow.DereferencedBy(operation) is { } variable && tested.Contains(variable))
                return variable;
            foreach (var child in operation.ChildOperations)
                pending.Push(child);
        }

        return null;
    }
}
