using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Editing;

/// <summary>Where a using directive belongs: beside the file's others, in their order, or under the header of a file that has none.</summary>
internal static class UsingPlace
{
    /// <summary>The change that imports a namespace for the code at a position.</summary>
    public static TextChange Insert(CompilationUnitSyntax root, SourceText text, int position, string name, UsingStyle style)
    {
        var directive = $"using {name};";
        var newLine = TextStyle.Of(text, position).NewLine;
        var all = UsingsFor(root, position);

        // Those behind an `#if` are not there in every world.
        var outside = all.TakeWhile(each => !each.GetLeadingTrivia().Any(trivia => trivia.IsKind(SyntaxKind.IfDirectiveTrivia))).ToList();
        var plain = outside.Where(each => each.Alias is null && each.StaticKeyword.RawKind == 0 && each.GlobalKeyword.RawKind == 0).ToList();
        if (plain.Count > 0)
            return Among(plain, text, name, directive, newLine, style);
        if (outside.LastOrDefault(each => each.GlobalKeyword.RawKind != 0) is { } lastGlobal)
            return After(lastGlobal, text, directive, newLine);
        if (outside.Count > 0)
            return Before(outside[0], text, directive, newLine);
        if (root.Externs.Count > 0)
            return After(root.Externs[root.Externs.Count - 1], text, directive, newLine);
        if (all.Count == 0 && style.InsideNamespace == true && InsideNamespace(root, text, position, directive, newLine) is { } inside)
            return inside;
        return new TextChange(new TextSpan(UnderHeader(root), 0), directive + newLine + (all.Count == 0 ? newLine : string.Empty));
    }

    private static List<UsingDirectiveSyntax> UsingsFor(CompilationUnitSyntax root, int position)
    {
        var inner = root.FindToken(position).Parent?.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault(@namespace => @namespace.Usings.Count > 0);
        return root.Usings.Any(each => each.GlobalKeyword.RawKind == 0) || inner is null ? root.Usings.ToList() : inner.Usings.ToList();
    }

    private static TextChange Among(List<UsingDirectiveSyntax> plain, SourceText text, string name, string directive, string newLine, UsingStyle style)
    {
        var names = plain.Select(each => each.Name!.ToString()).ToList();

        // What is sorted either way says nothing about its order.
        Func<string, string, StringComparison, int>[] orders = style.SystemFirst == false ? [string.Compare, SystemFirst] : [SystemFirst, string.Compare];
        var order = orders.FirstOrDefault(IsSorted);
        var next = order is null ? -1 : names.FindIndex(each => order(each, name, StringComparison.OrdinalIgnoreCase) > 0);
        if (next < 0)
            return After(plain[plain.Count - 1], text, directive, newLine);

        // Groups are told apart by their blank lines: a directive joins the one that it belongs to.
        return next > 0 && IsSystem(names[next - 1]) == IsSystem(name)
            ? After(plain[next - 1], text, directive, newLine)
            : Before(plain[next], text, directive, newLine);

        bool IsSorted(Func<string, string, StringComparison, int> compare) =>
            names.Zip(names.Skip(1), (one, other) => compare(one, other, StringComparison.OrdinalIgnoreCase)).All(comparison => comparison <= 0);
    }

    private static int SystemFirst(string one, string other, StringComparison comparison) =>
        IsSystem(one) == IsSystem(other) ? string.Compare(one, other, comparison) : IsSystem(one) ? -1 : 1;

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);

    // The first of a namespace stand on lines of their own, parted from what follows by a blank one.
    private static TextChange? InsideNamespace(CompilationUnitSyntax root, SourceText text, int position, string directive, string newLine)
    {
        if (root.FindToken(position).Parent?.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().LastOrDefault() is not { Externs.Count: 0, Members: [var first, ..] } @namespace)
            return null;
        var open = @namespace is NamespaceDeclarationSyntax block ? block.OpenBraceToken : ((FileScopedNamespaceDeclarationSyntax)@namespace).SemicolonToken;
        var line = text.Lines.GetLineFromPosition(open.Span.End);
        if (line.EndIncludingLineBreak == line.End || first.SpanStart < line.End)
            return null;
        var start = line.EndIncludingLineBreak;
        if (text.Lines.GetLineFromPosition(start) is { Span.IsEmpty: true } blank && blank.EndIncludingLineBreak > blank.End)
            start = blank.EndIncludingLineBreak;
        return new TextChange(new TextSpan(start, 0), Indentation(first, text) + directive + newLine + newLine);
    }

    private static TextChange After(SyntaxNode node, SourceText text, string directive, string newLine) =>
        node.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)
            ? new TextChange(new TextSpan(node.FullSpan.End, 0), Indentation(node, text) + directive + newLine)
            : new TextChange(new TextSpan(node.Span.End, 0), directive);

    private static TextChange Before(SyntaxNode node, SourceText text, string directive, string newLine) =>
        new(new TextSpan(text.Lines.GetLineFromPosition(node.SpanStart).Start, 0), Indentation(node, text) + directive + newLine);

    private static string Indentation(SyntaxNode node, SourceText text)
    {
        var line = text.Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart(' ', '\t').Length);
    }

    // Behind the file's header comment and the directives that hold for the whole file. A comment on the line above
    // a type is the type's own, as is one of documentation.
    private static int UnderHeader(CompilationUnitSyntax root)
    {
        var first = root.GetFirstToken(includeZeroWidth: true);
        var header = 0;
        var line = 0;
        var isBlank = true;
        var pending = false;
        foreach (var trivia in first.LeadingTrivia)
        {
            switch (trivia.Kind())
            {
                case SyntaxKind.WhitespaceTrivia:
                    break;
                case SyntaxKind.EndOfLineTrivia:
                    if (isBlank && pending)
                        (header, pending) = (trivia.FullSpan.End, false);
                    else if (isBlank && header == line)
                        header = trivia.FullSpan.End;
                    (line, isBlank) = (trivia.FullSpan.End, true);
                    break;
                case SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia:
                    (pending, isBlank) = (true, false);
                    break;
                case var kind when trivia.IsDirective && !(kind is SyntaxKind.IfDirectiveTrivia or SyntaxKind.RegionDirectiveTrivia or SyntaxKind.EndRegionDirectiveTrivia):
                    (header, line, pending, isBlank) = (trivia.FullSpan.End, trivia.FullSpan.End, false, true);
                    break;
                default:
                    return header;
            }
        }

        return pending && isBlank && first.Parent is BaseNamespaceDeclarationSyntax ? line : header;
    }
}
