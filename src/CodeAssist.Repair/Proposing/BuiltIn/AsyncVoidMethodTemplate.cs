using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>CDA2004: returns a task in place of void. The gate says whether the callers can live with it.</summary>
internal sealed class AsyncVoidMethodTemplate : Template
{
    /// <inheritdoc/>
    public override string DiagnosticId => "CDA2004";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context));

    private static TemplateEdit? Create(TemplateContext context)
    {
        var type = context.Flagged switch
        {
            MethodDeclarationSyntax method => method.ReturnType,
            LocalFunctionStatementSyntax function => function.ReturnType,
            _ => null,
        };
        if (type is not PredefinedTypeSyntax { Keyword: var keyword } || !keyword.IsKind(SyntaxKind.VoidKeyword)
            || context.Model.Compilation.GetTypeByMetadataName("System.Threading.Tasks.Task") is not { } task)
        {
            return null;
        }

        var name = task.ToMinimalDisplayString(context.Model, type.SpanStart);
        return new TemplateEdit(Messages.Get("TitleReturnTaskType", name), ImmutableArray.Create(new TextChange(type.Span, name)));
    }
}
