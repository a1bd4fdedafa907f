using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>What takes the place of a value that is missing: what is called so, not what happens to be there.</summary>
internal static class Fallbacks
{
    private static readonly string[] Names = ["fallback", "default", "otherwise", "alternative", "substitute"];

    /// <summary>A new lambda in the place of what may be null; null where there is none.</summary>
    public static CheckFinding? FindLambda(RepairForm form) =>
        form.Allowance.FallbackAtDeclaration
            ? RepairForm.Appeared("EffectVariable", form.InNew<LambdaExpressionSyntax>().FirstOrDefault(lambda => form.IsNew(lambda.ArrowToken))?.ToString())
            : null;

    /// <summary>
    /// A fallback that is another member of the object whose member is missing, or the console; null where there is none.
    /// Who says what takes the place of a missing value calls it so.
    /// </summary>
    public static CheckFinding? FindNeighbour(RepairForm form)
    {
        if (!form.Allowance.FallbackAtDeclaration)
            return null;
        foreach (var coalesce in NewOnes(form))
        {
            if (coalesce.Right is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner } fallback)
                continue;
            if (owner.Identifier.ValueText == "Console" || (coalesce.Left as MemberAccessExpressionSyntax)?.Expression.ToString() == owner.ToString())
                return RepairForm.Appeared("EffectRead", fallback.ToString());
        }

        return null;
    }

    /// <summary>A literal in place of what is there to fall back on; null where there is none.</summary>
    public static CheckFinding? FindOther(RepairForm form)
    {
        if (!form.Allowance.FallbackAtDeclaration)
            return null;
        foreach (var coalesce in NewOnes(form).Where(binary => binary.Right is LiteralExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" }))
        {
            var type = form.NewModel.GetTypeInfo(coalesce.Right, form.Cancellation).Type;
            var better = form.NewModel.LookupSymbols(coalesce.SpanStart).FirstOrDefault(symbol => Array.Exists(Names, word => symbol.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                && SymbolEqualityComparer.Default.Equals(TypeOf(symbol), type) && symbol.Locations.Any(location => location.IsInSource));
            if (better is not null)
                return RepairForm.FitsWorse((coalesce.Right.ToString(), better.Name));
        }

        return null;
    }

    private static IEnumerable<BinaryExpressionSyntax> NewOnes(RepairForm form) =>
        form.InNew<BinaryExpressionSyntax>().Where(binary => binary.IsKind(SyntaxKind.CoalesceExpression) && form.IsNew(binary.OperatorToken));

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => parameter.Type,
        ILocalSymbol local => local.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };
}
