using CodeAssist.Analyzers.Naming;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>Where arguments stand in the other order on purpose, for CDA1006.</summary>
internal static class DeliberateOrder
{
    // The order says less or more, or nothing at all.
    private static readonly HashSet<string> OrderFree = ["Equals", "ReferenceEquals", "Max", "Min"];

    /// <summary>Whether the code around a pair, or the name of what is called, says that the order is meant.</summary>
    public static bool IsSaid(ArgumentPair pair, ISymbol owner) =>
        IsSaidByCalled(pair) || IsSaidByOwner(pair, owner) || IsSaidAround(pair) || IsInversionOfMap(pair) || IsInversionOfValue(pair)
        || TwinCalls.InOrder(pair, owner);

    // new Style(style.Background, style.Foreground): a value made of one of its own type, turned around.
    private static bool IsInversionOfValue(ArgumentPair pair) =>
        pair.Call is IObjectCreationOperation { Type: { } created }
        && pair.First.Receiver is { Type: { } receiver } and not IInstanceReferenceOperation
        && SymbolEqualityComparer.Default.Equals(created, receiver);

    private static bool IsSaidByCalled(ArgumentPair pair)
    {
        var name = pair.Member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? string.Empty : pair.Member.Name;
        return OrderFree.Contains(name)
            || IsOperandOfFramework(pair)
            || name.StartsWith("Compar", StringComparison.Ordinal)
            || ReversalWords.AreIn(name)
            || ReversalWords.AreIn(pair.Member.ContainingType?.Name)
            || ReversalWords.AreIn(NameOfReceiver(pair.Call));
    }

    // The operands of vectors and big numbers are left and right: ConditionalSelect(takeRight, right, left).
    private static bool IsOperandOfFramework(ArgumentPair pair) =>
        (pair.First.Stem, pair.Second.Stem) is ("right", "left") or ("left", "right")
        && pair.Member.ContainingType is { } type && Stability.IsOfFramework(type);

    private static bool IsSaidByOwner(ArgumentPair pair, ISymbol owner)
    {
        if (owner is IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator } || SymbolEqualityComparer.Default.Equals(owner, pair.Member.OriginalDefinition))
            return true;
        if (owner.Name.StartsWith("Compar", StringComparison.Ordinal))
            return true;
        for (var symbol = owner; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (ReversalWords.AreIn(symbol.Name))
                return true;
        }

        return false;
    }

    private static bool IsSaidAround(ArgumentPair pair)
    {
        for (var parent = pair.Call.Parent; parent is not null; parent = parent.Parent)
        {
            var said = parent switch
            {
                IVariableDeclaratorOperation declarator => ReversalWords.AreIn(declarator.Symbol.Name),
                IFieldInitializerOperation field => field.InitializedFields.Any(symbol => ReversalWords.AreIn(symbol.Name)),
                IAssignmentOperation { Target: var target } => ReversalWords.AreIn(NameOf(target)),
                ILocalFunctionOperation function => ReversalWords.AreIn(function.Symbol.Name)
                    || SymbolEqualityComparer.Default.Equals(function.Symbol, pair.Member.OriginalDefinition),
                IAnonymousFunctionOperation lambda => IsComparer(lambda.Symbol, pair),
                IConditionalOperation conditional => Compares(conditional.Condition, pair)
                    || conditional.Condition.DescendantsAndSelf().Any(node => ReversalWords.AreIn(NameOf(node))),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality => IsOneOf(pair, equality.LeftOperand) || IsOneOf(pair, equality.RightOperand),
                _ => false,
            };
            if (said)
                return true;
        }

        return false;
    }

    // (left, right) => order(right, left): a descending order.
    private static bool IsComparer(IMethodSymbol lambda, ArgumentPair pair) =>
        lambda.ReturnType.SpecialType == SpecialType.System_Int32
        && lambda.Parameters.Length == 2
        && SymbolEqualityComparer.Default.Equals(lambda.Parameters[0].Type, lambda.Parameters[1].Type)
        && lambda.Parameters.Contains(pair.First.Symbol, SymbolEqualityComparer.Default)
        && lambda.Parameters.Contains(pair.Second.Symbol, SymbolEqualityComparer.Default);

    // from == TopOf(to, from): a search from the other end, whose result is one of the two.
    private static bool IsOneOf(ArgumentPair pair, IOperation operand) =>
        StablePath.SymbolOf(operand) is { } symbol
        && (SymbolEqualityComparer.Default.Equals(symbol, pair.First.Symbol) || SymbolEqualityComparer.Default.Equals(symbol, pair.Second.Symbol));

    // start > end ? new Range(end, start) : ...: the condition says which is which.
    private static bool Compares(IOperation condition, ArgumentPair pair) => condition.DescendantsAndSelf().Any(node => node switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual } comparison =>
            Mentions(comparison.LeftOperand, pair.First.Symbol) ? Mentions(comparison.RightOperand, pair.Second.Symbol)
                : Mentions(comparison.LeftOperand, pair.Second.Symbol) && Mentions(comparison.RightOperand, pair.First.Symbol),
        IInvocationOperation call => call.TargetMethod.Name.StartsWith("Compar", StringComparison.Ordinal)
            && Mentions(call, pair.First.Symbol) && Mentions(call, pair.Second.Symbol),
        _ => false,
    });

    private static bool Mentions(IOperation operation, ISymbol symbol) => operation.DescendantsAndSelf().Any(node => node switch
    {
        ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, symbol),
        IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, symbol),
        IMemberReferenceOperation member => SymbolEqualityComparer.Default.Equals(member.Member, symbol),
        _ => false,
    });

    // inverse.Add(pair.Value, pair.Key): values become keys.
    private static bool IsInversionOfMap(ArgumentPair pair) =>
        (pair.First.Stem, pair.Second.Stem) is ("value", "key")
        && (pair.First.Symbol.ContainingType is { Name: "KeyValuePair" or "DictionaryEntry" } || IsLoopVariable(pair.First.Symbol) || IsLoopVariable(pair.Second.Symbol));

    private static bool IsLoopVariable(ISymbol symbol) =>
        symbol is ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } declarations }
        && declarations[0].GetSyntax().FirstAncestorOrSelf<StatementSyntax>() is CommonForEachStatementSyntax;

    private static string? NameOfReceiver(IOperation call) => call switch
    {
        IInvocationOperation { Instance: { } instance } => NameOf(instance),
        IPropertyReferenceOperation { Instance: { } instance } => NameOf(instance),
        _ => null,
    };

    private static string? NameOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IMemberReferenceOperation member => member.Member.Name,
        _ => null,
    };
}
