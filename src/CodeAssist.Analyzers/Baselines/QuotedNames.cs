using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Analyzers.Baselines;

/// <summary>What a message is about, whatever its language: the names in quotation marks that the code around it has.</summary>
internal static class QuotedNames
{
    // The quotation marks of the languages that the compiler speaks.
    private static readonly Regex Quoted = new(@"['""‘’“”„«»「]\s?(?:[\w@]+\.)*(?<name>\w+)\s?['""‘’“”«»」]", RegexOptions.CultureInvariant);

    /// <summary>The names, sorted; words that the code does not know (a keyword that the message advises) do not count.</summary>
    public static string In(string message, SyntaxNode node)
    {
        var quoted = Quoted.Matches(message).Cast<Match>().Select(match => match.Groups["name"].Value).ToImmutableSortedSet(StringComparer.Ordinal);
        if (quoted.IsEmpty)
            return string.Empty;
        SyntaxNode type = node.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>() ?? node;
        var known = new HashSet<string>(
            type.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText), StringComparer.Ordinal);
        return string.Join(",", quoted.Where(known.Contains));
    }
}
