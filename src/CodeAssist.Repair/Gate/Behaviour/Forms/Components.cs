using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>A time span that is made a number is counted whole, not by one component of it.</summary>
internal static class Components
{
    private static readonly HashSet<string> Names = ["Milliseconds", "Microseconds", "Seconds", "Minutes", "Hours", "Days"];

    /// <summary>A component that is read newly; null where there is none.</summary>
    public static CheckFinding? Find(RepairForm form) => RepairForm.Appeared("EffectRead", form.InNew<MemberAccessExpressionSyntax>()
        .FirstOrDefault(access => Names.Contains(access.Name.Identifier.ValueText) && form.IsNew(access.Name.Identifier) && form.SymbolOf(access)?.ContainingType is { Name: "TimeSpan", ContainingNamespace.Name: "System" })?.ToString());
}
