using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>
/// CDA3005: deletes the later of two disposals, and a disposal at the end of a <c>using</c>. One in the middle of a
/// <c>using</c> may be there because what follows needs the object gone.
/// </summary>
internal sealed class DoubleDisposeTemplate : Template
{
    /// <inheritdoc/>
    public override string DiagnosticId => "CDA3005";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context));

    private static TemplateEdit? Create(TemplateContext context)
    {
        if (context.Flagged.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { Parent: BlockSyntax block } statement
            || context.Diagnostic.AdditionalLocations.Count != 1
            || context.Diagnostic.AdditionalLocations[0].SourceTree != context.Diagnostic.Location.SourceTree)
        {
            return null;
        }

        var first = context.Root.FindNode(context.Diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true);
        var repeatsStatement = first.FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax;
        var endsUsing = block.Statements.Last() == statement
            && (block.Parent is UsingStatementSyntax @using ? @using.Span.Contains(first.Span) && !block.Span.Contains(first.Span) : first.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()?.Parent == block);
        return (repeatsStatement || endsUsing) && LineOf(statement, context) is { } line
            ? new TemplateEdit(Messages.Get("TitleDelete", statement), ImmutableArray.Create(new TextChange(line, string.Empty)))
            : null;
    }

    // The statement with its line where it has the line for itself, or with the space beside it; null where a comment would go too.
    private static TextSpan? LineOf(StatementSyntax statement, TemplateContext context)
    {
        if (statement.GetTrailingTrivia().Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia)))
            return null;
        var text = context.Root.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(statement.SpanStart);
        var endsLine = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(statement.Span.End, text.Lines.GetLineFromPosition(statement.Span.End).End)));
        if (!endsLine)
            return TextSpan.FromBounds(statement.SpanStart, statement.FullSpan.End);
        var start = statement.SpanStart;
        while (start > line.Start && text[start - 1] is ' ' or '\t')
            start--;
        return TextSpan.FromBounds(start, start == line.Start ? text.Lines.GetLineFromPosition(statement.Span.End).EndIncludingLineBreak : statement.Span.End);
    }
}
