using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>CDA1028: sorts by the second key where the first one is equal, with ThenBy in place of OrderBy.</summary>
internal sealed class OrderByTwiceTemplate : Template
{
    /// <inheritdoc/>
    public override string DiagnosticId => "CDA1028";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context));

    private static TemplateEdit? Create(TemplateContext context)
    {
        if (context.Flagged.FirstAncestorOrSelf<SimpleNameSyntax>() is not { Identifier: var name })
            return null;
        var replacement = name.ValueText switch { "OrderBy" => "ThenBy", "OrderByDescending" => "ThenByDescending", _ => null };
        return replacement is null
            ? null
            : new TemplateEdit(Messages.Get("TitleWrite", replacement), ImmutableArray.Create(new TextChange(name.Span, replacement)));
    }
}
