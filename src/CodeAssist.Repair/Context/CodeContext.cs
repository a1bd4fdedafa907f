using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Context;

/// <summary>What is known about the code around a region, the most useful first.</summary>
internal static class CodeContext
{
    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(
            SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeRef)
        .WithParameterOptions(
            SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeDefaultValue);

    /// <summary>The sections of context, in order of worth.</summary>
    public static async Task<IReadOnlyList<Section>> SectionsAsync(RepairRequest request, CancellationToken cancellation)
    {
        var model = await request.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (model is null)
            return [];
        var sections = new List<Section>();
        sections.AddRange(UsedSymbols(request, model, cancellation));
        if (ContainingType(request.Region.Node) is { } type)
            sections.Add(Skeleton(type, request.Region.Node, model, cancellation));
        sections.Add(Usings(request, model));
        return sections;
    }

    // One section a symbol: a budget that holds some takes the first ones, in order of their use.
    private static IEnumerable<Section> UsedSymbols(RepairRequest request, SemanticModel model, CancellationToken cancellation)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var name in request.Region.Node.DescendantNodes(node => node.Span.IntersectsWith(request.Region.Span)).OfType<SimpleNameSyntax>())
        {
            cancellation.ThrowIfCancellationRequested();
            var info = model.GetSymbolInfo(name, cancellation);
            var symbol = (info.Symbol ?? info.CandidateSymbols.FirstOrDefault())?.OriginalDefinition;
            if (symbol is not { Kind: SymbolKind.Method or SymbolKind.Property or SymbolKind.Field or SymbolKind.Event or SymbolKind.NamedType }
                || symbol.Locations.FirstOrDefault() is not { IsInSource: true } location
                || (location.SourceTree == model.SyntaxTree && request.Region.Span.Contains(location.SourceSpan))
                || !seen.Add(symbol))
            {
                continue;
            }

            var summary = Summary(symbol, cancellation);
            yield return new Section(
                "Used: " + symbol.ToDisplayString(Signature) + (summary.Length > 0 ? " — " + summary : string.Empty),
                location.SourceTree!.FilePath);
        }
    }

    private static string Summary(ISymbol symbol, CancellationToken cancellation)
    {
        var xml = symbol.GetDocumentationCommentXml(cancellationToken: cancellation);
        if (string.IsNullOrEmpty(xml))
            return string.Empty;
        try
        {
            var text = XElement.Parse(xml).Element("summary")?.Value ?? string.Empty;
            return string.Join(" ", text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        }
        catch (XmlException)
        {
            // A comment that is no XML says nothing.
            return string.Empty;
        }
    }

    private static TypeDeclarationSyntax? ContainingType(SyntaxNode node) => node.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault();

    private static Section Skeleton(TypeDeclarationSyntax type, SyntaxNode region, SemanticModel model, CancellationToken cancellation)
    {
        var lines = new List<string> { "The containing type: " + (model.GetDeclaredSymbol(type, cancellation)?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? type.Identifier.Text) };
        foreach (var member in type.Members.Where(member => !member.Span.Contains(region.Span)))
        {
            var declared = member is BaseFieldDeclarationSyntax fields
                ? fields.Declaration.Variables.Select(variable => model.GetDeclaredSymbol(variable, cancellation))
                : [model.GetDeclaredSymbol(member, cancellation)];
            lines.AddRange(declared.OfType<ISymbol>().Where(symbol => symbol is not INamedTypeSymbol).Select(symbol => "  " + symbol.ToDisplayString(Signature)));
        }

        return new Section(string.Join("\n", lines), type.SyntaxTree.FilePath);
    }

    private static Section Usings(RepairRequest request, SemanticModel model)
    {
        var usings = model.SyntaxTree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>();
        var nullable = model.GetNullableContext(request.Region.Span.Start).AnnotationsEnabled() ? "enabled" : "disabled";
        return new Section($"Nullable annotations: {nullable}. Usings: {string.Join(" ", usings.Select(directive => directive.ToString()))}", model.SyntaxTree.FilePath);
    }
}

/// <summary>A piece of context.</summary>
/// <param name="Text">What it says.</param>
/// <param name="File">The file that it comes from.</param>
internal sealed record Section(string Text, string? File);
