using CodeAssist.Analyzers.Exceptions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Analyzers.Concurrency;

/// <summary>CDA2003: an async lambda becomes a delegate that returns void, so that nobody can wait for it or see it fail.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AsyncVoidLambdaAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.AsyncVoidLambda, Category.Concurrency, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        var exceptions = ExceptionTypes.Of(context);
        context.OnOperation(operation => Analyze(context, exceptions, operation), OperationKind.AnonymousFunction);
    }

    private static void Analyze(RuleContext rule, ExceptionTypes? exceptions, OperationAnalysisContext context)
    {
        var lambda = (IAnonymousFunctionOperation)context.Operation;
        if (!lambda.Symbol.IsAsync || !lambda.Symbol.ReturnsVoid
            || lambda.Parent is not IDelegateCreationOperation { Type: { } type } creation
            || EventHandlers.HasSignature(lambda.Symbol) || IsHandler(creation) || HandlesAll(lambda, exceptions))
        {
            return;
        }

        rule.Report(context, new Finding(lambda.Syntax)
        {
            Location = HeaderOf(lambda.Syntax),
            Arguments = [type.ToMinimalDisplayString(lambda.SemanticModel!, lambda.Syntax.SpanStart)],
        });
    }

    // Its parameters and what stands before them: the body may be long.
    private static Location HeaderOf(SyntaxNode lambda) => lambda switch
    {
        LambdaExpressionSyntax { ArrowToken: var arrow } => Location.Create(lambda.SyntaxTree, TextSpan.FromBounds(lambda.SpanStart, arrow.Span.End)),
        AnonymousMethodExpressionSyntax { Block: var block } => Location.Create(
            lambda.SyntaxTree, TextSpan.FromBounds(lambda.SpanStart, block.OpenBraceToken.GetPreviousToken().Span.End)),
        _ => lambda.GetLocation(),
    };

    // Added to an event, at once or by way of a local.
    private static bool IsHandler(IDelegateCreationOperation creation)
    {
        var (parent, _) = creation.ParentBeyondConversions();
        if (parent is IEventAssignmentOperation || IsAddition(creation.Syntax))
            return true;
        var local = parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol.Name,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } => target.Local.Name,
            _ => null,
        };
        return local is not null && creation.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
            && member.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment =>
                IsEventOperator(assignment) && assignment.Right is IdentifierNameSyntax name && name.Identifier.ValueText == local);
    }

    // `a?.Changed += ...` is younger than the Roslyn this is built against, and then has no event operation.
    private static bool IsAddition(SyntaxNode lambda) =>
        lambda.Parent is AssignmentExpressionSyntax assignment && assignment.Right == lambda && IsEventOperator(assignment);

    private static bool IsEventOperator(AssignmentExpressionSyntax assignment) =>
        assignment.Kind() is SyntaxKind.AddAssignmentExpression or SyntaxKind.SubtractAssignmentExpression;

    // A body that is one try, which catches everything and keeps it, is written to be left alone.
    private static bool HandlesAll(IAnonymousFunctionOperation lambda, ExceptionTypes? exceptions) =>
        exceptions is not null
        && lambda.Body.Operations.Where(operation => !operation.IsImplicit).ToList() is [ITryOperation { Catches: { IsEmpty: false } catches }]
        && catches.Any(clause => clause.Filter is null && exceptions.IsGeneral(clause))
        && !catches.SelectMany(clause => clause.Handler.Descendants()).OfType<IThrowOperation>().Any();
}
