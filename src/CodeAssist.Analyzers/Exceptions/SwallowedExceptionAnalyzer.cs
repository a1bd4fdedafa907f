using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Analyzers.Exceptions;

/// <summary>CDA3001: a catch of a general exception neither uses, logs, rethrows nor explains it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SwallowedExceptionAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.SwallowedException, Category.Exceptions, DefaultPromise.Suggestion);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        // Tests swallow on purpose: what they assert comes after the catch.
        if (!context.IsTestProject && ExceptionTypes.Of(context) is { } types)
            context.OnOperation(operation => Analyze(context, types, operation), OperationKind.CatchClause);
    }

    private static void Analyze(RuleContext rule, ExceptionTypes types, OperationAnalysisContext context)
    {
        var clause = (ICatchClauseOperation)context.Operation;
        if (clause.Filter is null
            && clause.Syntax is CatchClauseSyntax syntax
            && types.IsGeneral(clause)
            && !Explanation.IsIn(syntax)
            && !SaysTry(clause, context.ContainingSymbol)
            && !Handling.IsIn(clause, context))
        {
            var end = syntax.Declaration?.Span.End ?? syntax.CatchKeyword.Span.End;
            rule.Report(context, new Finding(syntax)
            {
                Location = Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(syntax.SpanStart, end)),
                Arguments = [types.Caught(clause).Name],
            });
        }
    }

    // A method that says it only tries says what a failure means: its result.
    private static bool SaysTry(ICatchClauseOperation clause, ISymbol container)
    {
        for (IOperation? operation = clause; operation is not null; operation = operation.Parent)
        {
            if (operation is ILocalFunctionOperation function && SaysTry(function.Symbol.Name))
                return true;
        }

        return SaysTry((container as IMethodSymbol)?.AssociatedSymbol?.Name ?? container.Name);
    }

    // "Try" as a word: TryLoad, tryLoad and SafeTryGet, not Retry or Trying. An explicit implementation's name has dots.
    private static bool SaysTry(string name)
    {
        if (name.StartsWith("try", StringComparison.Ordinal) && (name.Length == 3 || char.IsUpper(name[3])))
            return true;
        var at = name.IndexOf("Try", StringComparison.Ordinal);
        while (at >= 0)
        {
            if (at + 3 == name.Length || !char.IsLower(name[at + 3]))
                return true;
            at = name.IndexOf("Try", at + 3, StringComparison.Ordinal);
        }

        return false;
    }
}
