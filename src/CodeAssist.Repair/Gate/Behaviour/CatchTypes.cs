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

    /// <summary>
    /// A caught type that took the place of a wider one although nothing in the try block throws it: all that it calls are
    /// the framework's, none of them where that exception comes from. Null where there is none.
    /// </summary>
    public static string? FindUnrelated(SemanticModel oldModel, SyntaxNode oldNode, SemanticModel newModel, SyntaxNode newNode, CancellationToken cancellation)
    {
        var before = new HashSet<string>(Types(oldModel, oldNode, cancellation).Select(Name));
        foreach (var attempt in newNode.DescendantNodes().OfType<TryStatementSyntax>())
        {
            var calls = attempt.Block.DescendantNodes().Where(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax)
                .Select(node => newModel.GetSymbolInfo(node, cancellation).Symbol).ToList();
            if (calls.Count == 0 || calls.Exists(call => call is null || call.Locations.Any(location => location.IsInSource) || call is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke }))
                continue;
            var text = (attempt.Block.DescendantNodes().OfType<ElementAccessExpressionSyntax>().Any() ? "Collections " : string.Empty) + string.Join(" ", calls.Select(call => call!.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat)));
            foreach (var type in attempt.Catches.Where(clause => clause.Declaration is not null).Select(clause => newModel.GetTypeInfo(clause.Declaration!.Type, cancellation).Type))
            {
                if (type is not null && !before.Contains(Name(type)) && Array.Find(Origins, origin => type.Name == origin.Type || Bases(type).Any(name => name.EndsWith("." + origin.Type, StringComparison.Ordinal))) is { Type: not null } known
                    && !known.From.Split(' ').Any(part => text.IndexOf(part, StringComparison.Ordinal) >= 0))
                {
                    return Name(type);
                }
            }
        }

        return null;
    }

    // Where exceptions of the framework come from, by their names and parts of the names of what throws them.
    private static readonly (string Type, string From)[] Origins =
    [
        ("FormatException", "Parse Format Convert Base64 Guid Uri"), ("OverflowException", "Parse Convert Math BigInteger checked"), ("IOException", "System.IO Stream Reader Writer File Console"),
        ("UnauthorizedAccessException", "System.IO Registry File"), ("JsonException", "Json"), ("XmlException", "Xml XDocument XElement"),
        ("HttpRequestException", "Http"), ("SocketException", "Sockets System.Net"), ("DbException", "Data Db Sql"),
        ("KeyNotFoundException", "Collections Dictionary"), ("NullReferenceException", "-"), ("IndexOutOfRangeException", "-"), ("OutOfMemoryException", "-"), ("StackOverflowException", "-"),
        ("InvalidCastException", "Cast Convert OfType"), ("DivideByZeroException", "Divide DivRem"),
    ];

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
