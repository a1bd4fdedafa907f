using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>A method or local function that returns tasks and can become <c>async</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ReturnType">The task that it returns.</param>
/// <param name="Body">Its body.</param>
/// <param name="AsyncPosition">Where the modifier goes.</param>
/// <param name="Returns">Its returns, in order; those of functions within it are theirs.</param>
internal sealed record AsyncFunction(string Name, ITypeSymbol ReturnType, BlockSyntax Body, int AsyncPosition, ImmutableArray<ReturnStatementSyntax> Returns)
{
    /// <summary>The function that a statement leaves, or null where it cannot become async.</summary>
    public static AsyncFunction? Around(ReturnStatementSyntax statement, SemanticModel model, CancellationToken cancellation)
    {
        var node = statement.Ancestors().FirstOrDefault(IsFunction);
        var (name, body, modifiers, type) = node switch
        {
            MethodDeclarationSyntax method => (method.Identifier, method.Body, method.Modifiers, method.ReturnType),
            LocalFunctionStatementSyntax function => (function.Identifier, function.Body, function.Modifiers, function.ReturnType),
            _ => default,
        };
        if (body is null || modifiers.Any(SyntaxKind.UnsafeKeyword) || model.GetDeclaredSymbol(node!, cancellation) is not IMethodSymbol symbol)
            return null;
        if (symbol.IsAsync || !IsTask(symbol.ReturnType) || symbol.Parameters.Any(CannotCross))
            return null;

        var returns = body.DescendantNodes(descendant => !IsFunction(descendant)).OfType<ReturnStatementSyntax>().ToImmutableArray();
        if (returns.Any(@return => @return.Expression is null || IsWhereNothingIsAwaited(@return, body)))
            return null;
        var partial = modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.PartialKeyword));
        return new AsyncFunction(name.Text, symbol.ReturnType, body, partial.RawKind == 0 ? type.SpanStart : partial.SpanStart, returns);
    }

    /// <summary>Whether a type is Task, ValueTask or a generic one of them.</summary>
    public static bool IsTask(ITypeSymbol? type) =>
        type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } };

    private static bool IsFunction(SyntaxNode node) =>
        node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax;

    // Parameters that an async method may not have.
    private static bool CannotCross(IParameterSymbol parameter) =>
        parameter.RefKind != RefKind.None || parameter.Type.IsRefLikeType || parameter.Type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer;

    private static bool IsWhereNothingIsAwaited(SyntaxNode node, BlockSyntax body) =>
        node.Ancestors().TakeWhile(ancestor => ancestor != body).Any(ancestor => ancestor is LockStatementSyntax or UnsafeStatementSyntax or FixedStatementSyntax);
}
