using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>What a member was given is not its own to dispose of.</summary>
internal static class ForeignDisposals
{
    /// <summary>A new disposal of what the member was given; null where there is none.</summary>
    public static CheckFinding? Find(RepairForm form) => RepairForm.Appeared("EffectDispose", form.InNew<MemberAccessExpressionSyntax>()
        .Where(access => access.Name.Identifier.ValueText is "Dispose" or "DisposeAsync" or "Close" && access.Expression is not (BaseExpressionSyntax or ThisExpressionSyntax)
            && access.Parent is InvocationExpressionSyntax && form.IsNew(access.Expression.GetLastToken()))
        .FirstOrDefault(access => IsGiven(form, access.Expression))?.ToString());

    // A parameter of a method; one of a constructor too, where the region is neither a type nor what disposes of the object.
    private static bool IsGiven(RepairForm form, ExpressionSyntax disposed) =>
        form.SymbolOf(disposed) is IParameterSymbol parameter
        && (parameter is { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } }
            || (!RegionChange.NameOf(form.NewNode).StartsWith("Dispose", StringComparison.Ordinal) && form.NewNode is not TypeDeclarationSyntax));
}
