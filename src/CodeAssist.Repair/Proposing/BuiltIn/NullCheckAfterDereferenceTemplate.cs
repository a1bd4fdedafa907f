using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>CDA1026: in <c>x.On &amp;&amp; x != null</c>, lets the test come before the operand that dereferences the variable.</summary>
internal sealed class NullCheckAfterDereferenceTemplate : Template
{
    /// <inheritdoc/>
    public override string DiagnosticId => "CDA1026";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context));

    private static TemplateEdit? Create(TemplateContext context)
    {
        var test = context.Flagged.FirstAncestorOrSelf<ExpressionSyntax>(node => node.Span == context.Diagnostic.Location.SourceSpan);
        if (test?.Parent is not BinaryExpressionSyntax parent
            || !parent.IsKind(IsTrueForNull(test) switch { true => SyntaxKind.LogicalOrExpression, false => SyntaxKind.LogicalAndExpression, null => SyntaxKind.None })
            || context.Diagnostic.AdditionalLocations.Count != 1)
        {
            return null;
        }

        var operands = OperandsOf(parent);
        var late = operands.IndexOf(test);
        var early = operands.FindIndex(operand => operand.Span.Contains(context.Diagnostic.AdditionalLocations[0].SourceSpan));
        if (early < 0 || early >= late)
            return null;

        // The operator before the test goes with it.
        var removed = TextSpan.FromBounds(operands[late - 1].Span.End, test.Span.End);
        return parent.SyntaxTree.GetRoot().DescendantTrivia(removed).Any(trivia => removed.Contains(trivia.Span) && !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            ? null
            : new TemplateEdit(
                Messages.Get("TitleTestFirst", test),
                ImmutableArray.Create(
                    new TextChange(new TextSpan(operands[early].SpanStart, 0), $"{test} {parent.OperatorToken.Text} "),
                    new TextChange(removed, string.Empty)));
    }

    // Null where it is no plain comparison with null.
    private static bool? IsTrueForNull(ExpressionSyntax test) => test switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } => false,
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax } => true,
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax } or RecursivePatternSyntax } => false,
        _ => null,
    };

    private static List<ExpressionSyntax> OperandsOf(BinaryExpressionSyntax part)
    {
        var top = part;
        while (top.Parent is BinaryExpressionSyntax above && above.IsKind(part.Kind()))
            top = above;
        var operands = new List<ExpressionSyntax>();
        ExpressionSyntax rest = top;
        for (; rest is BinaryExpressionSyntax binary && binary.IsKind(part.Kind()); rest = binary.Left)
            operands.Add(binary.Right);
        operands.Add(rest);
        operands.Reverse();
        return operands;
    }
}
