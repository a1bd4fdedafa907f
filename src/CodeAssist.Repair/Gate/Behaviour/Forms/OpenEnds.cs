using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>A search that ends without a find does not return a place where something may be found.</summary>
internal static class OpenEnds
{
    /// <summary>The first place, returned at an end that was open, of a member that returns places; null where there is none.</summary>
    public static CheckFinding? Find(RepairForm form)
    {
        if (form.Target.Id != "CS0161")
            return null;
        var places = new HashSet<string>(form.InOld<ForStatementSyntax>().SelectMany(loop => loop.Declaration?.Variables ?? []).Select(variable => variable.Identifier.ValueText));
        return form.InOld<ReturnStatementSyntax>().Any(found => found.Expression is IdentifierNameSyntax name && places.Contains(name.Identifier.ValueText))
            ? RepairForm.Appeared("EffectLiteral", form.InNew<ReturnStatementSyntax>().FirstOrDefault(back => form.StartsNew(back) && back.Expression is LiteralExpressionSyntax { Token.ValueText: "0" })?.ToString())
            : null;
    }
}
