using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>The name by which a handler calls what it caught.</summary>
internal static class CaughtName
{
    /// <summary>The name that a catch gives the exception; one that is free, and added to it, where it gives none.</summary>
    public static string Of(SemanticModel model, CatchClauseSyntax clause, ITypeSymbol exception, ImmutableArray<TextChange>.Builder changes)
    {
        if (clause.Declaration is { Identifier: { ValueText.Length: > 0 } given })
            return given.Text;
        var name = FreeName(model, clause);
        if (clause.Declaration is { } declaration)
        {
            changes.Add(new TextChange(new TextSpan(declaration.Type.Span.End, 0), " " + name));
        }
        else
        {
            var type = exception.ToMinimalDisplayString(model, clause.SpanStart);
            changes.Add(new TextChange(new TextSpan(clause.CatchKeyword.Span.End, 0), $" ({type} {name})"));
        }

        return name;
    }

    // A name that nothing in the member is called by, so that nothing is hidden or clashes.
    private static string FreeName(SemanticModel model, CatchClauseSyntax clause)
    {
        SyntaxNode member = clause.FirstAncestorOrSelf<MemberDeclarationSyntax>(node => node is not GlobalStatementSyntax) ?? clause.SyntaxTree.GetRoot();
        var taken = new HashSet<string>(member.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText));
        taken.UnionWith(model.LookupSymbols(clause.Block.SpanStart, name: "exception").Select(symbol => symbol.Name));
        var name = "exception";
        for (var number = 2; taken.Contains(name); number++)
            name = "exception" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return name;
    }
}
