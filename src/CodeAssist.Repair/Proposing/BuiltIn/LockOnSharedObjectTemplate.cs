using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>
/// CDA2009: locks a private field in place of <c>this</c>, where the type does so in one place only: several would
/// have to change together to keep each other out.
/// </summary>
internal sealed class LockOnSharedObjectTemplate : Template
{
    private const string FieldName = "_gate";

    /// <inheritdoc/>
    public override string DiagnosticId => "CDA2009";

    /// <inheritdoc/>
    public override async Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation)
    {
        if (context.Flagged is not ThisExpressionSyntax { Parent: LockStatementSyntax }
            || context.Flagged.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault() is not MethodDeclarationSyntax member
            || member.Parent is not ClassDeclarationSyntax type || type.Modifiers.Any(SyntaxKind.PartialKeyword) || LocksElsewhere(type)
            || context.Model.GetDeclaredSymbol(type, cancellation) is not { } symbol || Inherited(symbol).Any(declared => declared.Name == FieldName)
            || member.DescendantTokens().Any(token => token.ValueText == FieldName))
        {
            return null;
        }

        var text = await context.Root.SyntaxTree.GetTextAsync(cancellation).ConfigureAwait(false);
        var line = text.Lines.GetLineFromPosition(member.SpanStart);
        var indentation = text.ToString(TextSpan.FromBounds(line.Start, member.SpanStart));
        var breakLength = line.EndIncludingLineBreak - line.End;
        var lineBreak = breakLength > 0 ? text.ToString(new TextSpan(line.End, breakLength)) : "\n";
        var gap = string.IsNullOrWhiteSpace(indentation) ? lineBreak + lineBreak + indentation : " ";
        return new TemplateEdit(
            Messages.Get("TitleLockField", FieldName),
            ImmutableArray.Create(
                new TextChange(context.Flagged.Span, FieldName),
                new TextChange(new TextSpan(member.Span.End, 0), $"{gap}private readonly object {FieldName} = new object();")));
    }

    // [MethodImpl(MethodImplOptions.Synchronized)] and Monitor lock the object too; whoever else gets it may.
    private static bool LocksElsewhere(ClassDeclarationSyntax type) =>
        type.DescendantTokens().Any(token => token.ValueText is "Synchronized" or "Monitor")
        || type.DescendantNodes().OfType<LockStatementSyntax>().Count(@lock => @lock.Expression.DescendantNodesAndSelf().OfType<ThisExpressionSyntax>().Any(@this => @this.Parent is not MemberAccessExpressionSyntax)) > 1;

    private static IEnumerable<ISymbol> Inherited(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(FieldName))
                yield return member;
        }
    }
}
