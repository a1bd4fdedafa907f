using System.Collections.Immutable;
using CodeAssist.Repair.Editing;
using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Gate;

/// <summary>What the checks share of one edit; computed when first asked for.</summary>
internal sealed class GateContext(CandidateEdit edit, IAnalyzerSource analyzers, Memory memory, bool wholeProjects)
{
    private readonly Dictionary<DocumentId, AnalyzedDocument> _analyzed = [];
    private readonly Dictionary<DocumentId, SemanticModel> _newModels = [];
    private RegionChange? _change;
    private bool _changeKnown;
    private Solution? _newSolution;
    private IReadOnlyList<(Document Old, Document New)>? _flavours;
    private TokenMap? _tokens;
    private CheckedScope? _scope;

    public CandidateEdit Edit { get; } = edit;

    public IAnalyzerSource Analyzers { get; } = analyzers;

    /// <summary>What is known of the documents and projects before the edit.</summary>
    public Memory Memory { get; } = memory;

    /// <summary>How many effects the edit changes; null until the check <c>behaviour</c> compared them.</summary>
    public int? ChangedEffects { get; set; }

    public Document Document => Edit.Document;

    /// <summary>The text with the edit. The check <c>reply</c> ends the gate where there is none.</summary>
    public SourceText NewText => Edit.NewText ?? throw new InvalidOperationException("The edit has no text.");

    public Allowance Allowance =>
        Edit.Allowance ?? (Edit.Target is { } target ? RepairGuides.For(target).Allowance : Allowance.None);

    public Solution NewSolution => _newSolution ??= LinkedDocuments.WithText(Document, NewText);

    public Document NewDocument => NewSolution.GetDocument(Document.Id)!;

    /// <summary>The document and all linked to it, before and after: every flavour in which the edit must hold.</summary>
    public IReadOnlyList<(Document Old, Document New)> Flavours() =>
        _flavours ??= [.. LinkedDocuments.Of(Document).Select(id => (Document.Project.Solution.GetDocument(id)!, NewSolution.GetDocument(id)!))];

    public Task<SourceText> OldTextAsync(CancellationToken cancellation) => Document.GetTextAsync(cancellation);

    public async Task<SyntaxNode> OldRootAsync(CancellationToken cancellation) =>
        await Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) ?? throw new InvalidOperationException("The document has no syntax tree.");

    public async Task<SyntaxNode> NewRootAsync(CancellationToken cancellation) =>
        await NewDocument.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) ?? throw new InvalidOperationException("The document has no syntax tree.");

    /// <summary>Which tokens survive the edit.</summary>
    public async Task<TokenMap> TokensAsync(CancellationToken cancellation) =>
        _tokens ??= new TokenMap(await OldTokensAsync(cancellation).ConfigureAwait(false), await NewRootAsync(cancellation).ConfigureAwait(false));

    private Task<List<SyntaxToken>> OldTokensAsync(CancellationToken cancellation) => Memory.GetAsync(Document, "tokens", async () =>
        (await OldRootAsync(cancellation).ConfigureAwait(false)).DescendantTokens().ToList());

    /// <summary>
    /// The region before and after the edit; null where the edit changes something else than one region and the
    /// using list.
    /// </summary>
    public async Task<RegionChange?> ChangeAsync(CancellationToken cancellation)
    {
        if (!_changeKnown)
        {
            _change = await RegionChange.FindAsync(this, cancellation).ConfigureAwait(false);
            _changeKnown = true;
        }

        return _change;
    }

    /// <summary>Who reports the target in a project; null where there is no target.</summary>
    public TargetSource? SourceOfTarget(Project project) => Edit.Target is { } target ? TargetSource.Of(target, project, Analyzers) : null;

    /// <summary>
    /// The semantic model of an edited document. Where analyzers must look for the target in it, it is the model of
    /// their run, so that the code is bound once.
    /// </summary>
    public async Task<SemanticModel> NewModelAsync(Document newDocument, CancellationToken cancellation) =>
        SourceOfTarget(newDocument.Project) is { IsByDocument: true } source
            ? (await AnalyzedAsync(newDocument, source.Analyzers, cancellation).ConfigureAwait(false)).Model
            : await UnsharedModelAsync(newDocument, cancellation).ConfigureAwait(false);

    // The code is bound by the thread that asks: what is left of it to others takes longer to hand over than to do.
    private async Task<SemanticModel> UnsharedModelAsync(Document newDocument, CancellationToken cancellation)
    {
        if (!_newModels.TryGetValue(newDocument.Id, out var model))
        {
            model = OneThread.ModelOf(
                await newDocument.GetSemanticModelAsync(cancellation).ConfigureAwait(false) ?? throw new InvalidOperationException("The document has no semantic model."));
            _newModels.Add(newDocument.Id, model);
        }

        return model;
    }

    /// <summary>What the target's analyzers say of an edited document.</summary>
    public async Task<AnalyzedDocument> AnalyzedAsync(Document newDocument, ImmutableArray<DiagnosticAnalyzer> analyzers, CancellationToken cancellation)
    {
        if (!_analyzed.TryGetValue(newDocument.Id, out var analyzed))
        {
            analyzed = await AnalyzerDiagnostics.RunAsync(newDocument, analyzers, cancellation).ConfigureAwait(false);
            _analyzed.Add(newDocument.Id, analyzed);
        }

        return analyzed;
    }

    /// <summary>How far the edit can reach: one body, or declarations too.</summary>
    public async Task<CheckedScope> ScopeAsync(CancellationToken cancellation) =>
        _scope ??= wholeProjects ? CheckedScope.Declarations : await CheckedScope.FindAsync(this, cancellation).ConfigureAwait(false);
}
