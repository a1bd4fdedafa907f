using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>
/// CDA1025: ends the loop one pass earlier, or takes the last element in place of the one past it, where the analyzer
/// says that nothing else can have been meant.
/// </summary>
internal sealed class IndexPastEndTemplate : Template
{
    // Left by the analyzer: the operator of a loop's bound, or the whole index.
    private const string Replacement = "replacement";

    /// <inheritdoc/>
    public override string DiagnosticId => "CDA1025";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context));

    private static TemplateEdit? Create(TemplateContext context) => (context.Property(Replacement), context.Flagged) switch
    {
        ("<", BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanOrEqualExpression } bound) => Tighten(bound, "<"),
        (">", BinaryExpressionSyntax { RawKind: (int)SyntaxKind.GreaterThanOrEqualExpression } bound) => Tighten(bound, ">"),
        ({ Length: > 1 } index, ExpressionSyntax length) when index == length + " - 1" =>
            new TemplateEdit(Messages.Get("TitleWrite", index), ImmutableArray.Create(new TextChange(new TextSpan(length.Span.End, 0), " - 1"))),
        _ => null,
    };

    private static TemplateEdit Tighten(BinaryExpressionSyntax bound, string @operator) => new(
        Messages.Get("TitleWrite", $"{bound.Left} {@operator} {bound.Right}"),
        ImmutableArray.Create(new TextChange(bound.OperatorToken.Span, @operator)));
}
