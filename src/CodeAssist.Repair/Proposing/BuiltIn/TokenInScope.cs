using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>The cancellation token that a new call passes on: a call that drops it can no longer be cancelled.</summary>
internal static class TokenInScope
{
    /// <summary>
    /// The argument to write behind those of a call, once it calls <paramref name="callee"/>: the only token parameter in
    /// scope, by position or by name, or null where there is none or the method takes none there.
    /// </summary>
    public static string? ArgumentFor(InvocationExpressionSyntax call, ExpressionSyntax callee, SemanticModel model)
    {
        var tokens = model.LookupSymbols(call.SpanStart).OfType<IParameterSymbol>().Where(parameter => IsToken(parameter.Type)).ToList();
        if (tokens is not [var token] || call.ArgumentList.Arguments.Any(argument => IsToken(model.GetTypeInfo(argument.Expression).Type)))
            return null;
        var called = call.WithExpression(callee);
        var value = SyntaxFactory.IdentifierName(token.Name);
        if (Takes(SyntaxFactory.Argument(value)))
            return token.Name;
        var twins = model.GetSpeculativeSymbolInfo(call.SpanStart, called, SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol method
            ? method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
            : [];
        foreach (var parameter in twins.SelectMany(twin => twin.Parameters).Where(parameter => IsToken(parameter.Type)))
        {
            if (Takes(SyntaxFactory.Argument(SyntaxFactory.NameColon(parameter.Name), default, value)))
                return parameter.Name + ": " + token.Name;
        }

        return null;

        bool Takes(ArgumentSyntax argument) =>
            model.GetSpeculativeSymbolInfo(call.SpanStart, called.AddArgumentListArguments(argument), SpeculativeBindingOption.BindAsExpression).Symbol
                is IMethodSymbol { Parameters: [.., var last] } && IsToken(last.Type);
    }

    /// <summary>What a call names, with another name in the place of the method's.</summary>
    public static ExpressionSyntax Renamed(ExpressionSyntax expression, string name) => expression switch
    {
        MemberAccessExpressionSyntax member => member.WithName(Renamed(member.Name, name)),
        SimpleNameSyntax simple => Renamed(simple, name),
        _ => expression,
    };

    private static SimpleNameSyntax Renamed(SimpleNameSyntax simple, string name) => simple.WithIdentifier(SyntaxFactory.Identifier(name));

    private static bool IsToken(ITypeSymbol? type) =>
        type is { Name: "CancellationToken", ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };
}
