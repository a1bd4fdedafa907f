using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>A catch may be narrowed to a more special type, never widened.</summary>
internal static class CatchTypes
{
    /// <summary>A caught type after the edit that is not derived from the one whose place it takes; null where there is none.</summary>
    public static string? FindWidened(SemanticModel oldModel, SyntaxNode oldNode, SemanticModel newModel, SyntaxNode newNode, CancellationToken cancellation)
    {
        var before = Types(oldModel, oldNode, cancellation).ToList();
        var after = Types(newModel, newNode, cancellation).ToList();
        var vanished = before.Select(Name).ToList();
        foreach (var type in after)
            vanished.Remove(Name(type));
        if (vanished.Count == 0)
            return null;
        var kept = before.Select(Name).ToList();
        foreach (var type in after)
        {
            if (!kept.Remove(Name(type)) && !Bases(type).Any(vanished.Contains))
                return Name(type);
        }

        return null;
    }

    private static IEnumerable<ITypeSymbol> Types(SemanticModel model, SyntaxNode node, CancellationToken cancellation)
    {
        var all = model.Compilation.GetTypeByMetadataName("System.Exception");
        foreach (var clause in node.DescendantNodes().OfType<CatchClauseSyntax>())
        {
            var type = clause.Declaration is { } declaration ? model.GetTypeInfo(declaration.Type, cancellation).Type : all;
            if (type is not null)
                yield return type;
        }
    }

    private static IEnumerable<string> Bases(ITypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
            yield return Name(current);
    }

    private static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
}
