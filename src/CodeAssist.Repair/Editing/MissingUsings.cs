using CodeAssist.Repair.Proposing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Editing;

/// <summary>
/// Adds the using directives that an edit needs: where a name of the region's new code does not bind, and exactly one
/// namespace has it. Of two namespaces none is chosen: the check <c>compile</c> says what is missing.
/// </summary>
internal static class MissingUsings
{
    // A type that binds at last may show that an extension method on it does not.
    private const int MostRounds = 4;

    /// <summary>The proposal, with the usings that its edit needs.</summary>
    public static async Task<Proposal> AddAsync(RepairRequest request, Proposal proposal, CancellationToken cancellation)
    {
        if (proposal.NewText is not { } text || request.Region.Node.SyntaxTree is not CSharpSyntaxTree tree)
            return proposal;
        var compilation = await request.Document.Project.GetCompilationAsync(cancellation).ConfigureAwait(false);
        if (compilation is null || !compilation.ContainsSyntaxTree(tree))
            return proposal;

        HashSet<string>? known = null;
        for (var round = 0; round < MostRounds; round++)
        {
            var edited = tree.WithChangedText(text);
            var model = compilation.ReplaceSyntaxTree(tree, edited).GetSemanticModel(edited);
            var missing = MissingName.In(model, RegionIn(text, request), cancellation);
            if (missing.Count == 0)
                break;
            known ??= new(MissingName.In(compilation.GetSemanticModel(tree), request.Region.Span, cancellation).Select(name => name.Key));
            var namespaces = missing
                .Where(name => !known.Contains(name.Key))
                .Select(name => OnlyNamespace(name, model))
                .OfType<string>()
                .Distinct()
                .ToList();
            if (namespaces.Count == 0)
                break;
            foreach (var name in namespaces)
                text = Add(text, tree, name, request);
        }

        return text == proposal.NewText ? proposal : proposal.WithText(text);
    }

    private static SourceText Add(SourceText text, SyntaxTree tree, string name, RepairRequest request)
    {
        var root = (CompilationUnitSyntax)tree.WithChangedText(text).GetRoot();
        return text.WithChanges(UsingPlace.Insert(root, text, RegionIn(text, request).Start, name));
    }

    private static string? OnlyNamespace(MissingName name, SemanticModel model)
    {
        var found = name.Receiver is null
            ? NamespaceCatalog.OfType(model.Compilation, name.Name, name.Arity)
            : NamespaceCatalog.OfExtension(model.Compilation, name.Name, name.Receiver);
        var imported = Imported(model, name.Position);
        var namespaces = found.Where(candidate => !imported.Contains(candidate)).Distinct().Take(2).ToList();
        return namespaces.Count == 1 ? namespaces[0] : null;
    }

    // A namespace that is imported already, by the file or globally, does not help.
    private static HashSet<string> Imported(SemanticModel model, int position) =>
        new(model.GetImportScopes(position).SelectMany(scope => scope.Imports).Select(import => import.NamespaceOrType).OfType<INamespaceSymbol>().Select(NamespaceCatalog.NameOf));

    // What stands before the region may have grown by usings.
    private static TextSpan RegionIn(SourceText text, RepairRequest request)
    {
        var region = request.Region.Span;
        var shift = text.GetTextChanges(request.Text)
            .Where(change => change.Span.End < region.Start || (change.Span.End == region.Start && change.Span.Length == 0 && IsUsing(change)))
            .Sum(change => change.NewText!.Length - change.Span.Length);
        return TextSpan.FromBounds(region.Start + shift, Math.Max(region.Start + shift, text.Length - (request.Text.Length - region.End)));
    }

    private static bool IsUsing(TextChange change) =>
        change.NewText!.TrimStart().StartsWith("using ", StringComparison.Ordinal) && change.NewText.TrimEnd(' ', '\t', '\r', '\n').EndsWith(";", StringComparison.Ordinal)
        && change.NewText.EndsWith("\n", StringComparison.Ordinal);
}
