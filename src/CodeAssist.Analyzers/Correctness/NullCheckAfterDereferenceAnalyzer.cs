using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1026: a variable is compared with null where every path has dereferenced it before.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NullCheckAfterDereferenceAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.NullCheckAfterDereference, Category.Correctness, DefaultPromise.WarningCandidate);

    private static readonly KindSet Tests = KindSet.Of(OperationKind.Binary, OperationKind.IsPattern, OperationKind.IsType, OperationKind.Invocation);

    /// <inheritdoc/>
    protected override void Register(RuleContext context) => context.OnOperationBlock(block => Analyze(context, block));

    private static void Analyze(RuleContext rule, OperationBlockAnalysisContext context)
    {
        foreach (var block in context.OperationBlocks)
        {
            // Most bodies have no candidate, and need no graph.
            if (Candidates(block) is not { } followed)
                continue;
            foreach (var graph in FlowGraphs.Of(context.GetControlFlowGraph(block), context.CancellationToken))
            {
                foreach (var (test, variable, dereference) in DereferenceFlow.LateTests(graph, followed, context.CancellationToken))
                {
                    if (!IsAsserted(test.Whole.Syntax))
                        Report(rule, context, test, variable, dereference);
                }
            }
        }
    }

    /// <summary>The variables that are dereferenced above a comparison with null, and that nothing but the body itself can write.</summary>
    private static HashSet<ISymbol>? Candidates(IOperation block)
    {
        var body = Body.Of(block);
        if (!body.Has(Tests))
            return null;
        List<(ISymbol Variable, int Position)>? tests = null;
        for (var index = 0; index < body.Count; index++)
        {
            if (body.Passes(index, Tests) && NullTest.Of(body[index]) is { } test && DereferenceFlow.VariableOf(test.Tested) is { } tested)
                (tests ??= []).Add((tested, test.Whole.Syntax.Span.End));
        }

        if (tests is null)
            return null;
        var dereferenced = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        HashSet<ISymbol>? shared = null;
        for (var index = 0; index < body.Count; index++)
        {
            var operation = body[index];
            if (DereferenceFlow.DereferencedBy(operation) is { } used && !dereferenced.ContainsKey(used))
                dereferenced.Add(used, operation.Syntax.SpanStart);
            if (SharedBy(operation) is { } variable)
                (shared ??= new(SymbolEqualityComparer.Default)).Add(variable);
        }

        HashSet<ISymbol>? candidates = null;
        foreach (var (variable, position) in tests)
        {
            // In a loop the dereference may stand below, but then the loop's first pass comes to the test without it.
            if (dereferenced.TryGetValue(variable, out var start) && start < position && shared?.Contains(variable) != true)
                (candidates ??= new(SymbolEqualityComparer.Default)).Add(variable);
        }

        return candidates;
    }

    // A variable that a nested function writes, or that has another name or address.
    private static ISymbol? SharedBy(IOperation operation) => operation switch
    {
        IAssignmentOperation { Target: var target } when IsNested(operation) => DereferenceFlow.VariableOf(target),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument when IsNested(operation) => DereferenceFlow.VariableOf(argument.Value),
        IAddressOfOperation address => DereferenceFlow.VariableOf(address.Reference),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } initializer => DereferenceFlow.VariableOf(initializer.Value),
        ISimpleAssignmentOperation { IsRef: true } assignment => DereferenceFlow.VariableOf(assignment.Value),
        _ => null,
    };

    private static bool IsNested(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        }

        return false;
    }

    // An assertion says once more what is known; it decides nothing.
    private static bool IsAsserted(SyntaxNode test)
    {
        for (var node = test.Parent; node is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax; node = node.Parent)
        {
            if (node is InvocationExpressionSyntax call && call.Expression.ToString().IndexOf("Assert", StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }

    private static void Report(RuleContext rule, OperationBlockAnalysisContext context, NullTest test, ISymbol variable, IOperation dereference) =>
        rule.Report(context, new Finding(test.Whole.Syntax)
        {
            AdditionalLocations = [dereference.Syntax.GetLocation()],
            Arguments = [variable.Name, Snippet.Of(dereference.Syntax)],
        });
}
