using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Editing;

/// <summary>
/// Merges a rewritten region into the old one token by token: white space and comments between tokens that both have
/// stay byte for byte; what is new takes the reply's, adapted to the file.
/// </summary>
internal static class RegionMerge
{
    /// <summary>The merged text of the region.</summary>
    /// <param name="oldTokens">The region's tokens.</param>
    /// <param name="oldText">The text that they stand in.</param>
    /// <param name="newNode">What the reply was read as.</param>
    /// <param name="newTokens">Its tokens that take the region's place.</param>
    /// <param name="style">How the file writes.</param>
    public static string Merge(List<SyntaxToken> oldTokens, SourceText oldText, SyntaxNode newNode, IReadOnlyList<SyntaxToken> newTokens, TextStyle style)
    {
        if (newTokens.Count == 0)
            return string.Empty;
        var partners = SequenceDiff.Match(newTokens, oldTokens, SameToken.Instance);
        var newText = newNode.SyntaxTree.GetText();
        var lines = newText.ToString(TextSpan.FromBounds(newTokens[0].SpanStart, newTokens[newTokens.Count - 1].Span.End)).Replace("\r\n", "\n").Split('\n');
        var strip = StatementRuns.BaseIndentation(newNode) ?? TextStyle.BaseIndentation(lines);
        var result = new StringBuilder();

        // A directive before the member is for the gate to see.
        foreach (var directive in newTokens[0].LeadingTrivia.Where(trivia => trivia.IsDirective))
            result.Append(directive.ToString().Trim()).Append(style.NewLine).Append(style.Indentation);
        for (var i = 0; i < newTokens.Count; i++)
        {
            if (i > 0)
            {
                var gap = newText.ToString(TextSpan.FromBounds(newTokens[i - 1].Span.End, newTokens[i].SpanStart));
                var directives = Directives(newTokens[i]);
                result.Append(directives.Count > 0 && (partners[i] < 0 || !directives.SequenceEqual(Directives(oldTokens[partners[i]])))
                    // A directive of the reply's own is for the gate to see.
                    ? style.AdaptGap(gap, strip)
                    : Gap(i, gap, partners, oldTokens, oldText, style, strip));
            }

            result.Append(partners[i] >= 0 ? oldTokens[partners[i]].Text : newTokens[i].Text);
        }

        return result.ToString();
    }

    private static List<string> Directives(SyntaxToken token) =>
        token.LeadingTrivia.Where(trivia => trivia.IsDirective).Select(trivia => trivia.ToString().Trim()).ToList();

    private static string Gap(int index, string newGap, int[] partners, List<SyntaxToken> oldTokens, SourceText oldText, TextStyle style, int strip)
    {
        var (before, here) = (partners[index - 1], partners[index]);
        if (here > 0 && before == here - 1)
            return OldGap(here);

        // A comment before a token that stays, or behind one, stays with it, where the reply left it out.
        if (newGap.Trim().Length == 0)
        {
            if (here > 0 && OldGap(here) is var ahead && ahead.Trim().Length > 0)
                return ahead;
            if (before >= 0 && before + 1 < oldTokens.Count && OldGap(before + 1) is var behind && behind.Trim().Length > 0 && behind.IndexOf('\n') >= 0)
                return behind;
        }

        return style.AdaptGap(newGap, strip);

        string OldGap(int token) => oldText.ToString(TextSpan.FromBounds(oldTokens[token - 1].Span.End, oldTokens[token].SpanStart));
    }

    private sealed class SameToken : IEqualityComparer<SyntaxToken>
    {
        public static SameToken Instance { get; } = new();

        public bool Equals(SyntaxToken x, SyntaxToken y) => x.RawKind == y.RawKind && x.Text == y.Text;

        public int GetHashCode(SyntaxToken token) => token.Text.GetHashCode();
    }
}
