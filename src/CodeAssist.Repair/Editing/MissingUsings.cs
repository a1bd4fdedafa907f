using CodeAssist.Repair.Proposing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Editing;

/// <summary>
/// Adds the using directives that an edit needs: where a name of the region's new code does not bind, and exactly one
/// namespace has it, in every flavour of the document that misses it. Of two namespaces none is chosen: the check
/// <c>compile</c> says what is missing. Of the usings that a reply brings itself only those stay without which its code
/// does not bind.
/// </summary>
internal static class MissingUsings
{
    // A type that binds at last may show that an extension method on it does not.
    private const int MostRounds = 4;

    /// <summary>The proposal, with the usings that its edit needs.</summary>
    public static async Task<Proposal> AddAsync(RepairRequest request, Proposal proposal, CancellationToken cancellation)
    {
        if (proposal.NewText is not { } text || request.Region.Node.Language != LanguageNames.CSharp)
            return proposal;
        var flavours = await EditedFlavour.AllAsync(request, cancellation).ConfigureAwait(false);
        for (var round = 0; round < MostRounds; round++)
        {
            var namespaces = Needed(flavours, text, request, cancellation);
            if (namespaces.Count == 0)
                break;
            text = namespaces.Aggregate(text, (current, name) => Add(current, name, request, cancellation));
        }

        text = AddOwn(proposal, text, flavours, request, cancellation);
        return text == proposal.NewText ? proposal : proposal.WithText(text);
    }

    // The namespaces that alone have a name which the edit misses, and that all flavours know.
    private static List<string> Needed(IReadOnlyList<EditedFlavour> flavours, SourceText text, RepairRequest request, CancellationToken cancellation)
    {
        var found = new Dictionary<string, HashSet<string>>();
        foreach (var flavour in flavours)
        {
            foreach (var (name, namespaces) in flavour.Missing(text, RegionIn(text, request), cancellation))
            {
                if (!found.TryGetValue(name, out var known))
                    found.Add(name, known = []);
                known.UnionWith(namespaces);
            }
        }

        return found.Values
            .Where(namespaces => namespaces.Count == 1)
            .Select(namespaces => namespaces.First())
            .Distinct()
            .Where(name => flavours.All(flavour => flavour.Knows(name)))
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToList();
    }

    // What two namespaces have, a reply may name one of.
    private static SourceText AddOwn(
        Proposal proposal, SourceText text, IReadOnlyList<EditedFlavour> flavours, RepairRequest request, CancellationToken cancellation)
    {
        if (proposal.Usings.IsDefaultOrEmpty)
            return text;
        var errors = Errors(text);
        foreach (var name in proposal.Usings)
        {
            if (errors == 0)
                break;
            var with = Add(text, name, request, cancellation);
            if (Errors(with) is var fewer && fewer < errors)
                (text, errors) = (with, fewer);
        }

        return text;

        int Errors(SourceText candidate) => flavours.Sum(flavour => flavour.CountErrors(candidate, RegionIn(candidate, request), cancellation));
    }

    private static SourceText Add(SourceText text, string name, RepairRequest request, CancellationToken cancellation)
    {
        var tree = request.Region.Node.SyntaxTree.WithChangedText(text);
        var root = (CompilationUnitSyntax)tree.GetRoot(cancellation);
        var options = request.Document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(request.Region.Node.SyntaxTree);
        return text.WithChanges(UsingPlace.Insert(root, text, RegionIn(text, request).Start, name, UsingStyle.Of(options)));
    }

    // What stands before the region may have grown by usings.
    private static TextSpan RegionIn(SourceText text, RepairRequest request)
    {
        var region = EditedFlavour.SpanOf(request.Region);
        var shift = text.GetTextChanges(request.Text)
            .Where(change => change.Span.End < region.Start || (change.Span.End == region.Start && change.Span.Length == 0 && IsUsing(change)))
            .Sum(change => change.NewText!.Length - change.Span.Length);
        return TextSpan.FromBounds(region.Start + shift, Math.Max(region.Start + shift, text.Length - (request.Text.Length - region.End)));
    }

    private static bool IsUsing(TextChange change) =>
        change.NewText!.TrimStart().StartsWith("using ", StringComparison.Ordinal) && change.NewText.TrimEnd(' ', '\t', '\r', '\n').EndsWith(";", StringComparison.Ordinal)
        && change.NewText.EndsWith("\n", StringComparison.Ordinal);
}
