using System.Text;
using CodeAssist.Repair.Proposing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Editing;

/// <summary>Makes an edit of a model's reply: the region's tokens are merged into the old ones, not pasted over them.</summary>
public static class ReplyEditor
{
    /// <summary>The edit that a reply describes, or why it is unusable.</summary>
    public static Proposal Apply(RepairRequest request, string reply)
    {
        var region = request.Region;
        var parsed = ReplyParser.Parse(reply, region);
        if (parsed.Problem is not null)
            return Proposal.Unusable(parsed.Problem);

        var style = TextStyle.Of(request.Text, region.Span.Start);
        var oldNode = region.Node;
        var merged = parsed.Node is null || oldNode is CompilationUnitSyntax || region.IsHeader
            ? style.Adapt(parsed.Text)
            : RegionMerge.Merge(oldNode, request.Text, parsed.Node, style);
        var text = new StringBuilder(merged);
        foreach (var helper in parsed.Helpers)
            text.Append(style.NewLine).Append(style.NewLine).Append(style.Indentation).Append(style.Adapt(helper.ToString()));

        var changes = new List<TextChange>();
        if (request.Region.Node.SyntaxTree.GetRoot() is CompilationUnitSyntax unit)
            changes.AddRange(UsingChanges(unit, parsed.Usings, style));
        changes.Add(new TextChange(region.Span, text.ToString()));
        return Proposal.Edit(string.Empty, request.Text.WithChanges(changes));
    }

    // Usings that a reply brings and the file lacks go behind the last one there is.
    private static IEnumerable<TextChange> UsingChanges(CompilationUnitSyntax unit, List<string> usings, TextStyle style)
    {
        var existing = unit.Usings.Select(directive => directive.ToString()).ToList();
        var missing = usings.Where(directive => !existing.Contains(directive)).Distinct().ToList();
        if (missing.Count == 0 || unit.Usings.Count == 0)
            return [];
        var place = unit.Usings[unit.Usings.Count - 1].Span.End;
        return [new TextChange(new TextSpan(place, 0), string.Concat(missing.Select(directive => style.NewLine + directive)))];
    }
}
