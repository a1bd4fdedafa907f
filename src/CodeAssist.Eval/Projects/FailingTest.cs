using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CodeAssist.Repair.Editing;
using CodeAssist.Repair.Guides;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Eval.Projects;

/// <summary>
/// Reports the statement that makes a test fail, where no rule does: as long as its member is what it was with the bug.
/// It says which test fails, and nothing of what the test is.
/// </summary>
[SuppressMessage("MicrosoftCodeAnalysisCorrectness", "RS1001", Justification = "No host may load it: it serves one case.")]
public sealed class FailingTest : DiagnosticAnalyzer
{
#pragma warning disable RS2008 // It is no rule: nobody can reference it.
    private static readonly DiagnosticDescriptor Rule = new(
        FailingTestGuide.DiagnosticId, "A test fails", "The test '{0}' fails since a mistake was made here", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true,
        customTags: WellKnownDiagnosticTags.NotConfigurable);
#pragma warning restore RS2008

    private readonly string _file;
    private readonly SyntaxNode _member;
    private readonly TextSpan _flagged;
    private readonly string _test;

    private FailingTest(string file, SyntaxNode member, TextSpan flagged, string test)
    {
        _file = file;
        _member = member;
        _flagged = flagged;
        _test = test;
    }

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <summary>The analyzer for a bug; null where no member holds the bug.</summary>
    /// <param name="root">The file with the bug.</param>
    /// <param name="bug">Where the bug is.</param>
    /// <param name="test">The test that fails.</param>
    public static FailingTest? For(SyntaxNode root, TextSpan bug, string test) =>
        Region.Find(root, bug) is { IsHeader: false } region ? new FailingTest(root.SyntaxTree.FilePath, region.Node, StatementAt(region, root, bug), test) : null;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSyntaxTreeAction(tree =>
        {
            if (tree.Tree.FilePath == _file && Find(tree.Tree.GetRoot(tree.CancellationToken)) is { } span)
                tree.ReportDiagnostic(Diagnostic.Create(Rule, Location.Create(tree.Tree, span), _test));
        });
    }

    /// <summary>Where it is reported in a file; null where the member is no longer what it was.</summary>
    public TextSpan? Find(SyntaxNode root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return root.DescendantNodesAndSelf().FirstOrDefault(node => node.RawKind == _member.RawKind && SyntaxFactory.AreEquivalent(node, _member, topLevel: false)) is { } same
            ? new TextSpan(same.SpanStart + _flagged.Start - _member.SpanStart, _flagged.Length)
            : null;
    }

    // The innermost statement, or the header of it, on which the bug begins; of a place where a statement is missing, its
    // neighbour.
    private static TextSpan StatementAt(Region region, SyntaxNode root, TextSpan bug)
    {
        var node = root.FindToken(Math.Clamp(bug.Start, region.Span.Start, region.Span.End - 1)).Parent!;
        var found = node.AncestorsAndSelf().TakeWhile(each => each != region.Node)
            .FirstOrDefault(each => each is StatementSyntax and not BlockSyntax or ArrowExpressionClauseSyntax or SwitchExpressionArmSyntax or CatchClauseSyntax or ConstructorInitializerSyntax);
        if (found is not null)
            return FirstLine(found);
        var block = node.FirstAncestorOrSelf<BlockSyntax>(each => region.Span.Contains(each.Span));
        var neighbour = block?.Statements.LastOrDefault(each => each.SpanStart <= bug.Start) ?? block?.Statements.FirstOrDefault();
        return neighbour is null ? FirstLine(region.Node) : FirstLine(neighbour);
    }

    private static TextSpan FirstLine(SyntaxNode node)
    {
        var text = node.SyntaxTree.GetText();
        return TextSpan.FromBounds(node.SpanStart, Math.Min(node.Span.End, text.Lines.GetLineFromPosition(node.SpanStart).End));
    }
}
