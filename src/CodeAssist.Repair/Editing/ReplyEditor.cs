using System.Collections.Immutable;
using System.Text;
using CodeAssist.Repair.Proposing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Editing;

/// <summary>Makes an edit of a model's reply: the region's tokens are merged into the old ones, not pasted over them.</summary>
public static class ReplyEditor
{
    /// <summary>The edit that a reply to a request's whole region describes, or why it is unusable.</summary>
    public static Proposal Apply(RepairRequest request, string reply) => Apply(request, request.Region, reply);

    /// <summary>The edit that a reply describes, or why it is unusable.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="asked">What the reply should rewrite: the request's region, or statements of it.</param>
    /// <param name="reply">The reply as it came.</param>
    public static Proposal Apply(RepairRequest request, Region asked, string reply) =>
        Edit(request, asked, ReplyParser.Parse(reply, asked)) with { Region = asked == request.Region ? null : asked };

    private static Proposal Edit(RepairRequest request, Region asked, ParsedReply parsed)
    {
        if (parsed.Problem is not null)
            return Proposal.Unusable(parsed.Problem);

        // Who was asked for statements may reply with the whole member.
        var isMember = parsed.Node is not null && asked.Node is not CompilationUnitSyntax && parsed.Node.RawKind == asked.Node.RawKind;
        var span = isMember && asked.IsStatements ? asked.Node.Span : asked.Span;
        List<SyntaxToken> tokens = [.. asked.Node.DescendantTokens().Where(token => span.Contains(token.Span))];

        // The white space behind a type's header is the body's.
        if (asked.IsHeader)
            span = TextSpan.FromBounds(span.Start, tokens[tokens.Count - 1].Span.End);
        var style = TextStyle.Of(request.Text, span.Start);
        var merged = parsed.Node is null
            ? style.Adapt(parsed.Text)
            : RegionMerge.Merge(tokens, request.Text, parsed.Node, parsed.Tokens, style);
        var text = new StringBuilder(merged);
        foreach (var helper in parsed.Helpers)
            text.Append(style.NewLine).Append(style.NewLine).Append(style.Indentation).Append(style.Adapt(helper.ToString()));

        var changes = new List<TextChange>();
        var usings = asked.Node.SyntaxTree.GetRoot() is CompilationUnitSyntax unit ? MissingIn(unit, parsed.Usings) : [];
        var (plain, others) = (usings.Where(IsPlain).ToList(), usings.Where(directive => !IsPlain(directive)).ToList());

        // An alias is never added: the check `scope` says so.
        if (others.Count > 0)
            changes.Add(BehindUsings(asked.Node.SyntaxTree.GetCompilationUnitRoot(), others, style));
        changes.Add(new TextChange(span, text.ToString()));
        if (parsed.AddedMembers.Count > 0 && AtEnd((TypeDeclarationSyntax)asked.Node, parsed.AddedMembers, request.Text, style) is { } members)
            changes.Add(members);
        return Proposal.Edit(string.Empty, request.Text.WithChanges(changes)) with
        {
            Usings = plain.Select(directive => directive.Name!.ToString()).Distinct().ToImmutableArray(),
        };
    }

    // Members stand at the end of their type, on lines of their own, parted from what is there by a blank one.
    private static TextChange? AtEnd(TypeDeclarationSyntax type, IReadOnlyList<MemberDeclarationSyntax> members, SourceText text, TextStyle style)
    {
        if (type.CloseBraceToken is not { RawKind: not 0, IsMissing: false } close)
            return null;
        var indentation = type.Members.Count > 0 && text.Lines.GetLineFromPosition(type.Members[0].SpanStart) is var line && line.LineNumber > text.Lines.GetLineFromPosition(type.OpenBraceToken.SpanStart).LineNumber
            ? TextStyle.Leading(line.ToString())
            : style.Indentation + (style.UsesTabs ? "\t" : new string(' ', style.Step));
        var inner = style with { Indentation = indentation };
        var added = string.Join(style.NewLine + style.NewLine, members.Select(member => indentation + inner.Adapt(member.ToString())));
        var closing = text.Lines.GetLineFromPosition(close.SpanStart);
        var isAlone = text.ToString(TextSpan.FromBounds(closing.Start, close.SpanStart)).Trim().Length == 0;
        var place = isAlone ? new TextSpan(closing.Start, 0) : TextSpan.FromBounds(close.GetPreviousToken().Span.End, close.SpanStart);
        if (text.ToString(place).Trim().Length > 0)
            return null;
        return new TextChange(
            place,
            (isAlone ? string.Empty : style.NewLine) + (type.Members.Count > 0 ? style.NewLine : string.Empty) + added + style.NewLine + (isAlone ? string.Empty : style.Indentation));
    }

    private static List<UsingDirectiveSyntax> MissingIn(CompilationUnitSyntax unit, List<UsingDirectiveSyntax> usings)
    {
        var existing = new HashSet<string>(
            unit.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>().Select(Text));
        return usings.Where(directive => existing.Add(Text(directive))).ToList();

        static string Text(UsingDirectiveSyntax directive) => string.Join(" ", directive.DescendantTokens().Select(token => token.Text));
    }

    private static bool IsPlain(UsingDirectiveSyntax directive) =>
        directive is { Alias: null, StaticKeyword.RawKind: 0, GlobalKeyword.RawKind: 0, UnsafeKeyword.RawKind: 0, Name: not null };

    private static TextChange BehindUsings(CompilationUnitSyntax unit, List<UsingDirectiveSyntax> usings, TextStyle style) =>
        unit.Usings.LastOrDefault() is { } last
            ? new TextChange(new TextSpan(last.Span.End, 0), string.Concat(usings.Select(directive => style.NewLine + directive)))
            : new TextChange(new TextSpan(0, 0), string.Concat(usings.Select(directive => directive + style.NewLine)));
}
