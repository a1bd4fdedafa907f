using System.Collections.Immutable;
using CodeAssist.Analyzers.Naming;
using CodeAssist.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1009: <c>IndexOf(...) &gt; 0</c>, which takes a match at the start for none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IndexOfIgnoresFirstAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    // A name or a comment with one of these says that the start is left out on purpose.
    private static readonly string[] Deliberate =
    [
        "start", "begin", "first", "front", "lead", "head", "prefix", "infix", "preced", "behind", "after", "before", "inner", "inside", "interior", "middle",
        "nested", "separat", "delimit", "qualif", "scheme", "zero",
    ];

    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.IndexOfIgnoresFirst, Category.Correctness, DefaultPromise.Suggestion);

    /// <inheritdoc/>
    protected override void Register(RuleContext context)
    {
        var calls = new IndexOfCalls(context);
        context.OnOperationBlock(block => Analyze(context, block, calls));
    }

    private static void Analyze(RuleContext rule, OperationBlockAnalysisContext context, IndexOfCalls calls)
    {
        PositionUses? uses = null;
        foreach (var operation in context.OfKind(OperationKind.Binary, OperationKind.IsPattern))
        {
            if (ZeroTest.Of(operation) is not { } test)
                continue;
            uses ??= new PositionUses(context, calls);
            if (uses.IsOnlyTested(test.Position) && !IsDeliberate(test.Whole.Syntax, context.OwningSymbol.Name) && !uses.IsStartTestedBeside(test.Whole))
            {
                rule.Report(context, new Finding(test.Whole.Syntax)
                {
                    Location = OneLine.Of(test.Whole.Syntax, test.Zero.Syntax),
                    Properties = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Replacement, test.Replacement),
                    Arguments = [Snippet.Of(test.Whole.Syntax)],
                });
            }
        }
    }

    // The member or variable that gets the result, or a comment at its statement, says so.
    private static bool IsDeliberate(SyntaxNode comparison, string member)
    {
        if (Says(member))
            return true;
        for (var node = comparison.Parent; node is not null; node = node.Parent)
        {
            var name = node switch
            {
                VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } => left.Identifier.ValueText,
                AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax left } => left.Name.Identifier.ValueText,
                ArgumentSyntax { NameColon: { } colon } => colon.Name.Identifier.ValueText,
                LocalFunctionStatementSyntax function => function.Identifier.ValueText,
                _ => null,
            };
            if (Says(name))
                return true;
            if (node is StatementSyntax or MemberDeclarationSyntax)
                return CommentsAt(node, comparison).Any(comment => Deliberate.Any(word => comment.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0));
        }

        return false;
    }

    private static bool Says(string? name) => Words.AnyStartsWith(name, Deliberate);

    private static IEnumerable<string> CommentsAt(SyntaxNode statement, SyntaxNode comparison)
    {
        var line = comparison.SyntaxTree.GetText().Lines.GetLineFromPosition(comparison.Span.End);
        return statement.GetLeadingTrivia().Concat(comparison.DescendantTrivia()).Append(comparison.SyntaxTree.GetRoot().FindTrivia(Math.Max(line.Start, line.End - 1)))
            .Where(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia)
            .Select(trivia => trivia.ToString());
    }
}
