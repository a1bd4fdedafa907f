using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>A search that ends without a find does not return a place where something may be found.</summary>
internal static class OpenEnds
{
    /// <summary>A number that is taken for one of the values of an enumeration; null where there is none.</summary>
    public static CheckFinding? FindComputed(RepairForm form) =>
        form.Allowance.CloseOpenEnd
            ? RepairForm.Appeared("EffectConversion", form.InNew<CastExpressionSyntax>().FirstOrDefault(cast => form.StartsNew(cast) && cast.Expression is not LiteralExpressionSyntax
                && form.NewModel.GetTypeInfo(cast, form.Cancellation).Type is { TypeKind: TypeKind.Enum })?.ToString())
            : null;

    /// <summary>The first place, returned at an end that was open, of a member that returns places; null where there is none.</summary>
    public static CheckFinding? Find(RepairForm form)
    {
        if (form.Target.Id != "CS0161")
            return null;
        var places = new HashSet<string>(form.InOld<ForStatementSyntax>().SelectMany(loop => loop.Declaration?.Variables ?? []).Select(variable => variable.Identifier.ValueText));
        return form.InOld<ReturnStatementSyntax>().Any(found => found.Expression is IdentifierNameSyntax name && (places.Contains(name.Identifier.ValueText) || IsSearch(RegionChange.NameOf(form.OldNode))))
            ? RepairForm.Appeared("EffectLiteral", form.InNew<ReturnStatementSyntax>().FirstOrDefault(back => form.StartsNew(back) && back.Expression is LiteralExpressionSyntax { Token.ValueText: "0" })?.ToString())
            : null;
    }

    private static bool IsSearch(string name) => new[] { "Index", "Find", "Search", "Position", "Locate" }.Any(word => name.IndexOf(word, StringComparison.Ordinal) >= 0);
}
