using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>CDA1019: puts the two characters of the operator in the right order.</summary>
internal sealed class ReversedCompoundAssignmentTemplate : Template
{
    /// <inheritdoc/>
    public override string DiagnosticId => "CDA1019";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context));

    private static TemplateEdit? Create(TemplateContext context)
    {
        if (context.Flagged.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is not { Right: PrefixUnaryExpressionSyntax signed } assignment)
            return null;

        // A comparison is no statement: there an assignment was meant.
        if (signed.IsKind(SyntaxKind.LogicalNotExpression) && (assignment.Parent is ExpressionStatementSyntax || (assignment.Parent is ForStatementSyntax loop && loop.Condition != assignment)))
        {
            return new TemplateEdit(
                Messages.Get("TitleWrite", $"= {signed.OperatorToken.Text}{signed.Operand}"),
                ImmutableArray.Create(new TextChange(TextSpan.FromBounds(signed.OperatorToken.SpanStart, signed.Operand.SpanStart), " " + signed.OperatorToken.Text)));
        }

        var meant = signed.OperatorToken.Text + assignment.OperatorToken.Text;
        return new TemplateEdit(
            Messages.Get("TitleWriteOperator", meant),
            ImmutableArray.Create(new TextChange(TextSpan.FromBounds(assignment.OperatorToken.SpanStart, signed.OperatorToken.Span.End), meant)));
    }
}
