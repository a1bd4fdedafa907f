using Microsoft.CodeAnalysis;

namespace CodeAssist.Analyzers;

/// <summary>Keeps squiggles on one line.</summary>
internal static class OneLine
{
    /// <summary>The node's place where it stands on one line, else the place of its part that names what is wrong.</summary>
    public static Location Of(SyntaxNode node, SyntaxNode part)
    {
        var lines = node.SyntaxTree.GetLineSpan(node.Span);
        return lines.StartLinePosition.Line == lines.EndLinePosition.Line ? node.GetLocation() : part.GetLocation();
    }
}
