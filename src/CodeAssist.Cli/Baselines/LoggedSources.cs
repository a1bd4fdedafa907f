using CodeAssist.Analyzers.Baselines;
using CodeAssist.Cli.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Cli.Baselines;

/// <summary>The source files of which a log tells, parsed without the project that compiled them.</summary>
internal sealed class LoggedSources
{
    // The conditions of one file use a handful of symbols; all combinations of more would be many parses for a rarity.
    private const int MostSymbols = 6;

    private static readonly CSharpParseOptions Parse =
        new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Parse).WithPreprocessorSymbols("DEBUG", "TRACE", "NET", "NET5_0_OR_GREATER", "NET8_0_OR_GREATER");

    private readonly Dictionary<string, Source?> _sources = new(StringComparer.Ordinal);

    /// <summary>The fingerprint of a finding that is not ours; null where file or region are not as the log says.</summary>
    public string? Fingerprint(LoggedFinding finding, CancellationToken cancellation)
    {
        if (finding is not { Path: { } path, Region: { } region } || Of(path) is not { } source || Span(source.Text, region) is not { } span)
            return null;
        return source.RootFor(span, cancellation) is { } root
            ? ForeignFingerprint.Of(finding.Id, finding.Message, PathText.NameOf(path), root, span, cancellation)
            : null;
    }

    private static TextSpan? Span(SourceText text, LoggedRegion region)
    {
        var start = Position(text, region.StartLine, region.StartColumn);
        var end = Position(text, region.EndLine, region.EndColumn);
        return start <= end ? TextSpan.FromBounds(start.Value, end.Value) : null;
    }

    private static int? Position(SourceText text, int line, int column)
    {
        if (line < 1 || line > text.Lines.Count || column < 1)
            return null;
        var position = text.Lines[line - 1].Start + column - 1;
        return position <= text.Lines[line - 1].EndIncludingLineBreak ? position : null;
    }

    private Source? Of(string path)
    {
        if (_sources.TryGetValue(path, out var source))
            return source;
        try
        {
            source = new Source(FileText.Read(path).Text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The log tells of a file that is not here: its findings are counted as left out.
            source = null;
        }

        _sources.Add(path, source);
        return source;
    }

    private sealed class Source(SourceText text)
    {
        private readonly List<SyntaxNode> _roots = [];

        public SourceText Text => text;

        /// <summary>The syntax in which the span is code: the log does not say which symbols the build had.</summary>
        public SyntaxNode? RootFor(TextSpan span, CancellationToken cancellation)
        {
            if (_roots.Count == 0)
                _roots.Add(Root(Parse, cancellation));
            if (_roots.Find(root => IsCode(root, span)) is { } known)
                return known;
            var symbols = _roots[0].DescendantTrivia().Where(trivia => trivia.IsDirective).Select(trivia => trivia.GetStructure()).OfType<ConditionalDirectiveTriviaSyntax>()
                .SelectMany(directive => directive.Condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText))
                .Distinct().Take(MostSymbols).ToList();
            for (var choice = 0; choice < 1 << symbols.Count; choice++)
            {
                var root = Root(Parse.WithPreprocessorSymbols(symbols.Where((_, index) => (choice & (1 << index)) != 0)), cancellation);
                if (IsCode(root, span))
                {
                    _roots.Add(root);
                    return root;
                }
            }

            return null;
        }

        private SyntaxNode Root(CSharpParseOptions options, CancellationToken cancellation) =>
            CSharpSyntaxTree.ParseText(text, options, cancellationToken: cancellation).GetRoot(cancellation);

        private static bool IsCode(SyntaxNode root, TextSpan span) => !root.FindTrivia(span.Start).IsKind(SyntaxKind.DisabledTextTrivia);
    }
}
