using CodeAssist.Repair.Editing;
using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>A repair, as the rules about its form see it.</summary>
/// <param name="Target">The diagnostic that is repaired.</param>
/// <param name="Allowance">What the edit may do.</param>
/// <param name="Change">What the edit changes.</param>
/// <param name="OldRoot">The root of the file before.</param>
/// <param name="NewNode">The region after.</param>
/// <param name="OldModel">The semantic model of the file before.</param>
/// <param name="NewModel">The semantic model of the file after.</param>
/// <param name="Tokens">Which tokens of the file survive.</param>
/// <param name="Cancellation">Ends the work early.</param>
internal sealed record RepairForm(
    Diagnostic Target,
    Allowance Allowance,
    RegionChange Change,
    SyntaxNode OldRoot,
    SyntaxNode NewNode,
    SemanticModel OldModel,
    SemanticModel NewModel,
    TokenMap Tokens,
    CancellationToken Cancellation)
{
    /// <summary>The region before.</summary>
    public SyntaxNode OldNode => Change.OldNode;

    /// <summary>The innermost node of the file before that the diagnostic is about.</summary>
    public SyntaxNode FlaggedNode => OldRoot.FindNode(Target.Location.SourceSpan, getInnermostNodeForTie: true);

    /// <summary>The nodes of a type in the region before.</summary>
    public IEnumerable<TNode> InOld<TNode>() => OldNode.DescendantNodes().OfType<TNode>();

    /// <summary>The nodes of a type in the region after.</summary>
    public IEnumerable<TNode> InNew<TNode>() => NewNode.DescendantNodes().OfType<TNode>();

    /// <summary>Whether a token after was not there before.</summary>
    public bool IsNew(SyntaxToken token) => Tokens.ToOld(token.SpanStart) is null;

    /// <summary>Whether what a node after starts with was not there before.</summary>
    public bool StartsNew(SyntaxNode node) => Tokens.ToOld(node.SpanStart) is null;

    /// <summary>The symbol after that an expression names; null where it names none.</summary>
    public ISymbol? SymbolOf(SyntaxNode expression) => NewModel.GetSymbolInfo(expression, Cancellation).Symbol;

    /// <summary>The finding that a piece of source appeared, as an effect of a kind; null where there is no such piece.</summary>
    public static CheckFinding? Appeared(string kind, string? text) =>
        text is null ? null : CheckFinding.Failed("EffectAppeared", Messages.Get(kind), Describe.Source(text));

    /// <summary>The finding that a piece of source vanished, as an effect of a kind; null where there is no such piece.</summary>
    public static CheckFinding? Vanished(string kind, string? text) =>
        text is null ? null : CheckFinding.Failed("EffectVanished", Messages.Get(kind), Describe.Source(text));

    /// <summary>The finding that another name fits better than the one that was written; null where there is no such pair.</summary>
    public static CheckFinding? FitsWorse((string Name, string Better)? pair) =>
        pair is var (name, better) ? CheckFinding.Failed("NameFitsWorse", name, better) : null;

    /// <summary>The finding of a key about a piece of source; null where there is no such piece.</summary>
    public static CheckFinding? Found(string key, string? text) =>
        text is null ? null : CheckFinding.Failed(key, Describe.Source(text));
}
