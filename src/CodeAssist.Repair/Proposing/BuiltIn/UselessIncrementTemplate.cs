using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>
/// CDA1020: keeps the step of <c>i = i++</c>, and leaves out that of <c>return i++</c>, which returns the same value
/// without it.
/// </summary>
internal sealed class UselessIncrementTemplate : Template
{
    /// <inheritdoc/>
    public override string DiagnosticId => "CDA1020";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context));

    private static TemplateEdit? Create(TemplateContext context)
    {
        var step = context.Flagged.FirstAncestorOrSelf<PostfixUnaryExpressionSyntax>();
        if (step is null)
            return null;
        var whole = step.Parent;
        while (whole is ParenthesizedExpressionSyntax or CastExpressionSyntax)
            whole = whole.Parent;
        return whole switch
        {
            AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax or ForStatementSyntax } assignment => new TemplateEdit(
                Messages.Get("TitleWrite", step),
                WithoutEmpty(
                    new TextChange(TextSpan.FromBounds(assignment.SpanStart, step.SpanStart), string.Empty),
                    new TextChange(TextSpan.FromBounds(step.Span.End, assignment.Span.End), string.Empty))),
            ReturnStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax => new TemplateEdit(
                Messages.Get("TitleWrite", step.Operand),
                ImmutableArray.Create(new TextChange(step.OperatorToken.Span, string.Empty))),
            _ => null,
        };
    }

    private static ImmutableArray<TextChange> WithoutEmpty(params TextChange[] changes) => changes.Where(change => change.Span.Length > 0).ToImmutableArray();
}
