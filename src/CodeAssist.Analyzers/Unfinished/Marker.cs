using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Analyzers.Unfinished;

/// <summary>The word at the start of a comment that says that something is left to do.</summary>
internal static class Marker
{
    private static readonly string[] Design = ["by design", "on purpose", "intentional", "deliberate", "nothing to do"];

    /// <summary>The marker that a comment starts with; null where it starts with anything else.</summary>
    public static string? Of(SyntaxTrivia comment, ImmutableArray<string> markers)
    {
        var text = comment.ToString().TrimStart('/', '*', ' ', '\t', '@', '\r', '\n');
        return markers.FirstOrDefault(marker => text.StartsWith(marker, StringComparison.Ordinal)
            && (text.Length == marker.Length || !char.IsLetterOrDigit(text[marker.Length])));
    }

    /// <summary>Whether a comment says that nothing is meant to be there.</summary>
    public static bool SaysByDesign(SyntaxTrivia comment)
    {
        var text = comment.ToString();
        return Design.Any(words => text.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0);
    }
}
