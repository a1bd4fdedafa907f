using Microsoft.CodeAnalysis;

namespace CodeAssist.Analyzers;

/// <summary>Source text as a message shows it.</summary>
internal static class Snippet
{
    private const int LongestText = 60;

    /// <summary>The node's text on one line, cut where it is long.</summary>
    public static string Of(SyntaxNode node)
    {
        var text = string.Join(" ", node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= LongestText ? text : text.Substring(0, LongestText - 3) + "...";
    }
}
