using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>CDA1016: throws the exception that was only created.</summary>
internal sealed class ExceptionNotThrownTemplate : Template
{
    /// <inheritdoc/>
    public override string DiagnosticId => "CDA1016";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context));

    private static TemplateEdit? Create(TemplateContext context) =>
        context.Flagged.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is { Parent: ExpressionStatementSyntax or ArrowExpressionClauseSyntax } creation
            ? new TemplateEdit(Messages.Get("TitleThrow"), ImmutableArray.Create(new TextChange(new TextSpan(creation.SpanStart, 0), "throw ")))
            : null;
}
