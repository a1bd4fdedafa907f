using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>CDA1014: steps the variable that the loop tests, where the analyzer says that this step leads to its end.</summary>
internal sealed class LoopIncrementsWrongVariableTemplate : Template
{
    // The key under which the analyzer names the tested variable.
    private const string Replacement = "replacement";

    /// <inheritdoc/>
    public override string DiagnosticId => "CDA1014";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context));

    private static TemplateEdit? Create(TemplateContext context)
    {
        var step = context.Flagged.FirstAncestorOrSelf<ExpressionSyntax>(node => node.Parent is ForStatementSyntax);
        if (step?.Parent is not ForStatementSyntax { Condition: { } condition } || context.Property(Replacement) is not { } tested)
            return null;

        // As it is written in the condition: the name may be a keyword.
        var name = condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault(identifier => identifier.Identifier.ValueText == tested);
        var wrong = step.DescendantNodes().OfType<IdentifierNameSyntax>().ToList();
        return name is null || wrong.Count == 0 || wrong.Exists(identifier => identifier.Identifier.ValueText != wrong[0].Identifier.ValueText)
            ? null
            : new TemplateEdit(
                Messages.Get("TitleStep", tested),
                wrong.Select(identifier => new TextChange(identifier.Span, name.Identifier.Text)).ToImmutableArray());
    }
}
