using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Analyzers.Exceptions;

/// <summary>CDA3003: a catch logs a failure and does not pass the exception to the log.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LogWithoutExceptionAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.LogWithoutException, Category.Exceptions, DefaultPromise.Suggestion);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        if (ExceptionTypes.Of(context) is { } types && LoggingMethods.Of(context) is { } methods)
            context.OnOperationBlock(block => Analyze(context, types, methods, block));
    }

    private static void Analyze(RuleContext rule, ExceptionTypes types, LoggingMethods methods, OperationBlockAnalysisContext context)
    {
        foreach (var block in context.OperationBlocks)
        {
            if (!Body.Of(block).Has(OperationKind.CatchClause))
                continue;
            var walker = new ForgetfulLogWalker(types, methods, call => rule.Report(context, new Finding(call.Syntax)
            {
                Location = LocationOf(call.Syntax),
                Arguments = [call.TargetMethod.Name],
            }));
            walker.Walk(block, context.CancellationToken);
        }
    }

    // The call; of one that spans lines, what is called, or its name where even that does.
    private static Location LocationOf(SyntaxNode call)
    {
        if (call is not InvocationExpressionSyntax invocation || IsOnOneLine(call.GetLocation()))
            return call.GetLocation();
        var callee = invocation.Expression.GetLocation();
        return IsOnOneLine(callee) || invocation.Expression is not MemberAccessExpressionSyntax access
            ? callee
            : Location.Create(call.SyntaxTree, TextSpan.FromBounds(access.Name.SpanStart, access.Name.Span.End));
    }

    private static bool IsOnOneLine(Location location)
    {
        var lines = location.GetLineSpan();
        return lines.StartLinePosition.Line == lines.EndLinePosition.Line;
    }
}
