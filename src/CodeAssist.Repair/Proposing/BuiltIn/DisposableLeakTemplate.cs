using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>CDA3004: makes the declaration a <c>using</c> declaration.</summary>
internal sealed class DisposableLeakTemplate : Template
{
    /// <inheritdoc/>
    public override string DiagnosticId => "CDA3004";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) =>
        Task.FromResult(Create(context, cancellation));

    private static TemplateEdit? Create(TemplateContext context, CancellationToken cancellation)
    {
        // A switch section cannot hold a using declaration.
        if (context.Flagged.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is not { Parent: BlockSyntax or GlobalStatementSyntax } statement
            || statement.Declaration.Variables is not [var variable]
            || context.Model.GetDeclaredSymbol(variable, cancellation) is not ILocalSymbol local
            || context.Model.Compilation.GetTypeByMetadataName("System.IDisposable") is not { } disposable
            || !context.Model.Compilation.HasImplicitConversion(local.Type, disposable))
        {
            return null;
        }

        return new TemplateEdit(
            Messages.Get("TitleUsing", variable.Identifier.Text),
            ImmutableArray.Create(new TextChange(new TextSpan(statement.SpanStart, 0), "using ")));
    }
}
