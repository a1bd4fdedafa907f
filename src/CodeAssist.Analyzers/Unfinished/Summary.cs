using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Analyzers.Unfinished;

/// <summary>
/// The text of a member's summary. Read from the comment's text: a build that writes no documentation file does not
/// parse documentation comments.
/// </summary>
internal static class Summary
{
    private const string Start = "<summary>";
    private const string End = "</summary>";

    /// <summary>The text between the summary's tags on one line; null where there is none, or nothing in it.</summary>
    public static string? Of(MemberDeclarationSyntax member)
    {
        var comment = new StringBuilder();
        foreach (var line in member.GetLeadingTrivia().ToFullString().Split('\n'))
        {
            var text = line.Trim();
            if (text.StartsWith("///", StringComparison.Ordinal) || text.StartsWith("/**", StringComparison.Ordinal))
                comment.Append(text.Substring(3)).Append(' ');
            else if (text.StartsWith("*", StringComparison.Ordinal))
                comment.Append(text.TrimStart('*', '/')).Append(' ');
        }

        var all = comment.ToString();
        var start = all.IndexOf(Start, StringComparison.Ordinal);
        var end = all.IndexOf(End, StringComparison.Ordinal);
        if (start < 0 || end < start)
            return null;
        var summary = all.Substring(start + Start.Length, end - start - Start.Length).Trim();
        return summary.Any(char.IsLetter) ? summary : null;
    }
}
