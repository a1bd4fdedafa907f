using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>CDA2007: awaits the awaitable method that the analyzer found, with the same arguments and the token in scope.</summary>
internal sealed class SyncCallInAsyncTemplate : Template
{
    // Left by the analyzer: the name of the awaitable method.
    private const string Replacement = "replacement";

    /// <inheritdoc/>
    public override string DiagnosticId => "CDA2007";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context));

    private static TemplateEdit? Create(TemplateContext context)
    {
        // The analyzer names the twin; Thread.Sleep has none but Task.Delay.
        if (context.Flagged.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault() is not { } call
            || call.Expression is not (MemberAccessExpressionSyntax or SimpleNameSyntax)
            // The await would belong before the whole of `x?.M()`.
            || call.Ancestors().TakeWhile(ancestor => ancestor is ExpressionSyntax).OfType<ConditionalAccessExpressionSyntax>().Any(access => access.WhenNotNull.Span.Contains(call.Span)))
        {
            return null;
        }

        var twin = context.Property(Replacement);
        ExpressionSyntax callee;
        if (twin is not null)
            callee = TokenInScope.Renamed(call.Expression, twin);
        else if (IsSleep(call, context.Model) && context.Model.Compilation.GetTypeByMetadataName("System.Threading.Tasks.Task") is { } task)
            callee = SyntaxFactory.ParseExpression(task.ToMinimalDisplayString(context.Model, call.SpanStart) + ".Delay");
        else
            return null;
        var needsParentheses = call.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax or ConditionalAccessExpressionSyntax or PostfixUnaryExpressionSyntax;
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        changes.Add(new TextChange(new TextSpan(call.SpanStart, 0), needsParentheses ? "(await " : "await "));
        changes.Add(twin is null ? new TextChange(call.Expression.Span, callee.ToString()) : new TextChange(NameOf(call.Expression).Identifier.Span, twin));
        if (TokenInScope.ArgumentFor(call, callee, context.Model) is { } token)
        {
            var arguments = call.ArgumentList.Arguments;
            changes.Add(new TextChange(new TextSpan(arguments.Count > 0 ? arguments.Last().Span.End : call.ArgumentList.CloseParenToken.SpanStart, 0), arguments.Count > 0 ? ", " + token : token));
        }

        var end = AwaitStyle.SuffixAt(call) + (needsParentheses ? ")" : string.Empty);
        if (end.Length > 0)
            changes.Add(new TextChange(new TextSpan(call.Span.End, 0), end));
        return new TemplateEdit(Messages.Get("TitleAwaitTwin", twin ?? callee.ToString()), changes.ToImmutable());
    }

    private static SimpleNameSyntax NameOf(ExpressionSyntax callee) => callee is MemberAccessExpressionSyntax member ? member.Name : (SimpleNameSyntax)callee;

    private static bool IsSleep(InvocationExpressionSyntax call, SemanticModel model) =>
        model.GetSymbolInfo(call).Symbol is IMethodSymbol { Name: "Sleep", ContainingType: { Name: "Thread", ContainingNamespace.Name: "Threading" } };
}
