using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>What the calls that a repair writes are passed: the token that is in scope, the variable that bears the parameter's name, the old arguments in their places.</summary>
internal static class PassedArguments
{
    /// <summary>A new call that could take the cancellation token in scope and does not; null where there is none.</summary>
    public static string? FindWithoutToken(SemanticModel model, SyntaxNode newNode, TokenMap tokens, CancellationToken cancellation)
    {
        foreach (var call in newNode.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (NameOf(call) is not { } name || tokens.ToOld(name.Identifier.SpanStart) is not null || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method
                || method.Name is "FromResult" or "Run" || call.ArgumentList.Arguments.Any(argument => IsToken(model.GetTypeInfo(argument.Expression, cancellation).Type) && !IsNoToken(argument.Expression)))
            {
                continue;
            }

            if (TakesToken(method) && model.LookupSymbols(call.SpanStart).Count(symbol => IsToken((symbol as IParameterSymbol)?.Type ?? (symbol as ILocalSymbol)?.Type)) == 1)
                return method.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
        }

        return null;
    }

    /// <summary>An argument for which the variable of the parameter's name was left aside, or one that lost its place; null where there is none.</summary>
    public static string? FindMisplaced(SemanticModel oldModel, SyntaxNode oldNode, SemanticModel newModel, SyntaxNode newNode, TokenMap tokens, CancellationToken cancellation)
    {
        foreach (var list in newNode.DescendantNodes().OfType<ArgumentListSyntax>())
        {
            if (list.Parent is null || newModel.GetSymbolInfo(list.Parent, cancellation).Symbol is not IMethodSymbol method || tokens.ToOld(list.OpenParenToken.SpanStart) is not { } start
                || oldNode.FindToken(start).Parent is not ArgumentListSyntax old || old.Arguments.Count == list.Arguments.Count)
            {
                continue;
            }

            for (var i = 0; i < list.Arguments.Count && i < method.Parameters.Length; i++)
            {
                if (list.Arguments[i].NameColon is null && Misplaced(old, list, i, method.Parameters[i], oldModel, newModel) is { } wrong)
                    return wrong;
            }
        }

        return null;
    }

    /// <summary>An argument that says nothing, where something of its parameter's type is at hand; null where there is none.</summary>
    public static (string Poor, string Richer)? FindPoor(SemanticModel model, SyntaxNode newNode, TokenMap tokens, CancellationToken cancellation)
    {
        foreach (var argument in newNode.DescendantNodes().OfType<ArgumentSyntax>().Where(argument => tokens.ToOld(argument.Expression.GetLastToken().SpanStart) is null))
        {
            if (argument.Expression is not (DefaultExpressionSyntax or LiteralExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "MinValue" or "MaxValue" or "Empty" or "Zero" or "Default" or "None" })
                || model.GetTypeInfo(argument.Expression, cancellation).ConvertedType is not { } type)
            {
                continue;
            }

            // Nobody means the end of a range by a value that was missing.
            if (argument.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "MinValue" or "MaxValue" })
                return (argument.Expression.ToString(), type.Name);
            var used = new HashSet<string>(newNode.DescendantTokens().Select(token => token.ValueText));
            var richer = model.LookupSymbols(argument.SpanStart).FirstOrDefault(symbol => symbol is IParameterSymbol or ILocalSymbol or IPropertySymbol or IFieldSymbol && SymbolEqualityComparer.Default.Equals(TypeOf(symbol), type)
                && !used.Contains(symbol.Name) && !symbol.DeclaringSyntaxReferences.Any(part => part.SyntaxTree == argument.SyntaxTree && part.Span.Contains(argument.Span)) && !symbol.IsImplicitlyDeclared && symbol.Locations.Any(location => location.IsInSource));
            if (richer is not null)
                return (argument.Expression.ToString(), richer.Name);
        }

        return null;
    }

    private static string? Misplaced(ArgumentListSyntax old, ArgumentListSyntax list, int index, IParameterSymbol parameter, SemanticModel oldModel, SemanticModel newModel)
    {
        var text = list.Arguments[index].ToString();
        if (index < old.Arguments.Count && old.Arguments[index].ToString() != text && newModel.ClassifyConversion(list.Arguments[index].SpanStart, old.Arguments[index].Expression, parameter.Type).IsImplicit)
            return text;
        if (old.Arguments.Any(argument => argument.ToString() == text))
            return null;
        var named = newModel.LookupSymbols(list.SpanStart, name: parameter.Name)
            .FirstOrDefault(symbol => symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol && SymbolEqualityComparer.Default.Equals(TypeOf(symbol), parameter.Type));

        // The same member of an element that happens to be there.
        if (named is not null && list.Arguments[index].Expression is MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax } far && far.Name.Identifier.ValueText == named.Name)
            return text;
        return named is not null && !list.Arguments[index].DescendantTokens().Any(token => token.ValueText == named.Name) ? text : null;
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };

    private static SimpleNameSyntax? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        SimpleNameSyntax name => name,
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => null,
    };

    private static bool TakesToken(IMethodSymbol method) =>
        method.Parameters.Any(parameter => IsToken(parameter.Type))
        || method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(other => other.IsStatic == method.IsStatic && other.Parameters.Length == method.Parameters.Length + 1
            && IsToken(other.Parameters[other.Parameters.Length - 1].Type)
            && other.Parameters.Take(method.Parameters.Length).Select(parameter => parameter.Type.ToDisplayString()).SequenceEqual(method.Parameters.Select(parameter => parameter.Type.ToDisplayString())));

    // `default` and `CancellationToken.None` are what was there before anybody thought of cancelling.
    private static bool IsNoToken(ExpressionSyntax passed) =>
        passed is DefaultExpressionSyntax or LiteralExpressionSyntax || passed is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "None" };

    private static bool IsToken(ITypeSymbol? type) => type is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" };
}
