using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>
/// CDA1015: braces around the guarded statement and the flagged one, where that is a single simple statement: of
/// several, how many belong to the guard needs judgement.
/// </summary>
internal sealed class MisleadingIndentationTemplate : Template
{
    /// <inheritdoc/>
    public override string DiagnosticId => "CDA1015";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context, cancellation));

    private static TemplateEdit? Create(TemplateContext context, CancellationToken cancellation)
    {
        var flagged = context.Flagged.FirstAncestorOrSelf<StatementSyntax>(statement => statement.SpanStart == context.Diagnostic.Location.SourceSpan.Start);
        if (flagged is not (ExpressionStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or YieldStatementSyntax)
            || context.Diagnostic.AdditionalLocations.Count != 1)
        {
            return null;
        }

        var keyword = context.Root.FindToken(context.Diagnostic.AdditionalLocations[0].SourceSpan.Start);
        if (BodyOf(keyword.Parent) is not { } body || body.Span.End > flagged.SpanStart)
            return null;
        var text = context.Root.SyntaxTree.GetText(cancellation);
        var line = text.Lines.GetLineFromPosition(flagged.SpanStart);
        if (IsFollowedByTwin(flagged, text, text.ToString(TextSpan.FromBounds(line.Start, flagged.SpanStart))))
            return null;

        // What stands between the header and the body, and behind the flagged statement, ends with its line.
        var (open, close) = (body.FullSpan.Start, flagged.FullSpan.End);
        var header = text.Lines.GetLineFromPosition(keyword.SpanStart);
        if (!StartsLine(text, open) || !StartsLine(text, close))
            return null;
        var indentation = text.ToString(header.Span);
        indentation = indentation.Substring(0, indentation.Length - indentation.TrimStart(' ', '\t').Length);
        var newLine = text.ToString(TextSpan.FromBounds(header.End, header.EndIncludingLineBreak));
        return new TemplateEdit(
            Messages.Get("TitleAddBraces", keyword.Text),
            ImmutableArray.Create(
                OpensOnSameLine(flagged, text) && keyword.Parent is not null
                    ? new TextChange(new TextSpan(body.GetFirstToken().GetPreviousToken().Span.End, 0), " {")
                    : new TextChange(new TextSpan(open, 0), indentation + "{" + newLine),
                new TextChange(new TextSpan(close, 0), indentation + "}" + newLine)));
    }

    private static StatementSyntax? BodyOf(SyntaxNode? guard) => guard switch
    {
        ElseClauseSyntax otherwise => otherwise.Statement,
        IfStatementSyntax statement => statement.Statement,
        ForStatementSyntax statement => statement.Statement,
        CommonForEachStatementSyntax statement => statement.Statement,
        WhileStatementSyntax statement => statement.Statement,
        UsingStatementSyntax statement => statement.Statement,
        LockStatementSyntax statement => statement.Statement,
        _ => null,
    };

    private static bool StartsLine(SourceText text, int position) =>
        position == text.Lines.GetLineFromPosition(position).Start;

    // The next statement stands at the same column.
    private static bool IsFollowedByTwin(StatementSyntax flagged, SourceText text, string indentation)
    {
        var next = flagged.GetLastToken().GetNextToken();
        if (next.IsKind(SyntaxKind.CloseBraceToken) || next.IsKind(SyntaxKind.EndOfFileToken))
            return false;
        var line = text.Lines.GetLineFromPosition(next.SpanStart);
        return text.ToString(TextSpan.FromBounds(line.Start, next.SpanStart)) == indentation;
    }

    // As the block around does it.
    private static bool OpensOnSameLine(StatementSyntax flagged, SourceText text)
    {
        if (flagged.FirstAncestorOrSelf<BlockSyntax>() is not { } block || block.OpenBraceToken.GetPreviousToken() is not { RawKind: not 0 } before)
            return false;
        return text.Lines.GetLineFromPosition(before.Span.End).LineNumber == text.Lines.GetLineFromPosition(block.OpenBraceToken.SpanStart).LineNumber;
    }
}
