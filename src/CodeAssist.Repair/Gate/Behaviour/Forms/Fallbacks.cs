using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>What takes the place of a value that is missing: what is called so, not what happens to be there.</summary>
internal static class Fallbacks
{
    private static readonly string[] Names = ["fallback", "default", "otherwise", "alternative", "substitute"];

    // What people take where nothing is said.
    private static readonly string[] Neutral = ["empty", "none", "unknown", "missing", "anonymous", "nobody", "initial", "standard", "today", "now", "current"];

    /// <summary>A new lambda in the place of what may be null; null where there is none.</summary>
    public static CheckFinding? FindLambda(RepairForm form) =>
        form.Allowance.FallbackAtDeclaration
            ? RepairForm.Appeared("EffectVariable", form.InNew<LambdaExpressionSyntax>().FirstOrDefault(lambda => form.IsNew(lambda.ArrowToken))?.ToString())
            : null;

    /// <summary>
    /// A fallback that is another variable or member which happens to be of the type, or the console; null where there
    /// is none. Who says what takes the place of a missing value calls it so, or leaves what was there.
    /// </summary>
    public static CheckFinding? FindNeighbour(RepairForm form)
    {
        if (!form.Allowance.FallbackAtDeclaration)
            return null;
        if (form.InNew<AssignmentExpressionSyntax>().FirstOrDefault(ensured => ensured.IsKind(SyntaxKind.CoalesceAssignmentExpression) && form.IsNew(ensured.OperatorToken)
            && Plain(ensured.Right) is { } value && form.SymbolOf(value) is { IsStatic: false } symbol && !Names.Concat(Neutral).Any(word => symbol.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)) is { } other)
        {
            return RepairForm.Appeared("EffectRead", other.Right.ToString());
        }

        foreach (var coalesce in NewOnes(form))
        {
            if (Plain(coalesce.Right) is not { } fallback)
                continue;
            if (fallback is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Console" } } || !IsCalledSo(form, fallback, coalesce))
                return RepairForm.Appeared("EffectRead", fallback.ToString());
        }

        return null;
    }

    // The argument of the value itself, or of the call that gave it.
    private static bool IsSource(ArgumentSyntax argument, ExpressionSyntax value) =>
        value.Span.Contains(argument.Span)
        || (value is IdentifierNameSyntax name && argument.Parent is BaseArgumentListSyntax list
            && (list.Arguments.Any(other => other.Expression is DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax { Identifier.ValueText: var given } } && given == name.Identifier.ValueText)
                || list.FirstAncestorOrSelf<VariableDeclaratorSyntax>()?.Identifier.ValueText == name.Identifier.ValueText));

    // A table is asked; what a function makes of a value is another thing than the value.
    private static bool IsLookup(RepairForm form, ArgumentSyntax argument) =>
        argument.Parent?.Parent is not InvocationExpressionSyntax call || form.SymbolOf(call) is not IMethodSymbol { IsStatic: true, IsExtensionMethod: false };

    /// <summary>Whether a value newly takes the place of a missing one; a throw is none.</summary>
    public static bool HasNew(RepairForm form) =>
        NewOnes(form).Any(coalesce => coalesce.Right is not ThrowExpressionSyntax)
        || form.InNew<InvocationExpressionSyntax>().Any(call => WantedName.LastName(call) == "GetValueOrDefault" && call.ArgumentList.Arguments.Any(argument => form.StartsNew(argument)));

    /// <summary>A literal for what is missing where what is written had another one to begin with; null where there is none.</summary>
    public static CheckFinding? FindOtherStart(RepairForm form)
    {
        if (!form.Allowance.FallbackAtDeclaration)
            return null;
        foreach (var coalesce in NewOnes(form))
        {
            if (coalesce.Parent is AssignmentExpressionSyntax { Left: var target } && SaysNothing(coalesce.Right) && form.SymbolOf(target) is IPropertySymbol or IFieldSymbol
                && StartOf(form.SymbolOf(target)!, form.Cancellation) is LiteralExpressionSyntax start && !SaysNothing(start) && !SyntaxFactory.AreEquivalent(start, coalesce.Right))
            {
                return RepairForm.FitsWorse((coalesce.Right.ToString(), start.ToString()));
            }
        }

        return null;
    }

    private static bool SaysNothing(ExpressionSyntax value) =>
        value is LiteralExpressionSyntax { Token.ValueText: "" or "0" or "null" or "default" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" };

    private static ExpressionSyntax? StartOf(ISymbol symbol, CancellationToken cancellation) =>
        symbol.DeclaringSyntaxReferences.Select(part => part.GetSyntax(cancellation)).Select(declaration => declaration switch
        {
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            VariableDeclaratorSyntax field => field.Initializer?.Value,
            _ => null,
        }).FirstOrDefault(value => value is not null);

    private static ExpressionSyntax? Plain(ExpressionSyntax fallback) => fallback switch
    {
        ParenthesizedExpressionSyntax inner => Plain(inner.Expression),
        IdentifierNameSyntax or MemberAccessExpressionSyntax => fallback,
        _ => null,
    };

    private static bool IsCalledSo(RepairForm form, ExpressionSyntax fallback, BinaryExpressionSyntax coalesce)
    {
        // What is the same for all objects was made to be taken where nothing else is there.
        if (form.SymbolOf(fallback) is not { IsStatic: false } symbol)
            return true;
        if (Names.Concat(Neutral).Any(word => symbol.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0))
            return true;

        // `aliases.Find(name) ?? name`: what is not found stands for itself.
        if (form.InNew<ArgumentSyntax>().Any(argument => argument.SpanStart < coalesce.OperatorToken.SpanStart && SyntaxFactory.AreEquivalent(argument.Expression, fallback) && IsSource(argument, coalesce.Left) && IsLookup(form, argument)))
            return true;

        // `Name = form.Name ?? Name`: what it was it stays.
        return coalesce.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { Left: var target } && SyntaxFactory.AreEquivalent(target, fallback);
    }

    /// <summary>A literal in place of what is there to fall back on; null where there is none.</summary>
    public static CheckFinding? FindOther(RepairForm form)
    {
        if (!form.Allowance.FallbackAtDeclaration)
            return null;
        // The hour of the machine, where the member was told one.
        foreach (var coalesce in NewOnes(form))
        {
            if (coalesce.Right is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Now" or "UtcNow" or "Today" } clock && form.SymbolOf(clock) is IPropertySymbol { IsStatic: true } hour
                && form.NewModel.LookupSymbols(coalesce.SpanStart).FirstOrDefault(symbol => symbol is IParameterSymbol && SymbolEqualityComparer.Default.Equals(TypeOf(symbol), hour.Type)) is { } told)
            {
                return RepairForm.FitsWorse((clock.ToString(), told.Name));
            }
        }

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
