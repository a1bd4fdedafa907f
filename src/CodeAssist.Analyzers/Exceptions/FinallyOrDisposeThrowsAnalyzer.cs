using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Analyzers.Exceptions;

/// <summary>CDA3006: a finally block or a disposer throws, and hides the failure that led there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FinallyOrDisposeThrowsAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.FinallyOrDisposeThrows, Category.Exceptions, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        if (ExceptionTypes.Of(context) is not { } types)
            return;
        context.OnOperation(operation => AnalyzeFinally(context, types, operation), OperationKind.Try);

        // Doubles in tests throw when they are disposed of to see what becomes of it.
        if (!context.IsTestProject)
        {
            var disposers = new Disposers(context);
            context.OnOperationBlock(block => AnalyzeDisposer(context, types, disposers, block));
        }
    }

    private static void AnalyzeFinally(RuleContext rule, ExceptionTypes types, OperationAnalysisContext context)
    {
        if (context.Operation is not ITryOperation { Finally: { } last } attempt)
            return;
        var outcome = new TryOutcome(attempt);
        foreach (var thrown in EscapingThrows.Of(last, types, outcome.IsAskedBy, context.CancellationToken))
        {
            rule.Report(context, new Finding(thrown.Syntax) { Location = LocationOf(thrown.Syntax), Arguments = ["finally"] });
        }
    }

    private static void AnalyzeDisposer(RuleContext rule, ExceptionTypes types, Disposers disposers, OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol method || !disposers.Contain(method))
            return;
        foreach (var block in context.OperationBlocks)
        {
            foreach (var thrown in EscapingThrows.Of(block, types, isHarmlessIf: null, context.CancellationToken))
            {
                if (!IsNotSupported(thrown))
                    rule.Report(context, new Finding(thrown.Syntax) { Location = LocationOf(thrown.Syntax), Arguments = [NameOf(method)] });
            }
        }
    }

    private static bool IsNotSupported(IThrowOperation thrown)
    {
        for (var type = thrown.Exception?.Unwrapped().Type; type is not null; type = type.BaseType)
        {
            if (type is { Name: nameof(NotSupportedException), ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }

    private static string NameOf(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Destructor ? "~" + method.ContainingType.Name : method.Name.Substring(method.Name.LastIndexOf('.') + 1);

    // The throw; of one that spans lines, its keyword and the type that is thrown.
    private static Location LocationOf(SyntaxNode syntax)
    {
        var location = syntax.GetLocation();
        var lines = location.GetLineSpan();
        if (lines.StartLinePosition.Line == lines.EndLinePosition.Line)
            return location;
        var (keyword, exception) = syntax switch
        {
            ThrowStatementSyntax statement => (statement.ThrowKeyword, statement.Expression),
            ThrowExpressionSyntax expression => (expression.ThrowKeyword, expression.Expression),
            _ => (syntax.GetFirstToken(), null),
        };
        var end = exception is ObjectCreationExpressionSyntax { Type: var type } ? type.Span.End : keyword.Span.End;
        return Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(keyword.SpanStart, end));
    }
}
