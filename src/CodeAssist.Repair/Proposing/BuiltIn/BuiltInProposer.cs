using System.Collections.Immutable;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>Proposes the edits of the templates: deterministic, always there, no model and no network.</summary>
public sealed class BuiltInProposer : IProposer
{
    private readonly ImmutableDictionary<string, Template> _templates;

    /// <summary>Makes the proposer of all templates.</summary>
    public BuiltInProposer()
        : this(Templates.All)
    {
    }

    internal BuiltInProposer(IEnumerable<Template> templates) =>
        _templates = templates.ToImmutableDictionary(template => template.DiagnosticId);

    /// <summary>The IDs that a template repairs.</summary>
    public IEnumerable<string> DiagnosticIds => _templates.Keys.OrderBy(id => id, StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "builtin";

    /// <inheritdoc/>
    public string? Model => null;

    /// <inheritdoc/>
    public int FeedbackRounds => 0;

    /// <inheritdoc/>
    public bool Handles(string diagnosticId) => _templates.ContainsKey(diagnosticId);

    /// <inheritdoc/>
    public async Task<Proposal> ProposeAsync(RepairRequest request, ImmutableArray<Rejection> rejections, CancellationToken cancellation)
    {
        var id = request.Diagnostic.Id;
        if (!_templates.TryGetValue(id, out var template))
            return Proposal.Nothing(Messages.Get("NoTemplate", id));
        var root = await request.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await request.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null)
            return Proposal.Nothing(Messages.Get("NoSemanticModel"));
        var flagged = root.FindNode(request.Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        var edit = await template.CreateAsync(new TemplateContext(request.Diagnostic, root, model, flagged), cancellation).ConfigureAwait(false);
        return edit is null
            ? Proposal.Nothing(Messages.Get("TemplateDoesNotFit", id))
            : Proposal.Edit(edit.Title, request.Text.WithChanges(edit.Changes));
    }
}
