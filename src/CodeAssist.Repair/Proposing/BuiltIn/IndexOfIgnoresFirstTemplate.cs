using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>CDA1009: lets the comparison count a match at the start among the others.</summary>
internal sealed class IndexOfIgnoresFirstTemplate : Template
{
    // The key under which the analyzer says which operator does.
    private const string Replacement = "replacement";

    /// <inheritdoc/>
    public override string DiagnosticId => "CDA1009";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context));

    private static TemplateEdit? Create(TemplateContext context)
    {
        SyntaxToken? found = context.Flagged.FirstAncestorOrSelf<ExpressionSyntax>(node => node is BinaryExpressionSyntax or IsPatternExpressionSyntax) switch
        {
            BinaryExpressionSyntax comparison => comparison.OperatorToken,
            IsPatternExpressionSyntax { Pattern: RelationalPatternSyntax pattern } => pattern.OperatorToken,
            _ => null,
        };
        return found is { } @operator && context.Property(Replacement) is { } replacement
            ? new TemplateEdit(Messages.Get("TitleWriteOperator", replacement), ImmutableArray.Create(new TextChange(@operator.Span, replacement)))
            : null;
    }
}
