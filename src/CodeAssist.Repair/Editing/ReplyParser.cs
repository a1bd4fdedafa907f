using System.Net;
using System.Text.RegularExpressions;
using CodeAssist.Repair.Gate.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Editing;

/// <summary>
/// Finds the one piece of code in a model's reply. A reply is data: nothing in it is obeyed, and prose around the
/// code is ignored.
/// </summary>
internal static class ReplyParser
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(1);
    private const int FullWidthOffset = 0xFEE0;
    private static readonly Regex Thinking = new(@"<think(ing)?>.*?</think(ing)?>", RegexOptions.Singleline | RegexOptions.IgnoreCase, Deadline);
    private static readonly Regex Fence = new(@"^[ \t]*(```+|~~~+)[ \t]*([A-Za-z#+]*)[^\n]*$", RegexOptions.Multiline, Deadline);
    private static readonly Regex LineNumber = new(@"^\s*\d{1,6}\s?[:|│.)]\s?", RegexOptions.None, Deadline);
    private static readonly Regex FlagMark = new(@"[ \t]*" + Regex.Escape(Context.PromptBuilder.FlagMark) + @"[^\n]*", RegexOptions.None, Deadline);
    private static readonly Regex Entity = new(@"&(lt|gt|amp|quot|#39|#x27);", RegexOptions.None, Deadline);

    /// <summary>The code of a reply, or why there is none.</summary>
    /// <param name="reply">The reply as it came.</param>
    /// <param name="region">The region that the reply should rewrite.</param>
    public static ParsedReply Parse(string reply, Region region)
    {
        try
        {
            return Found(reply, region);
        }
        catch (RegexMatchTimeoutException)
        {
            // Whatever takes so long to read is no reply to the question.
            return ParsedReply.Unusable(Messages.Get("ReplyNoCode", 0));
        }
    }

    private static ParsedReply Found(string reply, Region region)
    {
        reply = Thinking.Replace(reply.Replace("\r\n", "\n"), string.Empty).Trim();
        var openThought = reply.IndexOf("<think>", StringComparison.OrdinalIgnoreCase);
        if (openThought >= 0)
            return ParsedReply.Unusable(Messages.Get("ReplyTruncated"));
        if (reply.Length == 0)
            return ParsedReply.Unusable(Messages.Get("ReplyEmpty"));

        var (blocks, open) = Blocks(reply);
        if (open)
            return ParsedReply.Unusable(Messages.Get("ReplyTruncated"));
        var candidates = blocks.Count > 0 ? blocks : [reply];
        var parsed = candidates.Select(block => Read(Clean(block), region)).ToList();
        var fitting = parsed.Where(code => code.Node is not null).GroupBy(code => Normal(code.Node!)).Select(group => group.First()).ToList();
        if (fitting.Count > 1)
            return ParsedReply.Unusable(Messages.Get("ReplyAlternatives", fitting.Count));
        var code = fitting.Count == 1 ? fitting[0] : blocks.Count == 1 ? parsed[0] : null;
        if (code is null)
            return ParsedReply.Unusable(Messages.Get(blocks.Count > 1 ? "ReplyAlternatives" : "ReplyNoCode", blocks.Count));
        var elision = Elision(code.Text);
        return elision is null ? code : ParsedReply.Unusable(Messages.Get("ElidedCode", Gate.Describe.Source(elision)));
    }

    private static (List<string> Blocks, bool Open) Blocks(string reply)
    {
        var blocks = new List<string>();
        var fences = Fence.Matches(reply).Cast<Match>().ToList();
        for (var i = 0; i < fences.Count; i++)
        {
            var language = fences[i].Groups[2].Value.ToUpperInvariant();
            var start = fences[i].Index + fences[i].Length + 1;
            var open = fences[i].Groups[1].Value;
            i = fences.FindIndex(i + 1, fence => Closes(fence.Groups[1].Value, open));
            if (i < 0)
                return (blocks, true);
            if (start <= fences[i].Index && language is "" or "CSHARP" or "CS" or "C#" or "C" or "DOTNET")
                blocks.Add(reply.Substring(start, Math.Max(0, fences[i].Index - start)).TrimEnd());
        }

        return (blocks, false);
    }

    // As in Markdown: a shorter fence, or one of the other kind, is text of the block.
    private static bool Closes(string fence, string open) => fence[0] == open[0] && fence.Length >= open.Length;

    private static string Clean(string code)
    {
        code = FlagMark.Replace(code, string.Empty);
        var lines = code.Split('\n');
        if (lines.Length > 1 && lines.All(line => line.Trim().Length == 0 || LineNumber.IsMatch(line)))
            code = string.Join("\n", lines.Select(line => LineNumber.Replace(line, string.Empty)));
        if (Entity.IsMatch(code) && HasErrors(SyntaxFactory.ParseCompilationUnit("class __C {" + code + "}")))
            code = WebUtility.HtmlDecode(code);
        return HalfWidth(code);
    }

    // Full-width punctuation stands for its half-width twin where the compiler takes it for no token at all: never in a text or a comment.
    private static string HalfWidth(string code)
    {
        if (!code.Any(IsFullWidth))
            return code;
        const string Opening = "class __C {\n";
        var characters = code.ToCharArray();
        foreach (var token in SyntaxFactory.ParseCompilationUnit(Opening + code + "\n}").DescendantTokens(descendIntoTrivia: true))
        {
            var at = token.SpanStart - Opening.Length;
            if (token.IsKind(SyntaxKind.BadToken) && token.Span.Length == 1 && at >= 0 && at < characters.Length && IsFullWidth(characters[at]))
                characters[at] = (char)(characters[at] - FullWidthOffset);
        }

        var half = new string(characters);
        return HasErrors(SyntaxFactory.ParseCompilationUnit(Opening + half + "\n}")) ? code : half;
    }

    // The full-width forms of ASCII, U+FF01 to U+FF5E, stand in its order.
    private static bool IsFullWidth(char character) => character is >= '\uFF01' and <= '\uFF5E';

    // The reply may be the region alone, or the region inside its type, with or without usings.
    private static ParsedReply Read(string code, Region region)
    {
        // Who is asked for statements may still reply with the member that holds them, or a file with it.
        ParsedReply? best = null;

        // Usings before a bare member stand outside of what the member is wrapped in.
        var head = SyntaxFactory.ParseCompilationUnit(code).Usings.LastOrDefault()?.FullSpan.End ?? 0;
        foreach (var (prefix, suffix) in Wrappers(region))
        {
            var root = SyntaxFactory.ParseCompilationUnit(code.Substring(0, head) + prefix + code.Substring(head) + suffix);
            if (HasErrors(root))
                continue;
            if (region.Node is CompilationUnitSyntax)
                return new ParsedReply(code, root, Usings(root), [], null) { Tokens = [.. root.Members.OfType<GlobalStatementSyntax>().SelectMany(statement => statement.DescendantTokens())] };
            var matches = root.DescendantNodes()
                .Where(node => node.RawKind == region.Node.RawKind && Gate.RegionChange.NameOf(node) == region.Name || SameAccessor(node, region))
                .ToList();
            var match = matches.Count <= 1 ? matches.FirstOrDefault() : matches.FirstOrDefault(node => SameParameters(node, region.Node)) ?? matches[0];
            if (match is null)
                continue;
            var helpers = region.Node is MemberDeclarationSyntax and not BaseTypeDeclarationSyntax && match.Parent is TypeDeclarationSyntax type && type.Members.Count > 1
                ? type.Members.Where(member => member != match && !Exists(member, region.Node)).Cast<SyntaxNode>().ToList()
                : [];
            best = new ParsedReply(match.ToString(), match, Usings(root), helpers, null)
            {
                Tokens = [.. region.IsHeader ? HeaderOf(match) : match.DescendantTokens()],
                AddedMembers = region.IsHeader && match is TypeDeclarationSyntax rewritten ? [.. rewritten.Members.Where(member => !IsMemberOf((TypeDeclarationSyntax)region.Node, member))] : [],
            };
            break;
        }

        if (best is null && region.IsStatements)
            best = StatementsOf(code, head, region);

        // Code that does not parse, or is something else, is shown to the gate as it is: the check `parse` says why.
        return best ?? new ParsedReply(code, null, [], [], null);
    }

    // A type in a reply stands for its header, and for the members that it adds.
    private static IEnumerable<SyntaxToken> HeaderOf(SyntaxNode type) =>
        type.DescendantTokens().TakeWhile(token => token.Parent != type || !(token.IsKind(SyntaxKind.OpenBraceToken) || token.IsKind(SyntaxKind.SemicolonToken)));

    private static bool IsMemberOf(TypeDeclarationSyntax type, MemberDeclarationSyntax member) => type.Members.Any(existing =>
        existing.RawKind == member.RawKind && Gate.RegionChange.NameOf(existing) == Gate.RegionChange.NameOf(member) && (existing is not BaseMethodDeclarationSyntax || SameParameters(existing, member)));

    // Statements parse as the body of a method, and are all that it holds.
    private static ParsedReply? StatementsOf(string code, int head, Region region)
    {
        var root = SyntaxFactory.ParseCompilationUnit(code.Substring(0, head) + "class __C { async void __M() {\n" + code.Substring(head) + "\n} }");
        if (HasErrors(root) || root is not { Members: [ClassDeclarationSyntax { Members: [MethodDeclarationSyntax { Body: { } body }] }] })
            return null;
        if (body.Statements is [BlockSyntax inner] && StatementRuns.StatementsOf(region) is not [BlockSyntax])
            body = inner;
        return new ParsedReply(code.Substring(head), body, Usings(root), [], null) { Tokens = [.. body.Statements.SelectMany(statement => statement.DescendantTokens())] };
    }

    private static bool SameAccessor(SyntaxNode node, Region region) =>
        node is AccessorDeclarationSyntax accessor && region.Node is AccessorDeclarationSyntax wanted && accessor.RawKind == wanted.RawKind;

    private static IEnumerable<(string Prefix, string Suffix)> Wrappers(Region region)
    {
        if (region.Node is AccessorDeclarationSyntax)
            yield return ("class __C { int __P {\n", "\n} }");
        if (region.Node is not CompilationUnitSyntax and not LocalFunctionStatementSyntax)
            yield return ("class __C {\n", "\n}");
        yield return (string.Empty, string.Empty);
        if (region.Node is LocalFunctionStatementSyntax)
            yield return ("class __C {\n", "\n}");
    }

    // A member that the type has already is only quoted by the reply.
    private static bool Exists(SyntaxNode member, SyntaxNode region) =>
        region.Parent is TypeDeclarationSyntax type
        && type.Members.Any(existing => existing.RawKind == member.RawKind && Gate.RegionChange.NameOf(existing) == Gate.RegionChange.NameOf(member));

    private static bool SameParameters(SyntaxNode one, SyntaxNode other) =>
        one is BaseMethodDeclarationSyntax method && other is BaseMethodDeclarationSyntax same
        && method.ParameterList.Parameters.Select(parameter => parameter.Type?.ToString()).SequenceEqual(same.ParameterList.Parameters.Select(parameter => parameter.Type?.ToString()));

    private static List<UsingDirectiveSyntax> Usings(CompilationUnitSyntax root) => root.Usings.ToList();

    private static bool HasErrors(SyntaxNode root) => root.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static string Normal(SyntaxNode node) => string.Join(" ", node.DescendantTokens().Select(token => token.Text));

    private static string? Elision(string code) =>
        SyntaxFactory.ParseCompilationUnit(code).DescendantTrivia()
            .Where(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia)
            .Select(trivia => trivia.ToString())
            .FirstOrDefault(ElidedCode.IsElision);
}

/// <summary>The code of a reply.</summary>
/// <param name="Text">The region's new text.</param>
/// <param name="Node">The region's new node; null where the code does not parse or is something else.</param>
/// <param name="Usings">The using directives that the reply brings.</param>
/// <param name="Helpers">Further members that the reply brings.</param>
/// <param name="Problem">Why there is no code; null where there is some.</param>
internal sealed record ParsedReply(string Text, SyntaxNode? Node, List<UsingDirectiveSyntax> Usings, List<SyntaxNode> Helpers, string? Problem)
{
    /// <summary>The tokens that are to stand in the region's place.</summary>
    public IReadOnlyList<SyntaxToken> Tokens { get; init; } = [];

    /// <summary>The members that the reply adds to a type whose header is the region.</summary>
    public IReadOnlyList<MemberDeclarationSyntax> AddedMembers { get; init; } = [];

    public static ParsedReply Unusable(string problem) => new(string.Empty, null, [], [], problem);
}
