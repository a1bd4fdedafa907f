using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>
/// Of two disposals of one object the earlier counts, where code behind it asks what the object was made of: how long
/// the stream below has become is known once the writer is closed.
/// </summary>
internal static class DisposedEarly
{
    /// <summary>A disposal that is gone although such code follows it, still before the later one; null where there is none.</summary>
    public static CheckFinding? Find(RepairForm form)
    {
        if (form.Target.Id is not ("CDA3005" or "S3966"))
            return null;
        foreach (var statement in form.InOld<ExpressionStatementSyntax>())
        {
            if (DisposedBy(statement) is not { } disposed || form.Tokens.ToNew(statement.SpanStart) is not null)
                continue;
            var below = Below(form, disposed);
            var asked = statement.Parent!.ChildNodes().Where(node => node.SpanStart > statement.SpanStart).SelectMany(node => node.DescendantNodes()).OfType<MemberAccessExpressionSyntax>()
                .FirstOrDefault(access => below.Contains(access.Expression.ToString()));
            if (asked is not null && form.Tokens.ToNew(asked.SpanStart) is { } now && form.NewNode.FindToken(now).Parent!.Ancestors().Any(node => IsUsing(node, disposed)))
                return RepairForm.Vanished("EffectDispose", statement.ToString());
        }

        return null;
    }

    private static string? DisposedBy(ExpressionStatementSyntax statement) =>
        statement.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Dispose" or "Close", Expression: IdentifierNameSyntax name } } ? name.Identifier.ValueText : null;

    // The variables that an object was made of.
    private static HashSet<string> Below(RepairForm form, string disposed) => new(form.InOld<VariableDeclaratorSyntax>()
        .Where(variable => variable.Identifier.ValueText == disposed)
        .SelectMany(variable => variable.Initializer?.DescendantNodes().OfType<ArgumentSyntax>() ?? [])
        .Select(argument => argument.Expression).OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText));

    private static bool IsUsing(SyntaxNode node, string name) => node switch
    {
        UsingStatementSyntax { Declaration: { } declaration } => Declares(declaration, name),
        BlockSyntax block => block.Statements.OfType<LocalDeclarationStatementSyntax>().Any(local => local.UsingKeyword.Span.Length > 0 && Declares(local.Declaration, name)),
        _ => false,
    };

    private static bool Declares(VariableDeclarationSyntax declaration, string name) => declaration.Variables.Any(variable => variable.Identifier.ValueText == name);
}
