using CodeAssist.Repair.Gate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Editing;

/// <summary>One flavour of a document (a linked project, a target framework), in which the texts of an edit are bound.</summary>
internal sealed class EditedFlavour
{
    private readonly Compilation _compilation;
    private readonly SyntaxTree _tree;
    private readonly SyntaxNode _region;
    private readonly RepairRequest _request;
    private HashSet<string>? _known;

    private EditedFlavour(Compilation compilation, SyntaxTree tree, SyntaxNode region, RepairRequest request)
    {
        _compilation = compilation;
        _tree = tree;
        _region = region;
        _request = request;
    }

    /// <summary>The flavours of a request's document in which its region is code.</summary>
    public static async Task<IReadOnlyList<EditedFlavour>> AllAsync(RepairRequest request, CancellationToken cancellation)
    {
        var flavours = new List<EditedFlavour>();
        foreach (var id in LinkedDocuments.Of(request.Document))
        {
            if (request.Document.Project.Solution.GetDocument(id) is not { } document)
                continue;
            var tree = await document.GetSyntaxTreeAsync(cancellation).ConfigureAwait(false);
            var compilation = await document.Project.GetCompilationAsync(cancellation).ConfigureAwait(false);
            if (tree is null || compilation is null || !compilation.ContainsSyntaxTree(tree) || tree.Length != request.Text.Length)
                continue;
            var region = request.Region.Node;
            var node = (await tree.GetRootAsync(cancellation).ConfigureAwait(false)).FindNode(region.Span, getInnermostNodeForTie: false)
                .AncestorsAndSelf().FirstOrDefault(each => each.RawKind == region.RawKind && each.SpanStart == region.SpanStart);
            if (node is not null)
                flavours.Add(new EditedFlavour(compilation, tree, node, request));
        }

        return flavours;
    }

    /// <summary>Where an edit of a region may stand: a flagged type may get members.</summary>
    public static TextSpan SpanOf(Region region) => region.IsHeader ? region.Node.Span : region.Span;

    /// <summary>Whether a using directive can name a namespace here.</summary>
    public bool Knows(string name) => NamespaceCatalog.Has(_compilation, name);

    /// <summary>What the region misses since the edit, each with the namespaces that have it and are not imported.</summary>
    public IEnumerable<(string Name, IEnumerable<string> Namespaces)> Missing(SourceText text, TextSpan region, CancellationToken cancellation)
    {
        var (model, errors) = Bind(text, region, cancellation);
        var missing = MissingName.Of(errors, model, cancellation);
        if (missing.Count == 0)
            return [];
        _known ??= KnownBefore(cancellation);
        return missing
            .Where(name => !_known.Contains(name.Key))
            .GroupBy(name => name.Key)
            .Select(group => (group.Key, Namespaces(group.First(), model)))
            .ToList();
    }

    /// <summary>How many errors the region has with a text.</summary>
    public int CountErrors(SourceText text, TextSpan region, CancellationToken cancellation) =>
        Bind(text, region, cancellation).Errors.Count;

    // What was missing before the edit is not the edit's need, unless a repair of that is what was asked for.
    private HashSet<string> KnownBefore(CancellationToken cancellation)
    {
        var model = _compilation.GetSemanticModel(_tree);
        var errors = OfSpan(model, SpanOf(_request.Region), all: true, cancellation)
            .Where(diagnostic => diagnostic.Location.SourceSpan != _request.Diagnostic.Location.SourceSpan);
        return new(MissingName.Of(errors, model, cancellation).Select(name => name.Key));
    }

    private static IEnumerable<string> Namespaces(MissingName name, SemanticModel model)
    {
        var found = name.Receiver is null
            ? NamespaceCatalog.OfType(model.Compilation, name.Name, name.Arity, name.IsAttribute)
            : NamespaceCatalog.OfExtension(model.Compilation, name.Name, name.Receiver);
        var imported = Imported(model, name.Position);
        return found.Where(candidate => !imported.Contains(candidate)).Distinct().ToList();
    }

    // A namespace that is imported already, by the file or globally, does not help.
    private static HashSet<string> Imported(SemanticModel model, int position) =>
        new(model.GetImportScopes(position).SelectMany(scope => scope.Imports).Select(import => import.NamespaceOrType).OfType<INamespaceSymbol>().Select(NamespaceCatalog.NameOf));

    private (SemanticModel Model, IReadOnlyList<Diagnostic> Errors) Bind(SourceText text, TextSpan region, CancellationToken cancellation)
    {
        var edited = _tree.WithChangedText(text);
        var model = _compilation.ReplaceSyntaxTree(_tree, edited).GetSemanticModel(edited);
        var node = edited.GetRoot(cancellation).FindToken(region.Start).Parent?
            .AncestorsAndSelf().FirstOrDefault(each => each.RawKind == _region.RawKind && each.Span.Contains(region));
        return (model, OfSpan(model, region, all: node is null || _request.Region.IsHeader || !CheckedScope.SameHeader(_region, node), cancellation));
    }

    // What declarations miss costs the compiler much more to say than what bodies do: it is asked for where one may have changed.
    private static IReadOnlyList<Diagnostic> OfSpan(SemanticModel model, TextSpan span, bool all, CancellationToken cancellation)
    {
        var diagnostics = model.GetMethodBodyDiagnostics(span, cancellation);
        if (all)
            diagnostics = diagnostics.AddRange(model.GetDeclarationDiagnostics(span, cancellation));
        return diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && span.Contains(diagnostic.Location.SourceSpan)).ToList();
    }
}
