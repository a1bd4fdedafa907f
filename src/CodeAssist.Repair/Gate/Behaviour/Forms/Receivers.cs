using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>The objects that a repair takes: the one at hand, the one that was asked before, the one that the code was given.</summary>
internal static class Receivers
{
    private static readonly HashSet<string> SharedNames = ["System", "Default", "Shared", "Instance", "Current", "None"];

    /// <summary>An object other than the one of its type at hand; null where there is none.</summary>
    public static CheckFinding? FindOther(RepairForm form)
    {
        if (form.Target.Id != "CS0120")
            return null;
        foreach (var access in form.InNew<MemberAccessExpressionSyntax>().Where(access => form.IsNew(access.OperatorToken)))
        {
            var type = form.NewModel.GetTypeInfo(access.Expression, form.Cancellation).Type;
            if (type is null || form.SymbolOf(access.Expression) is ILocalSymbol or IParameterSymbol or null)
                continue;

            // Where the member has an object of the type at hand, that one is meant.
            var atHand = form.NewModel.LookupSymbols(access.SpanStart).FirstOrDefault(symbol => symbol is IParameterSymbol or ILocalSymbol && SymbolEqualityComparer.Default.Equals(TypeOf(symbol), type));
            if (atHand is not null)
                return RepairForm.FitsWorse((access.Expression.ToString(), atHand.Name));
        }

        return null;
    }

    /// <summary>The object that was asked for a member that it does not have, where it is gone; null where it is there.</summary>
    public static CheckFinding? FindLost(RepairForm form)
    {
        if (form.Target.Id != "CS1061")
            return null;

        // A member that an object does not have is asked of that object all the same, or passed it.
        return form.FlaggedNode.FirstAncestorOrSelf<MemberAccessExpressionSyntax>() is { Expression: IdentifierNameSyntax receiver } access
            && access.Name.Span.IntersectsWith(form.Target.Location.SourceSpan) && form.Tokens.ToNew(receiver.SpanStart) is null
            ? RepairForm.Vanished("EffectRead", receiver.ToString())
            : null;
    }

    /// <summary>An element, where the collection was asked for a member that it does not have; null where there is none.</summary>
    public static CheckFinding? FindElement(RepairForm form) => form.Target.Id != "CS1061" ? null
        : RepairForm.Appeared("EffectRead", form.InNew<MemberAccessExpressionSyntax>().FirstOrDefault(access => form.StartsNew(access.Name) && access.Expression is ElementAccessExpressionSyntax element && form.IsNew(element.ArgumentList.OpenBracketToken))?.ToString());

    /// <summary>A shared object in the place of the one that the code was given; null where there is none.</summary>
    public static CheckFinding? FindShared(RepairForm form)
    {
        foreach (var access in form.InNew<MemberAccessExpressionSyntax>().Where(access => form.StartsNew(access.Name) && SharedNames.Contains(access.Name.Identifier.ValueText)))
        {
            if (form.SymbolOf(access) is not IPropertySymbol { IsStatic: true, Type: { TypeKind: not TypeKind.Enum } type })
                continue;
            var given = form.NewModel.LookupSymbols(access.SpanStart).FirstOrDefault(symbol => symbol is IParameterSymbol or ILocalSymbol or IFieldSymbol { IsStatic: false } && SymbolEqualityComparer.Default.Equals(TypeOf(symbol), type));
            if (given is not null)
                return RepairForm.FitsWorse((access.ToString(), given.Name));
        }

        return null;
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => parameter.Type,
        ILocalSymbol local => local.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };
}
