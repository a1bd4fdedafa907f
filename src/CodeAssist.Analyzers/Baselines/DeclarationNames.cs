using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Analyzers.Baselines;

/// <summary>The names of the declarations around a piece of code, as they are written.</summary>
internal static class DeclarationNames
{
    /// <summary>The declarations that enclose a node, itself included, from the outermost.</summary>
    public static string Enclosing(SyntaxNode node) =>
        string.Join(".", node.AncestorsAndSelf().Where(FlaggedPlace.IsDeclaration).Select(NameOf).Reverse());

    private static string NameOf(SyntaxNode declaration) => declaration switch
    {
        BaseNamespaceDeclarationSyntax space => Text(space.Name),
        TypeDeclarationSyntax type => type.Identifier.ValueText + Arity(type.TypeParameterList),
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText + Arity(type.TypeParameterList),
        MethodDeclarationSyntax method =>
            Text(method.ExplicitInterfaceSpecifier) + method.Identifier.ValueText + Arity(method.TypeParameterList) + Types(method.ParameterList),
        ConstructorDeclarationSyntax constructor =>
            (constructor.Modifiers.Any(SyntaxKind.StaticKeyword) ? "#cctor" : "#ctor") + Types(constructor.ParameterList),
        DestructorDeclarationSyntax => "#finalizer",
        OperatorDeclarationSyntax method => "#operator" + method.OperatorToken.Text + Types(method.ParameterList),
        ConversionOperatorDeclarationSyntax method => "#operator " + Text(method.Type) + Types(method.ParameterList),
        IndexerDeclarationSyntax indexer => Text(indexer.ExplicitInterfaceSpecifier) + "this" + Types(indexer.ParameterList),
        PropertyDeclarationSyntax property => Text(property.ExplicitInterfaceSpecifier) + property.Identifier.ValueText,
        EventDeclarationSyntax member => Text(member.ExplicitInterfaceSpecifier) + member.Identifier.ValueText,
        EnumMemberDeclarationSyntax member => member.Identifier.ValueText,
        BaseFieldDeclarationSyntax field => string.Join(",", field.Declaration.Variables.Select(variable => variable.Identifier.ValueText)),
        _ => "#" + declaration.Kind(),
    };

    private static string Arity(TypeParameterListSyntax? parameters) => parameters is null ? string.Empty : "`" + parameters.Parameters.Count;

    private static string Types(BaseParameterListSyntax parameters) =>
        "(" + string.Join(",", parameters.Parameters.Select(parameter => Text(parameter.Type))) + ")";

    private static string Text(SyntaxNode? node) => node is null ? string.Empty : string.Concat(node.DescendantTokens().Select(token => token.Text));
}
