using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        var indentation = ReplyIndentation.Of(
            StatementRuns.BaseIndentation(newNode) ?? TextStyle.BaseIndentation(lines), lines, Steps(newTokens, newText, partners, oldTokens, oldText), style);
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
                    ? style.AdaptGap(gap, indentation)
                    : Gap(i, gap, partners, oldTokens, oldText, style, indentation, newTokens[i]));
            }

            result.Append(partners[i] >= 0 ? oldTokens[partners[i]].Text : newTokens[i].Text.Replace("\r\n", "\n").Replace("\n", style.NewLine));
        }

        return result.ToString();
    }

    private static List<string> Directives(SyntaxToken token) =>
        token.LeadingTrivia.Where(trivia => trivia.IsDirective).Select(trivia => trivia.ToString().Trim()).ToList();

    // The columns of the tokens that begin a line both in the reply and in the file, where either is indented within the region.
    private static IEnumerable<(int Reply, int File)> Steps(
        IReadOnlyList<SyntaxToken> newTokens, SourceText newText, int[] partners, List<SyntaxToken> oldTokens, SourceText oldText)
    {
        for (var i = 1; i < newTokens.Count; i++)
        {
            if (partners[i] > 0 && LineStart(newText, newTokens[i]) is { } reply && LineStart(oldText, oldTokens[partners[i]]) is { } file)
                yield return (reply, file);
        }
    }

    private static int? LineStart(SourceText text, SyntaxToken token)
    {
        var line = text.Lines.GetLineFromPosition(token.SpanStart);
        var white = text.ToString(TextSpan.FromBounds(line.Start, token.SpanStart));
        return white.Trim().Length == 0 ? TextStyle.Columns(white) : null;
    }

    private static string Gap(
        int index, string newGap, int[] partners, List<SyntaxToken> oldTokens, SourceText oldText, TextStyle style, ReplyIndentation indentation, SyntaxToken newToken)
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

        // What stays on a line of its own, and in the block that it stood in, stays as far to the right.
        var gap = style.AdaptGap(newGap, indentation);
        return here > 0 && gap.LastIndexOf('\n') is >= 0 and var end && OldGap(here) is var was && was.LastIndexOf('\n') is >= 0 and var wasEnd && IsAsDeep(oldTokens[here], newToken)
            ? gap.Substring(0, end + 1) + was.Substring(wasEnd + 1)
            : gap;

        string OldGap(int token) => oldText.ToString(TextSpan.FromBounds(oldTokens[token - 1].Span.End, oldTokens[token].SpanStart));
    }

    /// <summary>Whether as many blocks hold a token as held it before.</summary>
    internal static bool IsAsDeep(SyntaxToken oldToken, SyntaxToken newToken) => Depth(oldToken) == Depth(newToken);

    // Up to the member, which a reply may bring without its type.
    private static int Depth(SyntaxToken token) => token.Parent!.AncestorsAndSelf()
        .TakeWhile(node => node is not (MemberDeclarationSyntax and not GlobalStatementSyntax))
        .Count(node => node is BlockSyntax or SwitchSectionSyntax or InitializerExpressionSyntax or SwitchExpressionSyntax
            || (node is StatementSyntax and not BlockSyntax && node.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax)));

    // A text of several lines is the same one with other line ends, and one that is indented as a whole.
    private sealed class SameToken : IEqualityComparer<SyntaxToken>
    {
        public static SameToken Instance { get; } = new();

        public bool Equals(SyntaxToken x, SyntaxToken y) => x.RawKind == y.RawKind && (x.Text == y.Text || (x.Text.IndexOf('\n') >= 0 && TextOf(x) == TextOf(y)));

        public int GetHashCode(SyntaxToken token) => TextOf(token).GetHashCode();

        private static string TextOf(SyntaxToken token) =>
            (token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken) ? token.ValueText : token.Text).Replace("\r\n", "\n");
    }
}
