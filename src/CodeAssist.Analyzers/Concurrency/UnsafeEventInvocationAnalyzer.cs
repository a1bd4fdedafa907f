using CodeAssist.Analyzers.Correctness;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>CDA2012: an event or delegate field is tested for null and then read again to be invoked; it may be null by then.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsafeEventInvocationAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.UnsafeEventInvocation, Category.Concurrency, DefaultPromise.Suggestion);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        var reassignments = new Reassignments(constructorsOnly: true);
        context.OnOperation(operation => Analyze(context, reassignments, operation), OperationKind.Invocation);
    }

    private static void Analyze(RuleContext rule, Reassignments reassignments, OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.MethodKind != MethodKind.DelegateInvoke || call.Instance?.Unwrapped() is not IMemberReferenceOperation invoked
            || !MayChange(invoked, reassignments, context) || FindTest(call, invoked) is not { } test)
        {
            return;
        }

        rule.Report(context, new Finding(call.Syntax)
        {
            Location = OneLine.Of(call.Syntax, invoked.Syntax),
            AdditionalLocations = [test.Syntax.GetLocation()],
            Arguments = [invoked.Member.Name],
        });
    }

    // Anybody may take the last handler off an event; of a private field the type's own code must do so.
    private static bool MayChange(IMemberReferenceOperation invoked, Reassignments reassignments, OperationAnalysisContext context) => invoked.Member switch
    {
        IEventSymbol => true,
        IFieldSymbol { IsReadOnly: true } or IFieldSymbol { IsConst: true } => false,
        IFieldSymbol field when field.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ThreadStaticAttribute") => false,
        IFieldSymbol { DeclaredAccessibility: Accessibility.Private } field =>
            field.ContainingType.DeclaringSyntaxReferences.Length > 1 || reassignments.Has(field, context.Operation.SemanticModel!, context.CancellationToken),
        IFieldSymbol => true,
        _ => false,
    };

    // The test that the invocation stands under or behind, in the same function, with nothing between that takes care of it.
    private static IOperation? FindTest(IOperation call, IMemberReferenceOperation invoked)
    {
        IOperation? test = null;
        IOperation child = call;
        for (var parent = call.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                // Whoever changes it takes the lock too.
                case ILockOperation:
                    return null;
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return test;
                case IWhileLoopOperation { ConditionIsTop: true, ConditionIsUntil: false, Condition: { } condition } loop when child == loop.Body:
                    test ??= TestIn(condition, invoked, isTrueForNull: false);
                    break;
                case IConditionalOperation conditional when child == conditional.WhenTrue:
                    test ??= TestIn(conditional.Condition, invoked, isTrueForNull: false);
                    break;
                case IConditionalOperation conditional when child == conditional.WhenFalse:
                    test ??= TestIn(conditional.Condition, invoked, isTrueForNull: true);
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when child == both.RightOperand:
                    test ??= TestIn(both.LeftOperand, invoked, isTrueForNull: false);
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either when child == either.RightOperand:
                    test ??= TestIn(either.LeftOperand, invoked, isTrueForNull: true);
                    break;
                case IBlockOperation block:
                    test ??= GuardIn(block, child, invoked);
                    break;
            }

            if (Sets(parent, child, invoked))
                return null;
        }

        return test;
    }

    // `if (Changed == null) return;` before the invocation.
    private static IOperation? GuardIn(IBlockOperation block, IOperation before, IMemberReferenceOperation invoked) =>
        block.Operations.TakeWhile(statement => statement != before).OfType<IConditionalOperation>()
            .Where(conditional => conditional.WhenFalse is null && Leaves(conditional.WhenTrue))
            .Select(conditional => TestIn(conditional.Condition, invoked, isTrueForNull: true))
            .FirstOrDefault(test => test is not null);

    private static bool Leaves(IOperation statement) => statement switch
    {
        IBlockOperation { Operations: { IsEmpty: false } statements } => Leaves(statements[statements.Length - 1]),
        IReturnOperation or IBranchOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } => true,
        _ => false,
    };

    // Something assigned on the way: then the test is not what makes the invocation safe.
    private static bool Sets(IOperation parent, IOperation before, IMemberReferenceOperation invoked) =>
        parent is IBlockOperation block
        && block.Operations.TakeWhile(statement => statement != before).Any(statement =>
            statement is IExpressionStatementOperation { Operation: IAssignmentOperation assignment } && StablePath.SymbolOf(assignment.Target) is { } target
            && SymbolEqualityComparer.Default.Equals(target, invoked.Member));

    // The test in a condition that holds only where the event has, or has no, handlers; negated, the other way round.
    private static IOperation? TestIn(IOperation condition, IMemberReferenceOperation invoked, bool isTrueForNull)
    {
        var operands = new Stack<(IOperation Operand, bool IsTrueForNull)>();
        operands.Push((condition, isTrueForNull));
        while (operands.Count > 0)
        {
            var (operand, forNull) = operands.Pop();
            operand = operand.Unwrapped();
            switch (operand)
            {
                case IBinaryOperation binary when binary.OperatorKind == (forNull ? BinaryOperatorKind.ConditionalOr : BinaryOperatorKind.ConditionalAnd):
                    operands.Push((binary.RightOperand, forNull));
                    operands.Push((binary.LeftOperand, forNull));
                    break;
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                    operands.Push((not.Operand, !forNull));
                    break;
                default:
                    if (NullTest.Of(operand) is { } test && test.IsTrueForNull == forNull && Names(test.Tested, invoked))
                        return operand;
                    break;
            }
        }

        return null;
    }

    private static bool Names(IOperation tested, IMemberReferenceOperation invoked)
    {
        if (tested.Unwrapped() is not IMemberReferenceOperation member || !SymbolEqualityComparer.Default.Equals(member.Member, invoked.Member))
            return false;
        return (member.Instance, invoked.Instance) switch
        {
            (null, null) => true,
            (IInstanceReferenceOperation, IInstanceReferenceOperation) => true,
            var (one, other) => StablePath.Same(one, other),
        };
    }
}
