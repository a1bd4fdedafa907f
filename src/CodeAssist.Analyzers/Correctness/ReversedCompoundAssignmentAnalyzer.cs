using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1019: <c>x =- y</c>, where <c>x -= y</c> was meant.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReversedCompoundAssignmentAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.ReversedCompoundAssignment, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context) =>
        context.OnOperation(operation => Analyze(context, operation), OperationKind.SimpleAssignment);

    private static void Analyze(RuleContext rule, OperationAnalysisContext context)
    {
        // In an initialiser nothing but = can stand.
        if (context.Operation is ISimpleAssignmentOperation { Syntax: AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } syntax } assignment
            && syntax.Right is PrefixUnaryExpressionSyntax unary
            && unary.Kind() is SyntaxKind.UnaryPlusExpression or SyntaxKind.UnaryMinusExpression or SyntaxKind.LogicalNotExpression
            && IsGlued(syntax.OperatorToken, unary)
            && HasValueBefore(assignment, syntax))
        {
            var sign = unary.OperatorToken.Text;
            rule.Report(context, syntax, "=" + sign, sign + "=");
        }
    }

    // `=- y`: the sign belongs to the = by sight, and to the operand by the grammar.
    private static bool IsGlued(SyntaxToken equals, PrefixUnaryExpressionSyntax unary) =>
        equals.Span.End == unary.OperatorToken.SpanStart
        && unary.OperatorToken.TrailingTrivia is [var space, ..] && space.IsKind(SyntaxKind.WhitespaceTrivia)
        && unary.OperatorToken.TrailingTrivia.All(trivia => !trivia.IsKind(SyntaxKind.EndOfLineTrivia));

    // The other operator reads its target first: where nothing is there to read, it cannot be meant.
    private static bool HasValueBefore(ISimpleAssignmentOperation assignment, AssignmentExpressionSyntax syntax)
    {
        ISymbol? variable = assignment.Target switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation { Parameter: { RefKind: RefKind.Out } parameter } => parameter,
            _ => null,
        };
        return assignment.Target switch
        {
            IDiscardOperation or IInvalidOperation => false,
            IPropertyReferenceOperation { Property: { GetMethod: null, RefKind: RefKind.None } } => false,
            _ => variable is null
                || assignment.SemanticModel?.AnalyzeDataFlow(syntax) is not { Succeeded: true } flow
                || flow.DefinitelyAssignedOnEntry.Contains(variable, SymbolEqualityComparer.Default),
        };
    }
}
