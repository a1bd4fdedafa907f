using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Analyzers.Correctness;

/// <summary>Declarations that another build configuration may have in another form.</summary>
internal static class BuildChoice
{
    /// <summary>Whether the symbol is declared between <c>#if</c> and <c>#endif</c>.</summary>
    public static bool Decides(ISymbol symbol, CancellationToken cancellation)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            var root = reference.SyntaxTree.GetRoot(cancellation);
            if (!root.ContainsDirectives)
                continue;
            for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
            {
                if (directive is IfDirectiveTriviaSyntax && directive.SpanStart < reference.Span.Start
                    && directive.GetRelatedDirectives().Exists(end => end.IsKind(SyntaxKind.EndIfDirectiveTrivia) && end.SpanStart > reference.Span.End))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
