using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Editing;

/// <summary>
/// What a repair may rewrite: the smallest member, accessor, local function or type header that holds a
/// diagnostic, or a run of statements of a long one.
/// </summary>
/// <param name="Node">The region's node in the original tree; of statements, the member that holds them.</param>
/// <param name="Span">The region's span in the original text; of a type, its header only.</param>
public sealed record Region(SyntaxNode Node, TextSpan Span)
{
    /// <summary>How many lines a region may have that a model rewrites as a whole: beyond, replies get long and lose what they should keep.</summary>
    public const int MostLines = 40;

    /// <summary>Whether the region is a type's or a namespace's header, not the whole of its node.</summary>
    public bool IsHeader => Node is BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax && Span.End < Node.Span.End;

    /// <summary>Whether the region is a run of statements, the rest of whose member stays as it is.</summary>
    public bool IsStatements { get; init; }

    /// <summary>A name for the region, for messages: the member's own.</summary>
    public string Name => Node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        LocalFunctionStatementSyntax function => function.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } accessor => property.Identifier.Text + "." + accessor.Keyword.Text,
        AccessorDeclarationSyntax accessor => accessor.Keyword.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        DestructorDeclarationSyntax destructor => "~" + destructor.Identifier.Text,
        BaseFieldDeclarationSyntax fields => string.Join(", ", fields.Declaration.Variables.Select(variable => variable.Identifier.Text)),
        EventDeclarationSyntax @event => @event.Identifier.Text,
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax @delegate => @delegate.Identifier.Text,
        EnumMemberDeclarationSyntax member => member.Identifier.Text,
        OperatorDeclarationSyntax @operator => "operator " + @operator.OperatorToken.Text,
        IndexerDeclarationSyntax => "this[]",
        _ => Node.Kind().ToString(),
    };

    /// <summary>Finds the region of a span; null where no code holds it.</summary>
    public static Region? Find(SyntaxNode root, TextSpan span)
    {
        if (span.End > root.FullSpan.End)
            return null;
        var node = root.FindNode(span, getInnermostNodeForTie: true);
        for (var current = node; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case GlobalStatementSyntax { Parent: CompilationUnitSyntax unit }:
                    return OfTopLevelStatements(unit);
                case AccessorDeclarationSyntax { Body: null, ExpressionBody: null }:
                case EnumMemberDeclarationSyntax:
                    continue;
                case AccessorDeclarationSyntax:
                case LocalFunctionStatementSyntax:
                    return new Region(current, current.Span);
                case BaseTypeDeclarationSyntax type:
                    return new Region(type, HeaderOf(type));
                case BaseNamespaceDeclarationSyntax:
                    return null;
                case MemberDeclarationSyntax:
                    return new Region(current, current.Span);
            }
        }

        return null;
    }

    // Top-level statements are one body: they are judged together.
    private static Region OfTopLevelStatements(CompilationUnitSyntax unit)
    {
        var statements = unit.Members.OfType<GlobalStatementSyntax>().ToList();
        return new Region(unit, TextSpan.FromBounds(statements[0].SpanStart, statements[statements.Count - 1].Span.End)) { IsStatements = true };
    }

    private static TextSpan HeaderOf(BaseTypeDeclarationSyntax type) =>
        type.OpenBraceToken.RawKind == 0 || type.OpenBraceToken.IsMissing
            ? type.Span
            : TextSpan.FromBounds(type.SpanStart, type.OpenBraceToken.SpanStart);
}
