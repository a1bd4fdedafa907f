using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Gate;

/// <summary>
/// An edit that moves a static field's or property's declaration to another place among the members of its type, and does
/// nothing else: every other token and comment stays where it was.
/// </summary>
internal static class DeclarationMove
{
    /// <summary>The declaration in its new place; null where the edit is another one, or changes the order of effects.</summary>
    public static SyntaxNode? Find(SyntaxNode declaration, SyntaxNode oldRoot, SyntaxNode newRoot)
    {
        if (declaration is not MemberDeclarationSyntax { Parent: TypeDeclarationSyntax type } member || !IsStaticData(member) || member.ContainsDirectives)
            return null;
        var text = TextOf(member);
        return newRoot.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .FirstOrDefault(moved => moved.RawKind == member.RawKind && ((TextOf(moved) == text && IsSameWithout(oldRoot, member, newRoot, moved)) || IsUnderSameComments(oldRoot, member, newRoot, moved))
                && IsOfSamePart(type, moved) && KeepsEffects(member, moved));
    }

    private static bool IsStaticData(MemberDeclarationSyntax member) =>
        member is FieldDeclarationSyntax or PropertyDeclarationSyntax && member.Modifiers.Any(SyntaxKind.StaticKeyword);

    // With its comments, which move along.
    private static string TextOf(SyntaxNode member) => member.ToFullString().Trim();

    private static bool IsSameWithout(SyntaxNode oldRoot, SyntaxNode member, SyntaxNode newRoot, SyntaxNode moved) =>
        Tokens(oldRoot, member).SequenceEqual(Tokens(newRoot, moved))
        && Lines(oldRoot, member).SequenceEqual(Lines(newRoot, moved));

    // A comment above several declarations stays above them.
    private static bool IsUnderSameComments(SyntaxNode oldRoot, MemberDeclarationSyntax member, SyntaxNode newRoot, MemberDeclarationSyntax moved) =>
        moved.ToString() == member.ToString() && Tokens(oldRoot, member).SequenceEqual(Tokens(newRoot, moved)) && Comments(oldRoot).SequenceEqual(Comments(newRoot));

    private static IEnumerable<string> Comments(SyntaxNode root) =>
        root.DescendantTrivia().Where(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia)).Select(trivia => trivia.ToString());

    private static IEnumerable<string> Tokens(SyntaxNode root, SyntaxNode without) =>
        root.DescendantTokens().Where(token => !without.FullSpan.Contains(token.Span)).Select(token => token.Text);

    // Blank lines between members belong to none of them.
    private static IEnumerable<string> Lines(SyntaxNode root, SyntaxNode without)
    {
        var text = SourceText.From(root.ToFullString());
        return text.Replace(without.FullSpan, string.Empty).Lines
            .Select(line => line.Text!.ToString(line.SpanIncludingLineBreak))
            .Where(line => line.Trim().Length > 0);
    }

    // Not into a nested type, or into another part of the type.
    private static bool IsOfSamePart(TypeDeclarationSyntax type, MemberDeclarationSyntax moved) =>
        moved.Parent is TypeDeclarationSyntax after && after.Identifier.ValueText == type.Identifier.ValueText
        && after.Members.Select(each => each.ToString()).OrderBy(text => text, StringComparer.Ordinal)
            .SequenceEqual(type.Members.Select(each => each.ToString()).OrderBy(text => text, StringComparer.Ordinal));

    // Initialisers run in the order of the text: of two that may have an effect, only the one that is read may change places with its reader.
    private static bool KeepsEffects(MemberDeclarationSyntax member, MemberDeclarationSyntax moved)
    {
        if (!MayAct(member))
            return true;
        var (from, to) = (IndexOf(member), IndexOf(moved));
        var named = new HashSet<string>(member.DescendantNodes().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText), StringComparer.Ordinal);
        return ((TypeDeclarationSyntax)moved.Parent!).Members
            .Where((_, index) => index >= Math.Min(from, to) && index <= Math.Max(from, to) && index != to)
            .All(crossed => !IsStaticData(crossed) || !MayAct(crossed) || NamesOf(crossed).Any(named.Contains));
    }

    private static int IndexOf(MemberDeclarationSyntax member) => ((TypeDeclarationSyntax)member.Parent!).Members.IndexOf(member);

    private static IEnumerable<string> NamesOf(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        _ => [],
    };

    private static bool MayAct(MemberDeclarationSyntax member) => Editing.Bodies.Of(member)
        .OfType<EqualsValueClauseSyntax>()
        .SelectMany(initializer => initializer.DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax))
        .Any(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax
            or PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression }
            || node.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression);
}
