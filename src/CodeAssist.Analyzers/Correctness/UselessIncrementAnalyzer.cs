using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1020: <c>i = i++</c> and <c>return i++</c>, whose increment is lost at once.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UselessIncrementAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.UselessIncrement, Category.Correctness, DefaultPromise.Warning);

    /// <inheritdoc/>
    protected override void Register(RuleContext context) => context.OnOperationBlock(block => Analyze(context, block));

    private static void Analyze(RuleContext rule, OperationBlockAnalysisContext context)
    {
        List<(IIncrementOrDecrementOperation Step, ISymbol Variable)>? found = null;
        foreach (var operation in context.OfKind(OperationKind.Increment, OperationKind.Decrement))
        {
            if (operation is IIncrementOrDecrementOperation { IsPostfix: true, OperatorMethod: null } step && VariableOf(step.Target) is { } variable && IsLost(step, variable))
                (found ??= []).Add((step, variable));
        }

        if (found is null)
            return;
        var seen = SeenElsewhere(context);
        foreach (var (step, variable) in found)
        {
            if (!seen.Contains(variable))
                rule.Report(context, new Finding(step.Syntax) { Arguments = [variable.Name] });
        }
    }

    // A local variable or a by-value parameter; what a reference stands for lives on elsewhere.
    private static ISymbol? VariableOf(IOperation operation) => operation.Unwrapped() switch
    {
        ILocalReferenceOperation { Local: { RefKind: RefKind.None, IsStatic: false } local } => local,
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => parameter,
        _ => null,
    };

    private static bool IsLost(IIncrementOrDecrementOperation step, ISymbol variable)
    {
        var (parent, child) = step.ParentBeyondConversions();
        return parent switch
        {
            ISimpleAssignmentOperation { IsRef: false } assignment =>
                ReferenceEquals(assignment.Value, child) && SymbolEqualityComparer.Default.Equals(VariableOf(assignment.Target), variable),
            IReturnOperation { Kind: OperationKind.Return } => true,
            _ => false,
        };
    }

    // Variables that are still seen when their own function has moved on: captured, by address or reference, or in a finally.
    private static HashSet<ISymbol> SeenElsewhere(OperationBlockAnalysisContext context)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in context.AllOperations())
        {
            if (VariableOf(operation) is { } variable && IsSeenElsewhere(operation, variable, context.OwningSymbol))
                seen.Add(variable);
        }

        return seen;
    }

    private static bool IsSeenElsewhere(IOperation reference, ISymbol variable, ISymbol owner)
    {
        if (reference.Parent is IAddressOfOperation or IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } })
            return true;
        for (var (child, parent) = (reference, reference.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            if (parent is ITryOperation { Finally: { } last } && ReferenceEquals(last, child))
                return true;
            var function = parent switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (function is not null)
                return !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, function);
        }

        // A primary constructor's parameter is a field in the members of its type.
        return !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, owner);
    }
}
