using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>CDA2011: lets the loop run over a copy, where <c>ToList</c> is within reach.</summary>
internal sealed class ForeachModifiesCollectionTemplate : Template
{
    /// <inheritdoc/>
    public override string DiagnosticId => "CDA2011";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context));

    private static TemplateEdit? Create(TemplateContext context)
    {
        // The analyzer's further places: the loop, and what it enumerates.
        if (context.Diagnostic.AdditionalLocations is not [{ } loopPlace, ..]
            || context.Flagged.Ancestors().OfType<CommonForEachStatementSyntax>().FirstOrDefault(each => each.ForEachKeyword.Span == loopPlace.SourceSpan) is not { Expression: { } enumerated })
        {
            return null;
        }

        var needsParentheses = enumerated is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
            or ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax);
        var copy = SyntaxFactory.ParseExpression(needsParentheses ? $"({enumerated}).ToList()" : $"{enumerated}.ToList()");
        if (context.Model.GetSpeculativeSymbolInfo(enumerated.SpanStart, copy, SpeculativeBindingOption.BindAsExpression).Symbol is not IMethodSymbol { ContainingType.Name: "Enumerable" })
            return null;
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        if (needsParentheses)
            changes.Add(new TextChange(new TextSpan(enumerated.SpanStart, 0), "("));
        changes.Add(new TextChange(new TextSpan(enumerated.Span.End, 0), needsParentheses ? ").ToList()" : ".ToList()"));
        return new TemplateEdit(Messages.Get("TitleEnumerateCopy", copy), changes.ToImmutable());
    }
}
