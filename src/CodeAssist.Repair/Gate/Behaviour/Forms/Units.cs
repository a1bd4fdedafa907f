using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>A number that is made a time span is counted in the unit that its name says.</summary>
internal static class Units
{
    private static readonly string[] All = ["Milliseconds", "Microseconds", "Seconds", "Minutes", "Hours", "Days", "Ticks"];

    /// <summary>A conversion by another unit; null where there is none.</summary>
    public static CheckFinding? Find(RepairForm form)
    {
        foreach (var call in form.InNew<InvocationExpressionSyntax>())
        {
            if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier: var name } || !name.ValueText.StartsWith("From", StringComparison.Ordinal) || !form.IsNew(name)
                || Array.IndexOf(All, name.ValueText.Substring(4)) < 0 || call.ArgumentList.Arguments is not [{ Expression: var value }])
            {
                continue;
            }

            var said = Sources(value, form.NewNode).SelectMany(source => source.DescendantTokens()).Where(token => token.IsKind(SyntaxKind.IdentifierToken))
                .Select(token => All.FirstOrDefault(unit => token.ValueText.EndsWith(unit, StringComparison.OrdinalIgnoreCase))).OfType<string>().ToList();
            if (said.Count > 0 && !said.Contains(name.ValueText.Substring(4)))
                return RepairForm.Appeared("EffectCall", call.ToString());
        }

        // Of one number, a time span is made of ticks.
        return RepairForm.Appeared("EffectCall", form.InNew<ObjectCreationExpressionSyntax>().FirstOrDefault(creation => creation.Type.ToString() == "TimeSpan" && form.StartsNew(creation)
            && creation.ArgumentList?.Arguments is [{ Expression: var ticks }] && ticks.ToString().IndexOf("tick", StringComparison.OrdinalIgnoreCase) < 0)?.ToString());
    }

    // The value, and what the variable that holds it was given.
    private static IEnumerable<SyntaxNode> Sources(ExpressionSyntax value, SyntaxNode member) =>
        value is not IdentifierNameSyntax name ? [value]
        : [value, .. member.DescendantNodes().OfType<VariableDeclaratorSyntax>().Where(variable => variable.Identifier.ValueText == name.Identifier.ValueText).Select(variable => variable.Initializer).OfType<SyntaxNode>()];
}
