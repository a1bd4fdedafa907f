using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>CDA1015: a statement that is indented as if it belonged to the statement above it, which has no braces.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MisleadingIndentationAnalyzer() : CodeAssistAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor =
        Rule.Create(DiagnosticIds.MisleadingIndentation, Category.Correctness, DefaultPromise.WarningCandidate);

    /// <inheritdoc/>
    protected override void Register(RuleContext context) =>
        context.OnSyntax(list => Analyze(context, list), SyntaxKind.Block, SyntaxKind.SwitchSection, SyntaxKind.CompilationUnit);

    private static void Analyze(RuleContext rule, SyntaxNodeAnalysisContext context)
    {
        if (context.Node is BlockSyntax { Statements.Count: < 2 } or SwitchSectionSyntax { Statements.Count: < 2 })
            return;
        StatementSyntax? first = null;
        StatementSyntax? previous = null;
        SourceText? text = null;
        foreach (var statement in StatementsOf(context.Node))
        {
            if (previous is not null && IsGuard(previous))
            {
                text ??= statement.SyntaxTree.GetText(context.CancellationToken);
                if (Seeming(previous, statement, first!, text) is { } guard)
                    Report(rule, context, guard, statement, text);
            }

            first ??= statement;
            previous = statement;
        }
    }

    private static IEnumerable<StatementSyntax> StatementsOf(SyntaxNode list) => list switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        CompilationUnitSyntax unit => unit.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement),
        _ => [],
    };

    // The keyword that the statement seems to depend on, and does not; or null.
    private static SyntaxToken? Seeming(StatementSyntax previous, StatementSyntax statement, StatementSyntax first, SourceText text)
    {
        if (Indentation.Of(statement.GetFirstToken(), text) is not { } own)
            return null;

        // In line with the list that it is in: then the statement above stands too far left.
        if (first != previous && Indentation.Of(first.GetFirstToken(), text) is { } regular && own.IsSameAs(regular))
            return null;
        for (var guard = previous; Inner(guard) is var (keyword, body); guard = body)
        {
            if (body is BlockSyntax or EmptyStatementSyntax || body.IsMissing)
                return null;
            if (Header(keyword, previous, text) is { } header
                && Indentation.Of(body.GetFirstToken(), text) is { } guarded
                && own.IsSameAs(guarded) && guarded.IsDeeperThan(header))
            {
                return HasDirectives(previous, statement) ? null : keyword;
            }
        }

        return null;
    }

    private static bool IsGuard(StatementSyntax statement) => Inner(statement) is not null;

    // The last statement that stands under another one without braces of its own.
    private static (SyntaxToken Keyword, StatementSyntax Body)? Inner(StatementSyntax statement) => statement switch
    {
        IfStatementSyntax { Else: { } otherwise } => (otherwise.ElseKeyword, otherwise.Statement),
        IfStatementSyntax guard => (guard.IfKeyword, guard.Statement),
        ForStatementSyntax guard => (guard.ForKeyword, guard.Statement),
        CommonForEachStatementSyntax guard => (guard.ForEachKeyword, guard.Statement),
        WhileStatementSyntax guard => (guard.WhileKeyword, guard.Statement),
        UsingStatementSyntax guard => (guard.UsingKeyword, guard.Statement),
        LockStatementSyntax guard => (guard.LockKeyword, guard.Statement),
        _ => null,
    };

    // How far the line is indented that the keyword stands on, where that line starts inside the statement.
    private static Indentation? Header(SyntaxToken keyword, StatementSyntax statement, SourceText text)
    {
        var line = text.Lines.GetLineFromPosition(keyword.SpanStart);
        var start = line.Start;
        while (start < keyword.SpanStart && text[start] is ' ' or '\t')
            start++;
        return start >= statement.SpanStart ? Indentation.Of(statement.FindToken(start), text) : null;
    }

    // In another build configuration there may be braces, or something in between.
    private static bool HasDirectives(StatementSyntax previous, StatementSyntax statement) =>
        statement.GetLeadingTrivia().Any(trivia => trivia.IsDirective)
        || (previous.ContainsDirectives && previous.DescendantTrivia().Any(trivia => trivia.IsDirective && trivia.SpanStart >= previous.SpanStart));

    private static void Report(RuleContext rule, SyntaxNodeAnalysisContext context, SyntaxToken guard, StatementSyntax statement, SourceText text)
    {
        var line = text.Lines.GetLineFromPosition(statement.SpanStart);
        var end = statement.Span.End <= line.End ? statement.Span.End : text.ToString(TextSpan.FromBounds(line.Start, line.End)).TrimEnd().Length + line.Start;
        rule.Report(context, new Finding(statement)
        {
            Location = Location.Create(statement.SyntaxTree, TextSpan.FromBounds(statement.SpanStart, end)),
            AdditionalLocations = [guard.GetLocation()],
            Arguments = [guard.Text],
        });
    }
}
