using System.Collections.Immutable;
using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Gate;

/// <summary>A region before and after an edit.</summary>
/// <param name="Region">The region before.</param>
/// <param name="NewSpan">The region's span in the new text.</param>
/// <param name="OldNode">The region's node before.</param>
/// <param name="NewNode">The same member after; null where it is gone or became something else.</param>
/// <param name="Helpers">Further members or local functions that stand in the region after the edit.</param>
/// <param name="AddedUsings">The using directives that the edit adds.</param>
internal sealed record RegionChange(
    Region Region,
    TextSpan NewSpan,
    SyntaxNode OldNode,
    SyntaxNode? NewNode,
    ImmutableArray<SyntaxNode> Helpers,
    ImmutableArray<UsingDirectiveSyntax> AddedUsings)
{
    /// <summary>The members that the edit adds to a flagged type; empty where the region is a member.</summary>
    public ImmutableArray<MemberDeclarationSyntax> AddedMembers { get; init; } = ImmutableArray<MemberDeclarationSyntax>.Empty;

    /// <summary>Whether the edit deletes the flagged member and does nothing else.</summary>
    public bool IsDeletion { get; init; }

    /// <summary>Compares the texts; null where something outside the region and the using list differs.</summary>
    public static async Task<RegionChange?> FindAsync(GateContext context, CancellationToken cancellation)
    {
        var oldText = await context.OldTextAsync(cancellation).ConfigureAwait(false);
        var oldRoot = await context.OldRootAsync(cancellation).ConfigureAwait(false);
        var newRoot = await context.NewRootAsync(cancellation).ConfigureAwait(false);
        var added = AddedUsingsOf(oldRoot, newRoot);
        var addedLines = added.Select(directive => LineOf(context.NewText, directive.Span)).OrderBy(span => span.Start).ToList();
        var withoutUsings = Without(context.NewText, addedLines);

        // A field that the region needs stands where the fields of its type stand.
        var field = AddedField(oldRoot, newRoot);
        if (field is not null && context.Edit.Region is { } asked && !EqualOutside(oldText, withoutUsings, asked.Span))
        {
            var lines = WithoutField(field, context.NewText, addedLines).FirstOrDefault(each => EqualOutside(oldText, Without(context.NewText, each), asked.Span));
            if (lines is null)
                field = null;
            else
                (addedLines, withoutUsings) = (lines, Without(context.NewText, lines));
        }
        else
            field = null;

        var region = context.Edit.Region ?? TouchedRegion(oldText, withoutUsings, oldRoot);
        if (region is null)
            return null;
        if (context.Allowance.MoveDeclaration && added.IsEmpty && DeclarationMove.Find(region.Node, oldRoot, newRoot) is { } moved)
            return new RegionChange(region, moved.Span, region.Node, moved, ImmutableArray<SyntaxNode>.Empty, added);
        if (context.Allowance.ImplementMembers && region.Node is TypeDeclarationSyntax type && OfType(region, type, oldRoot, newRoot, added) is { } wholeType)
            return wholeType;
        if (context.Allowance.DeleteFlagged && added.IsEmpty && context.Edit.Target is { } target && DeletesMember(region.Node, target.Location.SourceSpan, oldRoot, newRoot))
            return new RegionChange(region, new TextSpan(region.Span.Start, 0), region.Node, null, ImmutableArray<SyntaxNode>.Empty, added) { IsDeletion = true };
        if (!EqualOutside(oldText, withoutUsings, region.Span))
        {
            // The first usings of a file bring the blank line that parts them from its code.
            if (added.IsEmpty || oldRoot is not CompilationUnitSyntax { Usings.Count: 0 })
                return null;
            addedLines[addedLines.Count - 1] = WithBlankLine(context.NewText, addedLines[addedLines.Count - 1]);
            if (!EqualOutside(oldText, Without(context.NewText, addedLines), region.Span))
                return null;
        }

        var shift = 0;
        foreach (var line in addedLines)
            shift += line.Start - shift <= region.Span.Start ? line.Length : 0;
        var newSpan = TextSpan.FromBounds(region.Span.Start + shift, context.NewText.Length - (oldText.Length - region.Span.End));
        var (node, helpers) = NodesOf(newRoot, newSpan, region);
        return new RegionChange(region, newSpan, region.Node, node, field is null ? helpers : helpers.Add(field), added);
    }

    // The one field that a type has after and had not before.
    private static FieldDeclarationSyntax? AddedField(SyntaxNode oldRoot, SyntaxNode newRoot)
    {
        var before = new HashSet<string>(Fields(oldRoot).Select(field => field.ToString()));
        return Fields(newRoot).Where(field => !before.Contains(field.ToString())).Take(2).ToList() is [var only] && Fields(newRoot).Count() == Fields(oldRoot).Count() + 1 ? only : null;

        static IEnumerable<FieldDeclarationSyntax> Fields(SyntaxNode root) => root.DescendantNodes(node => node is not (BlockSyntax or ArrowExpressionClauseSyntax or AttributeListSyntax)).OfType<FieldDeclarationSyntax>();
    }

    // With its comment and a blank line before or behind it, or without.
    private static IEnumerable<List<TextSpan>> WithoutField(FieldDeclarationSyntax field, SourceText text, List<TextSpan> others)
    {
        var line = LineOf(text, field.Span);
        var first = text.Lines.GetLineFromPosition(field.FullSpan.Start);
        foreach (var span in new[] { line, WithBlankLine(text, line), TextSpan.FromBounds(first.Start, line.End), TextSpan.FromBounds(field.FullSpan.Start, line.End) }.Distinct())
            yield return [.. others.Append(span).OrderBy(each => each.Start)];
    }

    // A member that nothing needs is gone as a whole, with its comments and the blank lines around it.
    private static bool DeletesMember(SyntaxNode member, TextSpan flagged, SyntaxNode oldRoot, SyntaxNode newRoot) =>
        member is MemberDeclarationSyntax { Parent: TypeDeclarationSyntax, ContainsDirectives: false } declaration and not BaseTypeDeclarationSyntax and not FieldDeclarationSyntax { Declaration.Variables.Count: > 1 }
        && declaration.Modifiers.All(modifier => modifier.Text is not ("public" or "protected" or "internal" or "override" or "partial"))
        && !Bodies.Of(member).Any(body => body.Span.Contains(flagged))
        && !Bodies.Of(member).Any(body => body is EqualsValueClauseSyntax && body.DescendantNodes().Any(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } or AwaitExpressionSyntax or AssignmentExpressionSyntax))
        && oldRoot.DescendantTokens().Where(token => !member.Span.Contains(token.Span)).Select(token => token.Text).SequenceEqual(newRoot.DescendantTokens().Select(token => token.Text))
        && Comments(oldRoot.ToFullString().Remove(member.FullSpan.Start, member.FullSpan.Length)) == Comments(newRoot.ToFullString());

    private static string Comments(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    // Members that were added to a type: without them, and the usings, the file is the one that it was.
    private static RegionChange? OfType(Region region, TypeDeclarationSyntax type, SyntaxNode oldRoot, SyntaxNode newRoot, ImmutableArray<UsingDirectiveSyntax> usings)
    {
        var now = newRoot.DescendantNodes().OfType<TypeDeclarationSyntax>()
            .FirstOrDefault(node => node.RawKind == type.RawKind && NameOf(node) == NameOf(type) && Types(node).SequenceEqual(Types(type)));
        if (now is null)
            return null;
        var known = type.Members.GroupBy(Text).ToDictionary(group => group.Key, group => group.Count());
        var added = ImmutableArray.CreateBuilder<MemberDeclarationSyntax>();
        foreach (var member in now.Members)
        {
            if (known.TryGetValue(Text(member), out var count) && count > 0)
                known[Text(member)] = count - 1;
            else
                added.Add(member);
        }

        var spans = added.Select(member => member.FullSpan).Concat(usings.Select(directive => directive.FullSpan)).ToList();
        var rest = newRoot.DescendantTokens().Where(token => !spans.Any(span => span.Contains(token.Span))).Select(token => token.Text);
        return added.Count > 0 && rest.SequenceEqual(oldRoot.DescendantTokens().Select(token => token.Text))
            ? new RegionChange(new Region(type, type.Span), now.Span, type, now, ImmutableArray<SyntaxNode>.Empty, usings) { AddedMembers = added.ToImmutable() }
            : null;

        static IEnumerable<string> Types(SyntaxNode node) => node.Ancestors().OfType<BaseTypeDeclarationSyntax>().Select(outer => outer.Identifier.Text);

        static string Text(SyntaxNode node) => string.Join(" ", node.DescendantTokens().Select(token => token.Text));
    }

    /// <summary>The same region in another flavour of the document; null where it is no code there.</summary>
    public async Task<RegionChange?> InAsync(Document oldDocument, Document newDocument, CancellationToken cancellation)
    {
        var oldRoot = await oldDocument.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var newRoot = await newDocument.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        if (oldRoot is null || newRoot is null)
            return null;
        var oldNode = Region.Node is CompilationUnitSyntax
            ? oldRoot
            : oldRoot.DescendantNodes().FirstOrDefault(node => node.SpanStart == Region.Node.SpanStart && node.RawKind == Region.Node.RawKind);
        if (oldNode is null)
            return null;
        var region = Region with { Node = oldNode };
        var (node, helpers) = NodesOf(newRoot, NewSpan, region);
        return new RegionChange(region, NewSpan, oldNode, node, helpers, AddedUsings);
    }

    // The using directives beyond those that were there, by their text.
    private static ImmutableArray<UsingDirectiveSyntax> AddedUsingsOf(SyntaxNode oldRoot, SyntaxNode newRoot)
    {
        var before = Usings(oldRoot).GroupBy(Normal).ToDictionary(group => group.Key, group => group.Count());
        var added = ImmutableArray.CreateBuilder<UsingDirectiveSyntax>();
        foreach (var directive in Usings(newRoot))
        {
            var key = Normal(directive);
            if (before.TryGetValue(key, out var count) && count > 0)
                before[key] = count - 1;
            else
                added.Add(directive);
        }

        return added.ToImmutable();

        static IEnumerable<UsingDirectiveSyntax> Usings(SyntaxNode root) =>
            root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>();

        static string Normal(UsingDirectiveSyntax directive) => string.Join(" ", directive.DescendantTokens().Select(token => token.Text));
    }

    private static TextSpan LineOf(SourceText text, TextSpan span)
    {
        var first = text.Lines.GetLineFromPosition(span.Start);
        var last = text.Lines.GetLineFromPosition(span.End);
        return text.ToString(TextSpan.FromBounds(first.Start, last.End)).Trim().Length == span.Length
            ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak)
            : span;
    }

    private static SourceText Without(SourceText text, IEnumerable<TextSpan> spans) =>
        text.WithChanges(spans.Select(span => new TextChange(span, string.Empty)));

    private static TextSpan WithBlankLine(SourceText text, TextSpan span)
    {
        var next = text.Lines.GetLineFromPosition(span.End);
        return next.Start == span.End && next.Span.IsEmpty ? TextSpan.FromBounds(span.Start, next.EndIncludingLineBreak) : span;
    }

    private static bool EqualOutside(SourceText oldText, SourceText newText, TextSpan region)
    {
        var after = oldText.Length - region.End;
        return newText.Length >= region.Start + after
            && oldText.ToString(new TextSpan(0, region.Start)) == newText.ToString(new TextSpan(0, region.Start))
            && oldText.ToString(new TextSpan(region.End, after)) == newText.ToString(new TextSpan(newText.Length - after, after));
    }

    // Without a diagnostic the region is the one member that the edit touches.
    private static Region? TouchedRegion(SourceText oldText, SourceText newText, SyntaxNode oldRoot)
    {
        var before = oldText.ToString();
        var after = newText.ToString();
        var start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start])
            start++;
        var end = 0;
        while (end < before.Length - start && end < after.Length - start && before[before.Length - 1 - end] == after[after.Length - 1 - end])
            end++;
        var span = TextSpan.FromBounds(start, before.Length - end);

        // White space at the ends belongs to the tokens beside it.
        while (span.Length > 0 && char.IsWhiteSpace(before[span.Start]))
            span = TextSpan.FromBounds(span.Start + 1, span.End);
        while (span.Length > 0 && char.IsWhiteSpace(before[span.End - 1]))
            span = TextSpan.FromBounds(span.Start, span.End - 1);
        var region = Region.Find(oldRoot, span);
        return region is not null && region.Span.Contains(span) ? region : null;
    }

    private static (SyntaxNode? Node, ImmutableArray<SyntaxNode> Helpers) NodesOf(SyntaxNode newRoot, TextSpan newSpan, Region region)
    {
        if (region.Node is CompilationUnitSyntax)
            return (newRoot, ImmutableArray<SyntaxNode>.Empty);
        if (region.Node is BaseTypeDeclarationSyntax)
        {
            var type = newRoot.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().FirstOrDefault(node => node.SpanStart == newSpan.Start);
            return (type is not null && type.RawKind == region.Node.RawKind && NameOf(type) == NameOf(region.Node) ? type : null, ImmutableArray<SyntaxNode>.Empty);
        }

        if (region.IsStatements)
            return (StatementRuns.MemberAfter(region, newRoot, newSpan), ImmutableArray<SyntaxNode>.Empty);

        // The members (accessors, local functions) that stand where the region stood.
        var siblings = newRoot.DescendantNodes(newSpan)
            .Where(node => newSpan.Contains(node.Span) && node.Span.Length > 0 && IsRegionNode(node) && !newSpan.Contains(node.Parent!.Span))
            .Select(node => node is GlobalStatementSyntax { Statement: LocalFunctionStatementSyntax function } ? function : node)
            .ToList();
        var node = siblings.FirstOrDefault(sibling => sibling.RawKind == region.Node.RawKind && NameOf(sibling) == NameOf(region.Node) && SameArity(sibling, region.Node))
            ?? siblings.FirstOrDefault(sibling => sibling.RawKind == region.Node.RawKind && NameOf(sibling) == NameOf(region.Node));
        return (node, siblings.Where(sibling => sibling != node).ToImmutableArray());
    }

    private static bool IsRegionNode(SyntaxNode node) =>
        node is MemberDeclarationSyntax or AccessorDeclarationSyntax or StatementSyntax;

    private static bool SameArity(SyntaxNode one, SyntaxNode other) =>
        one is not BaseMethodDeclarationSyntax method || other is not BaseMethodDeclarationSyntax same
        || method.ParameterList.Parameters.Count == same.ParameterList.Parameters.Count;

    /// <summary>The name by which a member is the same one after an edit.</summary>
    internal static string NameOf(SyntaxNode node) => new Region(node, node.Span).Name;
}
