using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate;

/// <summary>How far an edit can reach.</summary>
/// <param name="IsBody">Whether the edit changes nothing but one body, so that the compiler need bind only that.</param>
/// <param name="OldMember">The outermost member that holds the body, before; null unless <paramref name="IsBody"/>.</param>
/// <param name="NewMember">The same after; null unless <paramref name="IsBody"/>.</param>
internal sealed record CheckedScope(bool IsBody, SyntaxNode? OldMember, SyntaxNode? NewMember)
{
    /// <summary>The edit can reach declarations: the projects that see them are compiled whole.</summary>
    public static CheckedScope Declarations { get; } = new(false, null, null);

    public static async Task<CheckedScope> FindAsync(GateContext context, CancellationToken cancellation)
    {
        var change = await context.ChangeAsync(cancellation).ConfigureAwait(false);
        if (change?.NewNode is not { } newNode || !change.Helpers.IsEmpty || !change.AddedUsings.IsEmpty)
            return Declarations;
        var oldMember = MethodLike(change.OldNode);
        var newMember = MethodLike(newNode);
        if (oldMember is null || newMember is null || !SameHeader(change.OldNode, newNode) || !SameHeader(oldMember, newMember))
            return Declarations;

        // A captured primary constructor parameter, or a `field` that comes or goes, is declared by its use.
        if (oldMember.Ancestors().OfType<TypeDeclarationSyntax>().Any(type => HasPrimaryConstructor(type))
            || FieldKeywords(oldMember) != FieldKeywords(newMember))
        {
            return Declarations;
        }

        return await new FieldUses(context, oldMember, newMember).MayChangeWarningsAsync(cancellation).ConfigureAwait(false)
            ? Declarations
            : new CheckedScope(true, oldMember, newMember);
    }

    // The member that the compiler binds as a whole. Fields and initialisers are bound with their constructors.
    private static SyntaxNode? MethodLike(SyntaxNode node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case ConstructorDeclarationSyntax constructor when constructor.Modifiers.Any(modifier => modifier.Text == "partial"):
                    return null;
                case BaseMethodDeclarationSyntax { Body: not null } or BaseMethodDeclarationSyntax { ExpressionBody: not null }:
                case PropertyDeclarationSyntax { Initializer: null } or IndexerDeclarationSyntax or EventDeclarationSyntax:
                    return current;
                case MemberDeclarationSyntax and not GlobalStatementSyntax:
                case CompilationUnitSyntax:
                    return null;
            }
        }

        return null;
    }

    private static bool HasPrimaryConstructor(TypeDeclarationSyntax type) =>
        type.ChildNodes().OfType<ParameterListSyntax>().Any();

    // By their text, because the compiler that this is built against does not know them.
    private static int FieldKeywords(SyntaxNode member) => member.DescendantTokens().Count(token => token.Text == "field");

    internal static bool SameHeader(SyntaxNode one, SyntaxNode other) =>
        Bodies.HeaderTokens(one).Select(token => token.Text).SequenceEqual(Bodies.HeaderTokens(other).Select(token => token.Text));
}
