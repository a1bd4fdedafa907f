using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1012: a method, property or operator that calls itself whatever path it takes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InfiniteRecursionAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.InfiniteRecursion, Category.Correctness, DefaultPromise.WarningCandidate);

    private static readonly KindSet Yields = KindSet.Of(OperationKind.YieldReturn, OperationKind.YieldBreak);

    private static readonly SymbolDisplayFormat NameOnly = new();

    /// <inheritdoc/>
    protected override void Register(RuleContext context) => context.OnOperationBlock(block => Analyze(context, block));

    private static void Analyze(RuleContext rule, OperationBlockAnalysisContext context)
    {
        foreach (var body in context.OperationBlocks)
            AnalyzeLocalFunctions(rule, context, body);

        // A type that is not found may have the name of the property, which then seems to name itself.
        if (context.OwningSymbol is not IMethodSymbol { ReturnType.TypeKind: not TypeKind.Error } method
            || method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.PropertyGet or MethodKind.PropertySet
                or MethodKind.UserDefinedOperator or MethodKind.Conversion))
        {
            return;
        }

        foreach (var body in context.OperationBlocks)
        {
            // The graph is made for the few methods that name themselves at all.
            if (!Candidates(Body.Of(body), method).Any(operation => IsSelf(operation, method)) || Body.Of(body).Has(Yields) || Waits(body, method))
                continue;
            if (FirstCall(context.GetControlFlowGraph(body), method) is { } call)
                rule.Report(context, new Finding(call.Syntax) { Arguments = [NameOf(method)] });
        }
    }

    private static void AnalyzeLocalFunctions(RuleContext rule, OperationBlockAnalysisContext context, IOperation body)
    {
        foreach (var function in Body.Of(body).OfKind(OperationKind.LocalFunction).OfType<ILocalFunctionOperation>())
        {
            var symbol = function.Symbol;
            if (function.Body is not { } block || !block.Descendants().Any(operation => IsSelf(operation, symbol)) || Body.Of(block).Has(Yields) || Waits(block, symbol))
                continue;
            var graph = context.GetControlFlowGraph(body);
            if (graph.LocalFunctions.Contains(symbol) && FirstCall(graph.GetLocalFunctionControlFlowGraph(symbol), symbol) is { } call)
                rule.Report(context, new Finding(call.Syntax) { Arguments = [NameOf(symbol)] });
        }
    }

    // Whoever waits for something else between two calls may mean to go on for ever.
    private static bool Waits(IOperation body, IMethodSymbol method) =>
        method.IsAsync && Body.Of(body).OfKind(OperationKind.Await).Any(wait => !wait.Descendants().Any(operation => IsSelf(operation, method)));

    // The first call of itself, where no path gets past such calls to an end; null where one does, or may go round for ever.
    private static IOperation? FirstCall(ControlFlowGraph graph, IMethodSymbol method)
    {
        IOperation? first = null;
        var seen = new HashSet<int> { 0 };
        var pending = new Queue<BasicBlock>();
        pending.Enqueue(graph.Blocks[0]);
        while (pending.Count > 0)
        {
            var block = pending.Dequeue();
            if (block.Kind == BasicBlockKind.Exit || IsInTry(block))
                return null;
            if (SelfCall(block, method) is { } call)
            {
                if (first is null || call.Syntax.SpanStart < first.Syntax.SpanStart)
                    first = call;
                continue;
            }

            foreach (var branch in new[] { block.ConditionalSuccessor, block.FallThroughSuccessor })
            {
                if (branch is null)
                    continue;
                if (branch.Destination is not { } next || next.Ordinal <= block.Ordinal)
                    return null;
                if (seen.Add(next.Ordinal))
                    pending.Enqueue(next);
            }
        }

        return first;
    }

    // What fails there and is caught may be a way out.
    private static bool IsInTry(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
        {
            if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion.Kind: ControlFlowRegionKind.TryAndCatch })
                return true;
        }

        return false;
    }

    private static IOperation? SelfCall(BasicBlock block, IMethodSymbol method) =>
        block.Operations.Concat(block.BranchValue is { } value ? [value] : [])
            .SelectMany(operation => operation.DescendantsAndSelf())
            .FirstOrDefault(operation => IsSelf(operation, method));

    private static IEnumerable<IOperation> Candidates(Body body, IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.PropertyGet or MethodKind.PropertySet => body.OfKind(OperationKind.PropertyReference),
        MethodKind.Conversion => body.OfKind(OperationKind.Conversion),
        MethodKind.UserDefinedOperator => body.OfKind(OperationKind.Binary).Concat(body.OfKind(OperationKind.Unary)),
        _ => body.OfKind(OperationKind.Invocation),
    };

    private static bool IsSelf(IOperation operation, IMethodSymbol method) => operation switch
    {
        IInvocationOperation call => Same(call.TargetMethod, method) && IsOwn(call.Instance)
            && (!method.IsExtensionMethod || call.Arguments.Any(argument => argument.Parameter?.Ordinal == 0 && IsGiven(argument.Value))),
        IPropertyReferenceOperation property => method.AssociatedSymbol is IPropertySymbol own
            && property.Property.Name == own.Name
            && SymbolEqualityComparer.Default.Equals(property.Property.OriginalDefinition, own.OriginalDefinition)
            && IsOwn(property.Instance)
            && (method.MethodKind == MethodKind.PropertySet ? IsWritten(property) : IsRead(property)),
        IBinaryOperation binary => Same(binary.OperatorMethod, method) && IsGiven(binary.LeftOperand) && IsGiven(binary.RightOperand),
        IUnaryOperation unary => Same(unary.OperatorMethod, method) && IsGiven(unary.Operand),
        IConversionOperation conversion => Same(conversion.OperatorMethod, method) && IsGiven(conversion.Operand),
        _ => false,
    };

    private static bool Same(IMethodSymbol? called, IMethodSymbol method) =>
        called is not null && called.Name == method.Name && SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, method.OriginalDefinition);

    // Of another object the same member may well come to an end.
    private static bool IsOwn(IOperation? instance) => instance is null
        || (instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } own && own.Syntax is not BaseExpressionSyntax);

    private static bool IsGiven(IOperation operand) => operand.Unwrapped() is IParameterReferenceOperation or ILiteralOperation or IDefaultValueOperation;

    private static bool IsWritten(IPropertyReferenceOperation property) => property.Parent switch
    {
        IAssignmentOperation assignment => ReferenceEquals(assignment.Target, property),
        IIncrementOrDecrementOperation => true,
        _ => false,
    };

    private static bool IsRead(IPropertyReferenceOperation property) =>
        property.Parent is not (ISimpleAssignmentOperation or INameOfOperation) || (property.Parent is ISimpleAssignmentOperation assignment && !ReferenceEquals(assignment.Target, property));

    private static string NameOf(IMethodSymbol method) => method.AssociatedSymbol is IPropertySymbol property
        ? property.IsIndexer ? "this[]" : property.Name
        : method.ToDisplayString(NameOnly);
}
