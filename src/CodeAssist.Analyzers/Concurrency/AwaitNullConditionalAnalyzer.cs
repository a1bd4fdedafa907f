using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>CDA2005: <c>await x?.M()</c> awaits null where x is null, and throws.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AwaitNullConditionalAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.AwaitNullConditional, Category.Concurrency, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        if (TaskTypes.Of(context) is { } tasks)
            context.OnOperation(operation => Analyze(context, tasks, operation), OperationKind.Await);
    }

    private static void Analyze(RuleContext rule, TaskTypes tasks, OperationAnalysisContext context)
    {
        var awaited = ((IAwaitOperation)context.Operation).Operation.Unwrapped();
        // (x?.M()).ConfigureAwait(false)
        if (awaited is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } configured })
            awaited = configured.Unwrapped();
        if (awaited is not IConditionalAccessOperation { Syntax: ConditionalAccessExpressionSyntax syntax } access
            || !tasks.IsTask(access.Type) || access.Type!.IsValueType || HasOwnAwaiter(context))
        {
            return;
        }

        if (Receivers(syntax).FirstOrDefault(receiver => MayBeNull(receiver, access.SemanticModel!, context.CancellationToken)) is { } culprit)
        {
            rule.Report(context, new Finding(syntax)
            {
                Location = OneLine.Of(syntax, syntax.Expression),
                Arguments = [Snippet.Of(culprit)],
            });
        }
    }

    // An extension method may know what to do with null.
    private static bool HasOwnAwaiter(OperationAnalysisContext context) =>
        context.Operation.Syntax is AwaitExpressionSyntax syntax
        && context.Operation.SemanticModel!.GetAwaitExpressionInfo(syntax).GetAwaiterMethod is { IsExtensionMethod: true };

    private static IEnumerable<ExpressionSyntax> Receivers(ConditionalAccessExpressionSyntax access)
    {
        for (var current = access; current is not null; current = current.WhenNotNull as ConditionalAccessExpressionSyntax)
            yield return current.Expression;
    }

    private static bool MayBeNull(ExpressionSyntax receiver, SemanticModel model, CancellationToken cancellation) =>
        model.GetTypeInfo(receiver, cancellation).Nullability.FlowState switch
        {
            NullableFlowState.NotNull => false,
            NullableFlowState.MaybeNull => true,
            // Without a nullable context: whether somebody asked before.
            _ => !IsTested(receiver),
        };

    private static bool IsTested(ExpressionSyntax receiver)
    {
        SyntaxNode child = receiver;
        foreach (var ancestor in receiver.Ancestors())
        {
            switch (ancestor)
            {
                case IfStatementSyntax { Condition: var condition } when condition != child && Mentions(condition, receiver):
                case ConditionalExpressionSyntax { Condition: var test } when test != child && Mentions(test, receiver):
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both when both.Right == child && Mentions(both.Left, receiver):
                    return true;
                case BlockSyntax block when block.Statements.TakeWhile(statement => statement != child)
                    .Any(statement => statement is IfStatementSyntax guard && Mentions(guard.Condition, receiver)):
                    return true;
                case MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                    return false;
            }

            child = ancestor;
        }

        return false;
    }

    // `x != null`, `x is null`, `x is { } y`
    private static bool Mentions(ExpressionSyntax condition, ExpressionSyntax receiver) =>
        condition.DescendantNodesAndSelf().Any(node => node switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison =>
                (comparison.Right.IsKind(SyntaxKind.NullLiteralExpression) && SyntaxFactory.AreEquivalent(comparison.Left, receiver))
                || (comparison.Left.IsKind(SyntaxKind.NullLiteralExpression) && SyntaxFactory.AreEquivalent(comparison.Right, receiver)),
            IsPatternExpressionSyntax pattern => SyntaxFactory.AreEquivalent(pattern.Expression, receiver),
            _ => false,
        });
}
