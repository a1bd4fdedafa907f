using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Editing;

/// <summary>
/// Runs of statements of a member: neighbours in one block, switch section or program. What is too long to be shown
/// and rewritten as a whole shrinks to one.
/// </summary>
internal static class StatementRuns
{
    // A run gets fewer lines where a budget does not hold it.
    private static readonly IReadOnlyList<int> Lines = [Region.MostLines, Region.MostLines / 2, Region.MostLines / 4, Region.MostLines / 8];

    /// <summary>
    /// The regions that a region can shrink to around a flagged span, the longest first: of each length the run of the
    /// outermost statement list that has one so short, at last the innermost flagged statement alone. Empty where the span stands
    /// outside of statements.
    /// </summary>
    public static IEnumerable<Region> Around(Region region, SourceText text, TextSpan flagged)
    {
        var lists = ListsAround(region, flagged);
        foreach (var lines in Lines)
        {
            var list = lists.FindIndex(each => CountLines(text, each.Statements[each.Index].Span) <= lines);
            if (list >= 0)
                yield return Run(region, text, lists[list].Statements, lists[list].Index, lines);
        }

        if (lists.Count > 0)
            yield return Run(region, text, lists[lists.Count - 1].Statements, lists[lists.Count - 1].Index, lines: 1);
    }

    /// <summary>How many lines a span touches.</summary>
    public static int CountLines(SourceText text, TextSpan span) =>
        text.Lines.GetLineFromPosition(span.End).LineNumber - text.Lines.GetLineFromPosition(span.Start).LineNumber + 1;

    /// <summary>The statements of a region.</summary>
    public static IReadOnlyList<StatementSyntax> StatementsOf(Region region) =>
        ListOf(region.Node.SyntaxTree.GetRoot(), region.Span)?.Where(statement => region.Span.Contains(statement.Span)).ToList() ?? [];

    /// <summary>
    /// The member that holds the statements, after an edit that kept all around them: the same member, and in it the same list,
    /// of which the new statements are whole ones; null where the edit broke out of it.
    /// </summary>
    public static SyntaxNode? MemberAfter(Region region, SyntaxNode newRoot, TextSpan newSpan)
    {
        var oldRoot = region.Node.SyntaxTree.GetRoot();
        var oldToken = oldRoot.FindToken(region.Span.Start);
        var newToken = newRoot.FindToken(newSpan.Start);
        return SameAround(oldToken.Parent!.FirstAncestorOrSelf<SyntaxNode>(node => IsList(node) && !region.Span.Contains(node.Span))) is { } list
            && Children(list).All(child => newSpan.Contains(child.Span) || !newSpan.IntersectsWith(child.Span) || child.Span.End == newSpan.Start || child.SpanStart == newSpan.End)
            && SameAround(region.Node) is { } member && Gate.RegionChange.NameOf(member) == Gate.RegionChange.NameOf(region.Node)
            ? member
            : null;

        // What begins before the statements and ends behind them, as far from the ends of the text as it was.
        SyntaxNode? SameAround(SyntaxNode? node) => node is null
            ? null
            : newToken.Parent?.AncestorsAndSelf().FirstOrDefault(same => same.RawKind == node.RawKind
                && newSpan.Start - same.SpanStart == region.Span.Start - node.SpanStart
                && same.Span.End - newSpan.End == node.Span.End - region.Span.End);
    }

    /// <summary>
    /// The columns by which the statements of a reply are indented as a whole; null where it holds none. The first
    /// line's own may have been cut off.
    /// </summary>
    public static int? BaseIndentation(SyntaxNode reply)
    {
        var text = reply.SyntaxTree.GetText();
        var statements = Children(reply);
        var columns = statements.Select(statement => ColumnsAt(LineAt(statement.SpanStart))).ToList();
        return columns.Count switch
        {
            0 => null,
            1 when columns[0] == 0 && LineAt(statements[0].GetLastToken().SpanStart) is var last && last.TrimStart() is ['}' or ')', ..] => ColumnsAt(last),
            1 => columns[0],
            _ => columns[0] > 0 ? columns.Min() : columns.Skip(1).Min(),
        };

        string LineAt(int position) => text.ToString(text.Lines.GetLineFromPosition(position).Span);

        static int ColumnsAt(string line) => TextStyle.Columns(TextStyle.Leading(line));
    }

    // Outermost first.
    private static List<(IReadOnlyList<StatementSyntax> Statements, int Index)> ListsAround(Region region, TextSpan flagged)
    {
        var lists = new List<(IReadOnlyList<StatementSyntax>, int)>();
        var node = region.Node.SyntaxTree.GetRoot().FindNode(flagged, getInnermostNodeForTie: true);
        for (; node is not null && node != region.Node; node = node.Parent)
        {
            if (node is StatementSyntax statement && node.Parent is { } parent && Children(parent is GlobalStatementSyntax ? parent.Parent! : parent) is { Count: > 0 } children)
                lists.Insert(0, (children, children.ToList().IndexOf(statement)));
        }

        return lists;
    }

    // Grows to both sides in turn as long as the lines hold it.
    private static Region Run(Region region, SourceText text, IReadOnlyList<StatementSyntax> statements, int index, int lines)
    {
        var (first, last) = (index, index);
        for (var grew = true; grew;)
        {
            grew = false;
            if (first > 0 && Fits(first - 1, last))
                (first, grew) = (first - 1, true);
            if (last + 1 < statements.Count && Fits(first, last + 1))
                (last, grew) = (last + 1, true);
        }

        return new Region(region.Node, Span(first, last)) { IsStatements = true };

        TextSpan Span(int from, int to) => TextSpan.FromBounds(statements[from].SpanStart, statements[to].Span.End);

        bool Fits(int from, int to) => CountLines(text, Span(from, to)) <= lines;
    }

    private static IReadOnlyList<StatementSyntax>? ListOf(SyntaxNode root, TextSpan span) =>
        root.FindToken(span.Start).Parent!.AncestorsAndSelf().Where(node => IsList(node) && !span.Contains(node.Span)).Select(Children).FirstOrDefault();

    private static bool IsList(SyntaxNode node) => node is BlockSyntax or SwitchSectionSyntax or CompilationUnitSyntax;

    private static IReadOnlyList<StatementSyntax> Children(SyntaxNode node) => node switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        CompilationUnitSyntax unit => unit.Members.OfType<GlobalStatementSyntax>().Select(statement => statement.Statement).ToList(),
        _ => [],
    };
}
