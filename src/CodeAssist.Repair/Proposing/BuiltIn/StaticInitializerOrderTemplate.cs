using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>CDA1017: moves the flagged declaration below the last of the declarations that it depends on.</summary>
internal sealed class StaticInitializerOrderTemplate : Template
{
    /// <inheritdoc/>
    public override string DiagnosticId => "CDA1017";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context, cancellation));

    private static TemplateEdit? Create(TemplateContext context, CancellationToken cancellation)
    {
        if (MemberOf(context.Flagged) is not { Parent: TypeDeclarationSyntax type } member || member.ContainsDirectives
            || LastNeeded(member, type, context.Model, cancellation) is not { } target || target == member)
        {
            return null;
        }

        var text = context.Root.SyntaxTree.GetText(cancellation);
        var moved = text.ToString(member.FullSpan);
        if (!EndsLine(moved) || !EndsLine(text.ToString(target.FullSpan)))
            return null;

        // The blank line between the first member and the next stays between members.
        var next = type.Members[type.Members.IndexOf(member) + 1];
        var blank = StartsWithBlankLine(moved) ? string.Empty : BlankLineBefore(text.ToString(next.FullSpan));
        return new TemplateEdit(
            Messages.Get("TitleMoveBelow", NameOf(member), NameOf(target)),
            ImmutableArray.Create(
                new TextChange(new TextSpan(member.FullSpan.Start, moved.Length + blank.Length), string.Empty),
                new TextChange(new TextSpan(target.FullSpan.End, 0), blank + moved)));
    }

    private static MemberDeclarationSyntax? MemberOf(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is (FieldDeclarationSyntax or PropertyDeclarationSyntax) and var member ? member : null;

    // The last of the members below that it reads, and that those read in turn.
    private static MemberDeclarationSyntax? LastNeeded(MemberDeclarationSyntax member, TypeDeclarationSyntax type, SemanticModel model, CancellationToken cancellation)
    {
        var needed = new HashSet<MemberDeclarationSyntax>();
        var pending = new Stack<MemberDeclarationSyntax>();
        pending.Push(member);
        while (pending.Count > 0)
        {
            var names = InitializersOf(pending.Pop())
                .SelectMany(initializer => initializer.DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax))
                .OfType<IdentifierNameSyntax>();
            foreach (var name in names)
            {
                if (model.GetSymbolInfo(name, cancellation).Symbol is IFieldSymbol { IsStatic: true, IsConst: false } or IPropertySymbol { IsStatic: true }
                    && DeclarationOf(name, type, model, cancellation) is { } read && read.SpanStart > member.SpanStart && needed.Add(read))
                {
                    pending.Push(read);
                }
            }
        }

        return needed.OrderBy(read => read.SpanStart).LastOrDefault();
    }

    private static MemberDeclarationSyntax? DeclarationOf(IdentifierNameSyntax name, TypeDeclarationSyntax type, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(name, cancellation).Symbol?.DeclaringSyntaxReferences is [var reference]
        && MemberOf(reference.GetSyntax(cancellation)) is { } member && member.Parent == type && InitializersOf(member).Any()
            ? member
            : null;

    private static IEnumerable<EqualsValueClauseSyntax> InitializersOf(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Initializer).OfType<EqualsValueClauseSyntax>(),
        PropertyDeclarationSyntax { Initializer: { } initializer } => [initializer],
        _ => [],
    };

    private static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => string.Join(", ", field.Declaration.Variables.Select(variable => variable.Identifier.Text)),
        PropertyDeclarationSyntax property => property.Identifier.Text,
        _ => string.Empty,
    };

    private static bool EndsLine(string text) => text.EndsWith("\n", StringComparison.Ordinal);

    private static bool StartsWithBlankLine(string text) => BlankLineBefore(text).Length > 0;

    private static string BlankLineBefore(string text)
    {
        var end = text.IndexOf('\n') + 1;
        return end > 0 && text.Substring(0, end).Trim().Length == 0 ? text.Substring(0, end) : string.Empty;
    }
}
