using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>CDA2005: awaits a task that has ended where the receiver is null. What a result should be then, a template does not know.</summary>
internal sealed class AwaitNullConditionalTemplate : Template
{
    /// <inheritdoc/>
    public override string DiagnosticId => "CDA2005";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context, cancellation));

    private static TemplateEdit? Create(TemplateContext context, CancellationToken cancellation)
    {
        if (context.Flagged.AncestorsAndSelf().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(candidate => candidate.SpanStart == context.Flagged.SpanStart) is not { } access
            || context.Model.GetTypeInfo(access, cancellation).Type is not INamedTypeSymbol { IsGenericType: false, IsValueType: false } type || !AsyncFunction.IsTask(type))
        {
            return null;
        }

        var ended = type.ToMinimalDisplayString(context.Model, NullableFlowState.NotNull, access.SpanStart) + ".CompletedTask";
        var title = Messages.Get("TitleAwaitOrCompleted", ended);
        return access.Parent is ParenthesizedExpressionSyntax
            ? new TemplateEdit(title, ImmutableArray.Create(new TextChange(new TextSpan(access.Span.End, 0), " ?? " + ended)))
            : access.Parent is AwaitExpressionSyntax
                ? new TemplateEdit(title, ImmutableArray.Create(
                    new TextChange(new TextSpan(access.SpanStart, 0), "("),
                    new TextChange(new TextSpan(access.Span.End, 0), " ?? " + ended + ")")))
                : null;
    }
}
