using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>A path that has no value gets none from a variable that no other path takes it from.</summary>
internal static class UnassignedVariables
{
    /// <summary>A variable that gives the missing value and gave none before; null where there is none.</summary>
    public static CheckFinding? Find(RepairForm form)
    {
        if (form.Target.Id != "CS0165")
            return null;
        var known = new HashSet<string>(Values(form.OldNode).Select(value => value.ToString()));
        return RepairForm.Appeared("EffectRead", Values(form.NewNode).OfType<IdentifierNameSyntax>()
            .FirstOrDefault(value => form.StartsNew(value) && !known.Contains(value.ToString()) && form.SymbolOf(value) is ILocalSymbol or IParameterSymbol)?.ToString());
    }

    private static IEnumerable<ExpressionSyntax> Values(SyntaxNode node) => node.DescendantNodes().Select(inner => inner switch
    {
        AssignmentExpressionSyntax assignment => assignment.Right,
        EqualsValueClauseSyntax value => value.Value,
        _ => null,
    }).OfType<ExpressionSyntax>();
}
