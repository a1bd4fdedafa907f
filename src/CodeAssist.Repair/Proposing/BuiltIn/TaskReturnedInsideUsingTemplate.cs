using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>
/// CDA2001: makes the method or local function <c>async</c> and awaits every task that it returns. Lambdas are left
/// alone, because an async one may choose another overload, and so is whatever cannot be async.
/// </summary>
internal sealed class TaskReturnedInsideUsingTemplate : Template
{
    /// <inheritdoc/>
    public override string DiagnosticId => "CDA2001";

    /// <inheritdoc/>
    public override async Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation)
    {
        if (context.Flagged.FirstAncestorOrSelf<ReturnStatementSyntax>() is not { } flagged
            || AsyncFunction.Around(flagged, context.Model, cancellation) is not { } function)
        {
            return null;
        }

        var text = await context.Root.SyntaxTree.GetTextAsync(cancellation).ConfigureAwait(false);
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        changes.Add(new TextChange(new TextSpan(function.AsyncPosition, 0), "async "));
        foreach (var @return in function.Returns)
        {
            var type = context.Model.GetTypeInfo(@return.Expression!, cancellation).Type;
            if (!AsyncFunction.IsTask(type) || IsGeneric(type) != IsGeneric(function.ReturnType) && IsGeneric(function.ReturnType))
                return null;
            if (IsGeneric(function.ReturnType))
                changes.AddRange(AwaitedReturn.OfValue(@return));
            else
                changes.AddRange(AwaitedReturn.OfNothing(@return, isLast: @return == flagged && AwaitedReturn.EndsBody(@return, function.Body), text));
        }

        return new TemplateEdit(Messages.Get("TitleAwaitTask", function.Name), changes.ToImmutable());
    }

    private static bool IsGeneric(ITypeSymbol? type) => type is INamedTypeSymbol { IsGenericType: true };
}
