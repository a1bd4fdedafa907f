using CodeAssist.Repair.Proposing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Editing;

/// <summary>
/// Formats the white space beside an edit's new tokens as the file's <c>.editorconfig</c> says, as far as it says
/// something: what is indented, which braces begin a line, where spaces stand. What stands between tokens that stayed is
/// left alone, and so are line ends, which are the file's.
/// </summary>
internal static class NewTokenFormat
{
    /// <summary>The proposal with its new tokens formatted.</summary>
    public static async Task<Proposal> ApplyAsync(RepairRequest request, Proposal proposal, CancellationToken cancellation)
    {
        var oldTree = request.Region.Node.SyntaxTree;
        var said = request.Document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(oldTree).Keys.Aggregate(Said.Nothing, (all, key) => all | SaidBy(key));
        if (proposal.NewText is not { } text || said == Said.Nothing)
            return proposal;
        var newTree = oldTree.WithChangedText(text);
        var root = await newTree.GetRootAsync(cancellation).ConfigureAwait(false);
        if (newTree.GetDiagnostics(cancellation).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            return proposal;

        var tokens = new TokenMap(await oldTree.GetRootAsync(cancellation).ConfigureAwait(false), root);
        var gaps = OpenGaps(tokens, request.Text, text).ToList();
        if (gaps.Count == 0)
            return proposal;
        var style = TextStyle.Of(request.Text, request.Region.Span.Start);
        var options = await OptionsAsync(request.Document, said, style, cancellation).ConfigureAwait(false);
        var spans = gaps.Select(gap => TextSpan.FromBounds(tokens.NewTokens[gap - 1].SpanStart, tokens.NewTokens[gap].Span.End));
        var changes = Formatter.GetFormattedTextChanges(root, spans, request.Document.Project.Solution.Workspace, options, cancellation);
        var formatted = gaps
            .Select(gap => TextSpan.FromBounds(tokens.NewTokens[gap - 1].Span.End, tokens.NewTokens[gap].SpanStart))
            .Select(gap => Formatted(text, gap, changes, said, style.NewLine))
            .OfType<TextChange>()
            .ToList();
        return formatted.Count == 0 ? proposal : proposal.WithText(text.WithChanges(formatted));
    }

    // The tokens before which the white space is new: beside a new token, or where one is gone. A token that stays on a
    // line of its own keeps its indentation.
    private static IEnumerable<int> OpenGaps(TokenMap tokens, SourceText oldText, SourceText newText)
    {
        var old = new int[tokens.NewTokens.Count];
        for (var i = 0; i < old.Length; i++)
            old[i] = -1;
        for (var i = 0; i < tokens.Partners.Length; i++)
        {
            if (tokens.Partners[i] >= 0)
                old[tokens.Partners[i]] = i;
        }

        for (var i = 1; i < old.Length; i++)
        {
            if (old[i] >= 0 && old[i - 1] == old[i] - 1)
                continue;
            if (old[i] > 0 && BeginsLine(oldText, tokens.OldTokens[old[i] - 1], tokens.OldTokens[old[i]]) && BeginsLine(newText, tokens.NewTokens[i - 1], tokens.NewTokens[i])
                && RegionMerge.IsAsDeep(tokens.OldTokens[old[i]], tokens.NewTokens[i]))
            {
                continue;
            }

            yield return i;
        }
    }

    private static bool BeginsLine(SourceText text, SyntaxToken before, SyntaxToken token) =>
        text.ToString(TextSpan.FromBounds(before.Span.End, token.SpanStart)).IndexOf('\n') >= 0;

    private static async Task<OptionSet> OptionsAsync(Document document, Said said, TextStyle style, CancellationToken cancellation)
    {
        OptionSet options = await document.GetOptionsAsync(cancellation).ConfigureAwait(false);
        options = options.WithChangedOption(FormattingOptions.NewLine, LanguageNames.CSharp, style.NewLine);
        return said.HasFlag(Said.Indentation)
            ? options
            : options
                .WithChangedOption(FormattingOptions.UseTabs, LanguageNames.CSharp, style.UsesTabs)
                .WithChangedOption(FormattingOptions.TabSize, LanguageNames.CSharp, style.Step)
                .WithChangedOption(FormattingOptions.IndentationSize, LanguageNames.CSharp, style.Step);
    }

    private static TextChange? Formatted(SourceText text, TextSpan gap, IList<TextChange> changes, Said said, string newLine)
    {
        var inside = changes.Where(change => gap.Contains(change.Span)).ToList();
        if (inside.Count == 0)
            return null;
        var before = text.ToString(gap);
        var after = SourceText.From(before)
            .WithChanges(inside.Select(change => new TextChange(new TextSpan(change.Span.Start - gap.Start, change.Span.Length), change.NewText ?? string.Empty)))
            .ToString().Replace("\r\n", "\n").Replace("\n", newLine);
        var (wasOnLine, isOnLine) = (before.IndexOf('\n') < 0, after.IndexOf('\n') < 0);
        var needed = wasOnLine != isOnLine ? Said.NewLines : isOnLine ? Said.Spaces : Said.Indentation;
        return said.HasFlag(needed) && before != after ? new TextChange(gap, after) : null;
    }

    /// <summary>What an <c>.editorconfig</c> says something about.</summary>
    [Flags]
    private enum Said
    {
        Nothing = 0,
        Indentation = 1,
        NewLines = 2,
        Spaces = 4,
    }

    private static Said SaidBy(string key) =>
        key is "indent_style" or "indent_size" or "tab_width" || StartsWith(key, "csharp_indent_") ? Said.Indentation
        : StartsWith(key, "csharp_new_line_") || StartsWith(key, "csharp_preserve_single_line_") ? Said.NewLines
        : StartsWith(key, "csharp_space_") ? Said.Spaces
        : Said.Nothing;

    private static bool StartsWith(string key, string start) => key.StartsWith(start, StringComparison.OrdinalIgnoreCase);
}
