using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>
/// CDA2006: returns a task that has ended in place of null. What a task of a value that cannot be null should hold,
/// a template does not know.
/// </summary>
internal sealed class NullTaskReturnedTemplate : Template
{
    /// <inheritdoc/>
    public override string DiagnosticId => "CDA2006";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context, cancellation));

    private static TemplateEdit? Create(TemplateContext context, CancellationToken cancellation)
    {
        // Of an ambiguous span the outermost expression is what is returned: `null` of `null!` and of `(Task)null`.
        if (context.Flagged.FirstAncestorOrSelf<ExpressionSyntax>() is not { } flagged)
            return null;
        var whole = Outermost(flagged);
        if (ReturnTypeOf(flagged, context.Model, cancellation) is not INamedTypeSymbol type || !AsyncFunction.IsTask(type) || type.IsValueType
            || context.Model.Compilation.GetTypeByMetadataName("System.Threading.Tasks.Task") is not { } task)
        {
            return null;
        }

        var name = task.ToMinimalDisplayString(context.Model, flagged.SpanStart);
        var text = type.TypeArguments is [var result]
            ? MayBeNull(result) ? $"{name}.FromResult<{result.ToMinimalDisplayString(context.Model, flagged.SpanStart)}>({(IsNullable(result) ? "null" : "default")})" : null
            : $"{name}.CompletedTask";
        return text is null ? null : new TemplateEdit(Messages.Get("TitleReturnTask", text), ImmutableArray.Create(new TextChange(whole.Span, text)));
    }

    private static ExpressionSyntax Outermost(ExpressionSyntax expression)
    {
        while (expression.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } or CastExpressionSyntax or ParenthesizedExpressionSyntax)
            expression = (ExpressionSyntax)expression.Parent;
        return expression;
    }

    private static bool MayBeNull(ITypeSymbol type) =>
        IsNullable(type) || type.NullableAnnotation == NullableAnnotation.Annotated;

    private static bool IsNullable(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        || (type.IsReferenceType && type.NullableAnnotation is NullableAnnotation.Annotated or NullableAnnotation.None);

    private static ITypeSymbol? ReturnTypeOf(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var ancestor in node.Ancestors())
        {
            switch (ancestor)
            {
                case AnonymousFunctionExpressionSyntax:
                    return (model.GetSymbolInfo(ancestor, cancellation).Symbol as IMethodSymbol)?.ReturnType;
                case LocalFunctionStatementSyntax or MethodDeclarationSyntax:
                    return (model.GetDeclaredSymbol(ancestor, cancellation) as IMethodSymbol)?.ReturnType;
                case MemberDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }
}
