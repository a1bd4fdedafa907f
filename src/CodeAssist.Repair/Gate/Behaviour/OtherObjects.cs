using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>Objects and values of the right type that were not meant, because a better one is at hand.</summary>
internal static class OtherObjects
{
    private static readonly HashSet<string> SharedNames = ["System", "Default", "Shared", "Instance", "Current", "None"];

    /// <summary>A shared object in the place of the one that the code was given; null where there is none.</summary>
    public static (string Name, string Better)? FindShared(SemanticModel model, SyntaxNode newNode, TokenMap tokens, CancellationToken cancellation)
    {
        foreach (var access in New(newNode, tokens).Where(access => SharedNames.Contains(access.Name.Identifier.ValueText)))
        {
            if (model.GetSymbolInfo(access, cancellation).Symbol is not IPropertySymbol { IsStatic: true, Type: { TypeKind: not TypeKind.Enum } type })
                continue;
            var given = model.LookupSymbols(access.SpanStart).FirstOrDefault(symbol => symbol is IParameterSymbol or ILocalSymbol or IFieldSymbol { IsStatic: false } && SymbolEqualityComparer.Default.Equals(TypeOf(symbol), type));
            if (given is not null)
                return (access.ToString(), given.Name);
        }

        return null;
    }

    /// <summary>
    /// A fallback that is another member of the object whose member is missing, or the console; null where there is none.
    /// Who says what takes the place of a missing value calls it so.
    /// </summary>
    public static string? FindNeighbour(SyntaxNode newNode, TokenMap tokens)
    {
        foreach (var coalesce in newNode.DescendantNodes().OfType<BinaryExpressionSyntax>().Where(binary => binary.IsKind(SyntaxKind.CoalesceExpression) && tokens.ToOld(binary.OperatorToken.SpanStart) is null))
        {
            if (coalesce.Right is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner } fallback)
                continue;
            if (owner.Identifier.ValueText == "Console" || (coalesce.Left as MemberAccessExpressionSyntax)?.Expression.ToString() == owner.ToString())
                return fallback.ToString();
        }

        return null;
    }

    private static IEnumerable<MemberAccessExpressionSyntax> New(SyntaxNode node, TokenMap tokens) =>
        node.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Where(access => tokens.ToOld(access.Name.SpanStart) is null);

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => parameter.Type,
        ILocalSymbol local => local.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };
}
