using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>
/// A name that a repair writes must be the one that fits best: where the same object has a member of the wanted name, or
/// the scope a variable of it, another one of the same type was not meant.
/// </summary>
internal static class FittingNames
{
    /// <summary>A new name that another one beats, and that one; null where there is none.</summary>
    public static (string Name, string Better)? Find(
        Diagnostic target, SemanticModel oldModel, SyntaxNode oldRoot, SemanticModel newModel, SyntaxNode newNode, TokenMap tokens, CancellationToken cancellation)
    {
        var wanted = WantedName.Of(target, oldModel, oldRoot);
        if (wanted.Count == 0)
            return null;
        foreach (var name in newNode.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (tokens.ToOld(name.Identifier.SpanStart) is not null || name.Parent is TypeArgumentListSyntax)
                continue;
            cancellation.ThrowIfCancellationRequested();
            if (newModel.GetSymbolInfo(name, cancellation).Symbol is { } symbol && wanted.Select(each => Better(each, symbol, name, newModel)).FirstOrDefault(better => better is not null) is { } better)
                return (symbol.Name, better);
        }

        return null;
    }

    private static string? Better(WantedName wanted, ISymbol symbol, SimpleNameSyntax name, SemanticModel model)
    {
        var receiver = ReceiverType(name, model);
        var type = TypeOf(symbol);
        if (!wanted.IsOfAnyType && type is null)
            return null;

        // What the flagged value has is asked, not what some other type offers.
        if (wanted.IsDestination && (receiver is null || (name.Parent is MemberAccessExpressionSyntax { Expression: var owner } && model.GetSymbolInfo(owner).Symbol is ITypeSymbol)))
            return null;
        if (wanted.IsDestination && receiver is { SpecialType: SpecialType.System_String } && symbol.Name == "Length" && NameFit.Score(wanted.Text, "Length") == 0)
            return "Parse";
        var place = WantedName.ReceiverOf(name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name);
        if (wanted.Receiver is { } same && same == place)
            return FitsHere(wanted, symbol, model, name, type);
        var candidates = Candidates(wanted, receiver, type, name, model).ToList();
        var best = candidates.Select(each => (each.Name, Score: NameFit.Score(wanted.Text, each.Name))).OrderByDescending(each => each.Score).FirstOrDefault();
        if (NameFit.IsBetter(best.Score, NameFit.Score(wanted.Text, symbol.Name)))
            return best.Name;
        return wanted.IsDestination && best.Score == 0 && receiver is not null && IsLast(name) ? Ambiguous(symbol, candidates) : null;
    }

    // Of the counterpart's own place, only another thing of its name was meant: the parameter for the property.
    private static string? FitsHere(WantedName wanted, ISymbol symbol, SemanticModel model, SimpleNameSyntax name, ITypeSymbol? type) =>
        !wanted.IsAssigned || wanted.Receiver!.Length > 0 || symbol.Name == wanted.Text
            ? null
            : Candidates(wanted, null, type, name, model).FirstOrDefault(each => each.Name != wanted.Text && NameFit.Score(wanted.Text, each.Name) > Math.Max(NameFit.Score(wanted.Text, symbol.Name), 90))?.Name;

    // Where no name says which, only the number of elements is what everybody means.
    private static string? Ambiguous(ISymbol symbol, List<ISymbol> candidates) =>
        symbol.Name is "Count" or "Length" or "Value" || symbol is IMethodSymbol || candidates.Count < 2 ? null : candidates.First(each => each.Name != symbol.Name).Name;

    private static bool IsLast(SimpleNameSyntax name) => name.Parent is MemberAccessExpressionSyntax { Parent: not MemberAccessExpressionSyntax } or MemberBindingExpressionSyntax;

    private static IEnumerable<ISymbol> Candidates(WantedName wanted, ITypeSymbol? receiver, ITypeSymbol? type, SimpleNameSyntax name, SemanticModel model) =>
        (receiver is null && name.Parent is not TypeSyntax && !wanted.IsOfAnyType
            ? model.LookupSymbols(name.SpanStart)
            : model.LookupSymbols(name.SpanStart, receiver))
        .Where(symbol => wanted.IsOfAnyType
            ? symbol is IPropertySymbol or IFieldSymbol or ILocalSymbol or IParameterSymbol or IMethodSymbol or INamedTypeSymbol
            : symbol is IPropertySymbol { IsIndexer: false } or IFieldSymbol or ILocalSymbol or IParameterSymbol && SymbolEqualityComparer.Default.Equals(TypeOf(symbol), type))
        .Where(symbol => !symbol.IsImplicitlyDeclared);

    private static ITypeSymbol? ReceiverType(SimpleNameSyntax name, SemanticModel model) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => model.GetTypeInfo(access.Expression).Type ?? model.GetSymbolInfo(access.Expression).Symbol as ITypeSymbol,
        MemberBindingExpressionSyntax { Parent: { } parent } => parent.AncestorsAndSelf().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault() is { } conditional ? model.GetTypeInfo(conditional.Expression).Type : null,
        _ => null,
    };

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };
}
