using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Proposing.BuiltIn;

/// <summary>
/// CDA1033: numbers the placeholders from 0 without gaps, where there are as many different ones as arguments and
/// the format is one literal.
/// </summary>
internal sealed class FormatArgumentMismatchTemplate : Template
{
    // The key under which the analyzer lists the numbers of the placeholders, in order.
    private const string Replacement = "replacement";

    /// <inheritdoc/>
    public override string DiagnosticId => "CDA1033";

    /// <inheritdoc/>
    public override Task<TemplateEdit?> CreateAsync(TemplateContext context, CancellationToken cancellation) => Task.FromResult(Create(context));

    private static TemplateEdit? Create(TemplateContext context)
    {
        var literal = context.Flagged.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>()
            .FirstOrDefault(node => node.Span == context.Diagnostic.Location.SourceSpan && node.IsKind(SyntaxKind.StringLiteralExpression));

        // A brace that is written as an escape stands somewhere else than it seems.
        if (literal is null || context.Property(Replacement) is not { } list || literal.Token.Text.Contains("\\u") || literal.Token.Text.Contains("\\x") || literal.Token.Text.Contains("\\U"))
            return null;
        var numbers = list.Split(',');
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        var text = literal.Token.Text;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '{')
                continue;
            if (at + 1 < text.Length && text[at + 1] == '{')
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < text.Length && char.IsDigit(text[end]))
                end++;
            var number = text.Substring(at + 1, end - at - 1);
            var position = Array.FindIndex(numbers, known => known == number.TrimStart('0') || (known == "0" && number.Trim('0').Length == 0));
            if (position < 0 || number.Length == 0)
                return null;
            var right = position.ToString(CultureInfo.InvariantCulture);
            if (number != right)
                changes.Add(new TextChange(new TextSpan(literal.SpanStart + at + 1, number.Length), right));
            at = end - 1;
        }

        return changes.Count == 0 ? null : new TemplateEdit(Messages.Get("TitleRenumber"), changes.ToImmutable());
    }
}
