using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>CDA1035: widens an operand before the product or shift is computed.</summary>
internal sealed class OverflowBeforeWideningTemplate : Template
{
    // The key under which the analyzer says to which type the result is widened.
    private const string TargetType = "target-type";

    /// <inheritdoc/>
    public override string DiagnosticId => "CDA1035";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context));

    private static TemplateEdit? Create(TemplateContext context)
    {
        if (context.Property(TargetType) is not { } type
            || context.Flagged.FirstAncestorOrSelf<BinaryExpressionSyntax>(node => node.Span == context.Diagnostic.Location.SourceSpan) is not { } flagged)
        {
            return null;
        }

        var operands = OperandsToWiden(flagged, type);
        if (operands.IsEmpty)
            return null;
        var changes = OperandCast.WithoutLateCast(flagged, operands[0], type, out var castIsKept);
        return new TemplateEdit(
            Messages.Get("TitleComputeAs", type.TrimEnd('?')),
            changes.AddRange(operands.Skip(castIsKept ? 1 : 0).Select(operand => OperandCast.Of(operand, type))).OrderBy(change => change.Span.Start).ToImmutableArray());
    }

    private static ImmutableArray<ExpressionSyntax> OperandsToWiden(BinaryExpressionSyntax flagged, string type)
    {
        if (flagged.IsKind(SyntaxKind.LeftShiftExpression))
            return OperandCast.IsPossible(flagged.Left) && type is "long" or "long?" or "ulong" or "ulong?" ? ImmutableArray.Create(flagged.Left) : ImmutableArray<ExpressionSyntax>.Empty;
        if (!flagged.IsKind(SyntaxKind.MultiplyExpression))
            return ImmutableArray<ExpressionSyntax>.Empty;
        var factors = new List<ExpressionSyntax>();
        ExpressionSyntax rest = flagged;
        for (; rest is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } product; rest = product.Left)
            factors.Insert(0, product.Right);
        factors.Insert(0, rest);

        // A signed operand and an unsigned one have no common type: all become unsigned.
        if (type is "ulong" or "ulong?")
            return factors.TrueForAll(OperandCast.IsPossible) ? factors.ToImmutableArray() : ImmutableArray<ExpressionSyntax>.Empty;

        // Of `a / b * c` it is the c; a product in the dividend would overflow as before.
        if (OperandCast.IsPossible(factors[0]))
            return ImmutableArray.Create(factors[0]);
        return OperandCast.IsPossible(factors[1]) && !factors[0].DescendantNodes().Any(node => node.IsKind(SyntaxKind.MultiplyExpression))
            ? ImmutableArray.Create(factors[1])
            : ImmutableArray<ExpressionSyntax>.Empty;
    }
}
