using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>CDA1039: tests the argument before it is cast or dereferenced.</summary>
internal sealed class EqualsThrowsTemplate : Template
{
    /// <inheritdoc/>
    public override string DiagnosticId => "CDA1039";

    /// <inheritdoc/>
    public override async Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation)
    {
        var flagged = context.Flagged.FirstAncestorOrSelf<ExpressionSyntax>(node => node.Span == context.Diagnostic.Location.SourceSpan);
        if (flagged is null)
            return null;
        var text = await context.Root.SyntaxTree.GetTextAsync(cancellation).ConfigureAwait(false);
        return context.Root.FindNode(flagged.Span).FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() switch
        {
            MethodDeclarationSyntax => InEquals(flagged, text),
            OperatorDeclarationSyntax { ParameterList.Parameters: { Count: 2 } parameters } => InOperator(flagged, parameters[0].Identifier.Text, parameters[1].Identifier.Text, context, text),
            _ => null,
        };
    }

    private static TemplateEdit? InEquals(ExpressionSyntax flagged, SourceText text)
    {
        var tree = flagged.SyntaxTree;
        switch (flagged)
        {
            case CastExpressionSyntax { Type: not NullableTypeSyntax, Expression: { } operand } cast when NameOf(operand) is { } name:
                return Edit(flagged, text, "TitleTestType", Guard.Is(name, cast.Type.ToString(), false, tree), Guard.Is(name, cast.Type.ToString(), true, tree), "return false;");

            // null has no type: the comparison with a type is false.
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver, Name.Identifier.ValueText: "GetType" }, Parent: BinaryExpressionSyntax or ArgumentSyntax }:
                return new TemplateEdit(Messages.Get("TitleWrite", receiver + "?." + "GetType()"), ImmutableArray.Create(new TextChange(new TextSpan(receiver.Span.End, 0), "?")));
        }

        return ReceiverOf(flagged) switch
        {
            IdentifierNameSyntax receiver =>
                Edit(flagged, text, "TitleTestNull", Guard.Is(receiver.Identifier.Text, "null", true, tree), Guard.Is(receiver.Identifier.Text, "null", false, tree), "return false;"),
            ParenthesizedExpressionSyntax { Expression: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression } conversion } when NameOf(conversion.Left) is { } name =>
                Edit(flagged, text, "TitleTestType", Guard.Is(name, conversion.Right.ToString(), false, tree), Guard.Is(name, conversion.Right.ToString(), true, tree), "return false;"),
            _ => null,
        };
    }

    // Null equals null, and nothing else.
    private static TemplateEdit? InOperator(ExpressionSyntax flagged, string left, string right, TemplateContext context, SourceText text)
    {
        if (ReceiverOf(flagged) is not IdentifierNameSyntax receiver || context.Model.GetTypeInfo(receiver).Type is not { IsReferenceType: true } type)
            return null;
        var member = flagged.FirstAncestorOrSelf<OperatorDeclarationSyntax>()!;
        if (context.Model.GetDeclaredSymbol(member) is not { Parameters: { Length: 2 } parameters }
            || !parameters.All(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, type)))
        {
            return null;
        }

        var title = Messages.Get("TitleTestNull", left);
        if (ExpressionAround(flagged, member) is { } expression)
        {
            var bothAreRead = expression.DescendantNodes().Any(node => node is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax other } && other.Identifier.Text == right);
            var changes = bothAreRead
                ? Guard.And(expression, $"{left} is null ? {right} is null : {Guard.Is(right, "null", true, flagged.SyntaxTree)}")
                : ImmutableArray.Create(new TextChange(new TextSpan(expression.SpanStart, 0), $"{left} is null ? {right} is null : "));
            return new TemplateEdit(title, changes);
        }

        return StatementAround(flagged, member) is { } statement
            ? new TemplateEdit(title, ImmutableArray.Create(Guard.Before(statement, text, $"{left} is null || {right} is null", $"return {left} is null && {right} is null;")))
            : null;
    }

    private static TemplateEdit? Edit(ExpressionSyntax flagged, SourceText text, string title, string condition, string opposite, string exit)
    {
        var member = flagged.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>()!;
        var name = Messages.Get(title, condition.Split(' ')[0].TrimStart('!', '('));
        if (ExpressionAround(flagged, member) is { } expression)
            return new TemplateEdit(name, Guard.And(expression, condition));
        return StatementAround(flagged, member) is { } statement
            ? new TemplateEdit(name, ImmutableArray.Create(Guard.Before(statement, text, opposite, exit)))
            : null;
    }

    // The expression that the member returns, where the flagged code is a part of it and of no function within.
    private static ExpressionSyntax? ExpressionAround(SyntaxNode flagged, BaseMethodDeclarationSyntax member) =>
        member.ExpressionBody?.Expression is { } body ? body
        : StatementAround(flagged, member) is ReturnStatementSyntax { Expression: { } returned } ? returned
        : null;

    private static StatementSyntax? StatementAround(SyntaxNode flagged, BaseMethodDeclarationSyntax member) =>
        member.Body?.Statements.FirstOrDefault(statement => statement.Span.Contains(flagged.Span));

    private static ExpressionSyntax? ReceiverOf(ExpressionSyntax flagged) => flagged switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Expression,
        ElementAccessExpressionSyntax element => element.Expression,
        _ => null,
    };

    private static string? NameOf(ExpressionSyntax operand)
    {
        while (operand is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed)
            operand = suppressed.Operand;
        return (operand as IdentifierNameSyntax)?.Identifier.Text;
    }
}
