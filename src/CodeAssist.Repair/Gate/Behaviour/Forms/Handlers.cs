using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>A handler that is narrowed takes less than it took, of what can be thrown there.</summary>
internal static class Handlers
{
    /// <summary>A new filter that lets through nearly everything; null where there is none.</summary>
    public static CheckFinding? FindVainFilter(RepairForm form) =>
        form.Allowance.TellsOrNarrows ? RepairForm.Found("FilterAlwaysHolds", VainFilter(form)) : null;

    /// <summary>Another exception than the caught one that is told of; null where there is none.</summary>
    public static CheckFinding? FindOtherException(RepairForm form) =>
        form.Target.Id is not ("CDA3003" or "S6667" or "CDA3002" or "MA0054") ? null
        : RepairForm.Appeared("EffectRead", form.InNew<MemberAccessExpressionSyntax>().FirstOrDefault(access => access.Name.Identifier.ValueText is "InnerException" && form.StartsNew(access.Name))?.ToString());

    /// <summary>A caught type that has nothing to do with what is thrown; null where there is none.</summary>
    public static CheckFinding? FindUnrelated(RepairForm form) =>
        form.Allowance.TellsOrNarrows && CatchTypes.FindUnrelated(form.OldModel, form.OldNode, form.NewModel, form.NewNode, form.Cancellation) is { } unrelated
            ? CheckFinding.Failed("CatchUnrelated", unrelated)
            : null;

    // A filter that asks nothing but whether there is something, or lets through all but one: it takes nearly everything that the catch took.
    private static string? VainFilter(RepairForm form)
    {
        var before = new HashSet<string>(form.InOld<CatchFilterClauseSyntax>().Select(clause => clause.ToString()));
        return form.InNew<CatchFilterClauseSyntax>().FirstOrDefault(clause => !before.Contains(clause.ToString()) && (!Narrows(clause.FilterExpression) || !IsAboutException(clause)))?.ToString();
    }

    // It asks about the exception, and not whether that is what the clause catches anyway.
    private static bool IsAboutException(CatchFilterClauseSyntax clause)
    {
        var names = clause.DescendantTokens().Select(token => token.ValueText).ToList();
        return clause.Parent is CatchClauseSyntax { Declaration: { } caught }
            ? (names.Contains(caught.Identifier.ValueText) || names.Contains("IsCancellationRequested"))
                && !clause.DescendantNodes().OfType<TypePatternSyntax>().Any(type => type.Type.ToString() == caught.Type.ToString())
                && !clause.DescendantNodes().OfType<ConstantPatternSyntax>().Any(type => type.Expression.ToString() == caught.Type.ToString())
            : names.Contains("IsCancellationRequested");
    }

    private static bool Narrows(ExpressionSyntax filter) => filter.DescendantNodesAndSelf().Any(node => node switch
    {
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax } => false,
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax } } => false,
        IsPatternExpressionSyntax or InvocationExpressionSyntax => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Right: var right } => !right.IsKind(SyntaxKind.NullLiteralExpression),
        MemberAccessExpressionSyntax { Parent: not BinaryExpressionSyntax and not IsPatternExpressionSyntax and not MemberAccessExpressionSyntax } or IdentifierNameSyntax { Parent: CatchFilterClauseSyntax } => true,
        _ => false,
    });
}
