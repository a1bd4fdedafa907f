using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>CDA1027: awaits a task that has a result, where the function around it is async.</summary>
internal sealed class TaskInStringTemplate : Template
{
    /// <inheritdoc/>
    public override string DiagnosticId => "CDA1027";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context, cancellation));

    private static TemplateEdit? Create(TemplateContext context, CancellationToken cancellation)
    {
        var value = context.Flagged.FirstAncestorOrSelf<ExpressionSyntax>(node => node.Span == context.Diagnostic.Location.SourceSpan);
        if (value is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax)
            || context.Model.GetTypeInfo(value, cancellation).Type is not INamedTypeSymbol { TypeArguments.Length: 1 } type
            || !AsyncFunction.IsTask(type)

            // Of task.ToString() the call is part of what is wrong.
            || value.Parent is MemberAccessExpressionSyntax
            || !CanAwait(value))
        {
            return null;
        }

        // A ValueTask may be awaited only once: one that has a name may have been.
        if (type.Name == "ValueTask" && value is not InvocationExpressionSyntax)
            return null;
        return new TemplateEdit(Messages.Get("TitleAwaitTwin", Shown(value)), ImmutableArray.Create(
            new TextChange(new TextSpan(value.SpanStart, 0), "await "),
            new TextChange(new TextSpan(value.Span.End, 0), AwaitStyle.SuffixAt(value))));
    }

    private static bool CanAwait(SyntaxNode value)
    {
        for (var node = value.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax lambda:
                    return lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax function:
                    return function.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case GlobalStatementSyntax:
                    return true;
                case LockStatementSyntax or UnsafeStatementSyntax or FixedStatementSyntax or CatchFilterClauseSyntax or QueryExpressionSyntax or MemberDeclarationSyntax or ConstructorInitializerSyntax:
                    return false;
            }
        }

        return false;
    }

    private static string Shown(ExpressionSyntax value)
    {
        const int Longest = 40;
        var text = value.ToString();
        return text.Length <= Longest && text.IndexOf('\n') < 0 ? text : value is InvocationExpressionSyntax call && call.Expression.ToString() is { Length: <= Longest } name ? name + "(...)" : "...";
    }
}
