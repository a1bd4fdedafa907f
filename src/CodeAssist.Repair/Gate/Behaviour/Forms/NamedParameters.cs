using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>The parameter that an exception names is one that its test is about.</summary>
internal static class NamedParameters
{
    /// <summary>A name that the test around it does not have; null where there is none.</summary>
    public static CheckFinding? Find(RepairForm form) =>
        form.Target.Id is "CA2208" or "S3928" or "MA0015" or "RCS1015" ? RepairForm.Appeared("EffectLiteral", UntestedName(form)) : null;

    private static string? UntestedName(RepairForm form) =>
        form.InNew<InvocationExpressionSyntax>()
            .Where(call => call.Expression.ToString() == "nameof" && form.StartsNew(call) && call.ArgumentList.Arguments.Count == 1)
            .Select(call => (Name: call.ArgumentList.Arguments[0].ToString(), Test: call.Ancestors().OfType<IfStatementSyntax>().FirstOrDefault()?.Condition))
            .FirstOrDefault(pair => pair.Test is { } test && !test.DescendantTokens().Any(token => token.ValueText == pair.Name)).Name;
}
