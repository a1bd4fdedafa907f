using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>CDA2012: writes <c>?.Invoke</c>, which reads once, where the result is not used. The test stays: more may depend on it.</summary>
internal sealed class UnsafeEventInvocationTemplate : Template
{
    /// <inheritdoc/>
    public override string DiagnosticId => "CDA2012";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context));

    private static TemplateEdit? Create(TemplateContext context)
    {
        if (context.Flagged.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault() is not { Parent: ExpressionStatementSyntax } invocation)
            return null;
        return invocation.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke" } call
            ? new TemplateEdit(
                Messages.Get("TitleInvokeConditionally", call.Expression),
                ImmutableArray.Create(new TextChange(new TextSpan(call.OperatorToken.SpanStart, 0), "?")))
            : new TemplateEdit(
                Messages.Get("TitleInvokeConditionally", invocation.Expression),
                ImmutableArray.Create(new TextChange(new TextSpan(invocation.Expression.Span.End, 0), "?.Invoke")));
    }
}
