using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Analyzers.Tests.Meta;

/// <summary>Makes of a source what an editor holds while somebody types: an end that is missing, tokens that are gone or stand twice.</summary>
internal static class BrokenSource
{
    private const int MostEdits = 4;

    /// <summary>The source, broken in a way that the random numbers choose.</summary>
    public static string Of(string source, Random random)
    {
        if (random.Next(3) == 0)
            return source[..random.Next(source.Length)];
        var tokens = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(token => !token.Span.IsEmpty).ToList();
        var edits = Enumerable.Range(0, random.Next(1, MostEdits + 1))
            .Select(_ => tokens[random.Next(tokens.Count)])
            .Distinct()
            .Select(token => new TextChange(token.Span, Instead(token, tokens, random)))
            .OrderBy(change => change.Span.Start);
        return SourceText.From(source).WithChanges(edits).ToString();
    }

    private static string Instead(SyntaxToken token, List<SyntaxToken> tokens, Random random) => random.Next(3) switch
    {
        0 => token.Text + " " + token.Text,
        1 => tokens[random.Next(tokens.Count)].Text,
        _ => string.Empty,
    };
}
