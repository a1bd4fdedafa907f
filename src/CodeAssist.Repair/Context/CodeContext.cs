using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Context;

/// <summary>
/// What a model needs to know of the code around a region, the most useful first: what the region uses and does not
/// show itself. What the region holds, and what it does not mention, is not said.
/// </summary>
internal static class CodeContext
{
    // What the region does not mention may still hold the right operand; a type with many fields needs no list of all.
    private const int MostOtherFields = 6;

    private const int MostEnumMembers = 12;

    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(
            SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeRef)
        .WithParameterOptions(
            SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeDefaultValue);

    /// <summary>The sections of context, in order of worth.</summary>
    public static async Task<IReadOnlyList<Section>> SectionsAsync(RepairRequest request, Region asked, CancellationToken cancellation)
    {
        var model = await request.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (model is null)
            return [];
        var type = request.Region.Node.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault();
        var own = type is null ? null : (INamedTypeSymbol?)model.GetDeclaredSymbol(type, cancellation);
        var used = UsedSymbols(asked, model, cancellation);
        var sections = new List<Section>();
        if (asked.IsStatements)
            sections.AddRange(Enclosing(asked, model, cancellation));

        // The members of the same type first: they are what a repair most often takes instead.
        sections.AddRange(used.Where(symbol => IsOf(symbol, own)).Select(symbol => SectionOf(symbol, cancellation)));
        if (own is not null)
            sections.AddRange(OtherFields(type!, request, own, used, model, cancellation));
        sections.AddRange(used.Where(symbol => !IsOf(symbol, own)).Select(symbol => SectionOf(symbol, cancellation)));
        sections.AddRange(Directives(request, model));
        return sections;
    }

    private static bool IsOf(ISymbol symbol, INamedTypeSymbol? type) => SymbolEqualityComparer.Default.Equals(symbol.ContainingType, type);

    // Of statements: the header that they stand under, and what they use of the code around them.
    private static IEnumerable<Section> Enclosing(Region asked, SemanticModel model, CancellationToken cancellation)
    {
        var file = model.SyntaxTree.FilePath;
        if (asked.Node is not CompilationUnitSyntax)
            yield return new Section(null, string.Join(" ", HeaderOf(asked.Node).Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)), file);
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var name in asked.Node.DescendantNodes(node => node.Span.IntersectsWith(asked.Span)).OfType<IdentifierNameSyntax>().Where(name => asked.Span.Contains(name.Span)))
        {
            if (model.GetSymbolInfo(name, cancellation).Symbol is ILocalSymbol { IsImplicitlyDeclared: false } local && !local.Locations.Any(location => asked.Span.Contains(location.SourceSpan)) && seen.Add(local))
                yield return new Section(null, local.Type.ToMinimalDisplayString(model, asked.Span.Start) + " " + local.Name, file);
        }
    }

    private static string HeaderOf(SyntaxNode member) =>
        member.SyntaxTree.GetText().ToString(TextSpan.FromBounds(
            member is MemberDeclarationSyntax { AttributeLists: [.., var last] } ? last.Span.End : member.SpanStart,
            Bodies.Of(member).FirstOrDefault()?.SpanStart ?? member.Span.End));

    // In order of their use, each once.
    private static List<ISymbol> UsedSymbols(Region asked, SemanticModel model, CancellationToken cancellation)
    {
        var symbols = new List<ISymbol>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var node in asked.Node.DescendantNodes(node => node.Span.IntersectsWith(asked.Span)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (node is not (SimpleNameSyntax or BaseObjectCreationExpressionSyntax) || !node.Span.IntersectsWith(asked.Span))
                continue;
            var info = model.GetSymbolInfo(node, cancellation);
            var symbol = (info.Symbol ?? info.CandidateSymbols.FirstOrDefault())?.OriginalDefinition;
            if (symbol is IMethodSymbol { ReducedFrom: { } extension })
                symbol = extension;
            if (symbol is not null && Says(symbol) && FileOf(symbol) is { } location
                && !(location.SourceTree == model.SyntaxTree && asked.Span.Contains(location.SourceSpan))
                && seen.Add(symbol))
            {
                symbols.Add(symbol);
            }
        }

        return symbols;
    }

    // A class's name says no more than the region, which has it already.
    private static bool Says(ISymbol symbol) => !symbol.IsImplicitlyDeclared
        && (symbol.Kind is SymbolKind.Method or SymbolKind.Property or SymbolKind.Field or SymbolKind.Event
            || symbol is INamedTypeSymbol { TypeKind: TypeKind.Enum or TypeKind.Delegate });

    private static Location? FileOf(ISymbol symbol) => symbol.Locations.FirstOrDefault(location => location.IsInSource);

    private static Section SectionOf(ISymbol symbol, CancellationToken cancellation)
    {
        var text = symbol is INamedTypeSymbol { TypeKind: TypeKind.Enum } names ? EnumText(names) : symbol.ToDisplayString(Signature);
        // What a field or a property means is in its name; what a method does is not.
        var summary = symbol is IMethodSymbol { MethodKind: not MethodKind.Constructor } ? DocumentationSummary.Of(symbol, cancellation) : string.Empty;
        return new Section(
            symbol.ContainingType?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            summary.Length > 0 ? text + " (" + summary + ")" : text,
            FileOf(symbol)?.SourceTree?.FilePath);
    }

    private static string EnumText(INamedTypeSymbol type)
    {
        var names = type.GetMembers().OfType<IFieldSymbol>().Select(field => field.Name).ToList();
        return $"enum {type.Name} {{ {string.Join(", ", names.Take(MostEnumMembers))}{(names.Count > MostEnumMembers ? ", …" : string.Empty)} }}";
    }

    private static IEnumerable<Section> OtherFields(
        TypeDeclarationSyntax type, RepairRequest request, INamedTypeSymbol own, List<ISymbol> used, SemanticModel model, CancellationToken cancellation) =>
        type.Members.OfType<FieldDeclarationSyntax>()
            .Where(field => field != request.Region.Node)
            .SelectMany(field => field.Declaration.Variables)
            .Select(variable => model.GetDeclaredSymbol(variable, cancellation))
            .OfType<IFieldSymbol>()
            .Where(field => !field.IsConst && !used.Contains(field, SymbolEqualityComparer.Default))
            .Take(MostOtherFields)
            .Select(field => new Section(own.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), field.ToDisplayString(Signature), type.SyntaxTree.FilePath));

    // Nullable is what the compiler takes where nothing is said in newer projects: only the exception is worth a line.
    // The region's names are bound already; only an alias says what its name does not.
    private static IEnumerable<Section> Directives(RepairRequest request, SemanticModel model)
    {
        var file = model.SyntaxTree.FilePath;
        if (!model.GetNullableContext(request.Region.Span.Start).AnnotationsEnabled())
            yield return new Section(null, "#nullable disable", file);
        var names = new HashSet<string>(request.Region.Node.DescendantNodes().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText));
        var usings = model.SyntaxTree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>();
        foreach (var alias in usings.Where(directive => directive.Alias is { } name && names.Contains(name.Name.Identifier.ValueText)))
            yield return new Section(null, alias.ToString(), file);
    }
}

/// <summary>A piece of context: one line.</summary>
/// <param name="Type">The type that it belongs to; null where it stands for itself.</param>
/// <param name="Text">What it says.</param>
/// <param name="File">The file that it comes from.</param>
internal sealed record Section(string? Type, string Text, string? File);
