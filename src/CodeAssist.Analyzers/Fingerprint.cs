using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Analyzers;

/// <summary>
/// Names a finding so that it is the same one on another day and machine: lines may move, other members may
/// change; a second equal bug in the same member has another fingerprint.
/// </summary>
/// <remarks>
/// Version 1 is the SHA-256, in lower-case hexadecimal, of these parts joined by line feeds: rule ID, path
/// (relative to the project's folder, with <c>/</c>), documentation ID of the containing member, tokens of the
/// flagged node joined by single spaces, ordinal of the flagged node among nodes of that member with the same
/// kind and tokens.
/// </remarks>
public static class Fingerprint
{
    /// <summary>Computes the fingerprint of a finding.</summary>
    /// <param name="id">The rule's ID.</param>
    /// <param name="flagged">The flagged node.</param>
    /// <param name="container">The symbol whose code holds the node, if it is known.</param>
    /// <param name="projectFolder">The project's folder, if it is known; paths below it are made relative to it.</param>
    /// <param name="cancellation">Stops the computation.</param>
    public static string Compute(string id, SyntaxNode flagged, ISymbol? container, string? projectFolder, CancellationToken cancellation)
    {
        var tokens = Tokens(flagged);
        return Hash(
            id,
            RelativePath(flagged.SyntaxTree.FilePath, projectFolder),
            MemberOf(container)?.GetDocumentationCommentId() ?? string.Empty,
            tokens,
            Ordinal(flagged, tokens, cancellation).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>The SHA-256, in lower-case hexadecimal, of parts joined by line feeds.</summary>
    internal static string Hash(params string[] parts)
    {
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(string.Join("\n", parts)));
        var hex = new StringBuilder(hash.Length * 2);
        foreach (var value in hash)
            hex.Append(value.ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        return hex.ToString();
    }

    private static string Tokens(SyntaxNode node) =>
        string.Join(" ", node.DescendantTokens().Select(token => token.Text));

    // Lambdas and local functions have no documentation ID of their own.
    private static ISymbol? MemberOf(ISymbol? symbol)
    {
        while (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction })
            symbol = symbol.ContainingSymbol;
        return symbol;
    }

    private static int Ordinal(SyntaxNode flagged, string tokens, CancellationToken cancellation)
    {
        var member = flagged.FirstAncestorOrSelf<MemberDeclarationSyntax>(node => node is not GlobalStatementSyntax and not BaseNamespaceDeclarationSyntax)
            ?? flagged.SyntaxTree.GetRoot(cancellation);
        var ordinal = 0;
        foreach (var node in member.DescendantNodesAndSelf())
        {
            cancellation.ThrowIfCancellationRequested();
            if (node.SpanStart >= flagged.SpanStart)
                break;
            if (node.RawKind == flagged.RawKind && node.Span.Length >= tokens.Length - Spaces(tokens) && Tokens(node) == tokens)
                ordinal++;
        }

        return ordinal;
    }

    // A node's text is at least as long as its tokens without the spaces between them.
    private static int Spaces(string tokens) => tokens.Count(character => character == ' ');

    private static string RelativePath(string path, string? folder)
    {
        path = path.Replace('\\', '/');
        if (string.IsNullOrEmpty(folder))
            return path.Substring(path.LastIndexOf('/') + 1);
        var start = folder!.Replace('\\', '/').TrimEnd('/') + "/";
        return path.StartsWith(start, StringComparison.OrdinalIgnoreCase)
            ? path.Substring(start.Length)
            : path.Substring(path.LastIndexOf('/') + 1);
    }
}
