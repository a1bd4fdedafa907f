using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Analyzers.Exceptions;

/// <summary>Where a finding about a creation is shown.</summary>
internal static class CreationLocation
{
    /// <summary>The creation; of one that spans lines, <c>new</c> and the type.</summary>
    public static Location Of(SyntaxNode creation)
    {
        var location = creation.GetLocation();
        var lines = location.GetLineSpan();
        if (lines.StartLinePosition.Line == lines.EndLinePosition.Line)
            return location;
        var end = creation switch
        {
            ObjectCreationExpressionSyntax { Type: var type } => type.Span.End,
            BaseObjectCreationExpressionSyntax @new => @new.NewKeyword.Span.End,
            _ => creation.Span.End,
        };
        return Location.Create(creation.SyntaxTree, TextSpan.FromBounds(creation.SpanStart, end));
    }
}
